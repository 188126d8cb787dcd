import type { ReactElement } from 'react';
import { Choice } from '../layout/Field';

/** Asked apart from everything else (个人信息保护法 §23): nobody agrees to it by choosing 实名. */
export const ShareFields = ({ share }: { share: string }): ReactElement => (
  <fieldset>
    <legend>
      <h2>如果要转给别的部门</h2>
    </legend>
    <p className="hint">
      这件事如果该由别的部门办，我们会把事情转过去。您的姓名和电话，要您同意才会一起转；保密和匿名的，一律不转。
    </p>
    <Choice name="share" id="s-no" value="no" checked={share !== 'yes'}>
      只转事情，不转我的姓名和电话
    </Choice>
    <Choice name="share" id="s-yes" value="yes" checked={share === 'yes'}>
      同意一起转，方便他们联系我
    </Choice>
  </fieldset>
);
