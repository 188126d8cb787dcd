import type { OpenDraft } from '@hub/casework';
import type { Kind, Office } from '@hub/domain';
import type { ReactElement } from 'react';
import type { Page } from '../layout/page';
import { newReceipt } from './receipt';
import { Scope, Urgent } from './Scope';
import { StepLayout } from './StepLayout';
import { Unfinished } from './Unfinished';

interface ScopeProps {
  office: Office;
  kind: Kind | null;
  /** What this browser has begun and not handed in. */
  drafts: readonly OpenDraft[];
  /** What was being written is over. */
  gone: boolean;
}

export const scopePage = (props: ScopeProps): Page => ({
  title: '反映之前，请看一看',
  personal: props.drafts.length > 0 || props.gone,
  place: 'submit',
  textSwitch: { back: props.kind ? `/submit?kind=${props.kind}` : '/submit' },
  body: <ScopeBody {...props} />,
});

const ScopeBody = ({ office, kind, drafts, gone }: ScopeProps): ReactElement => (
  <StepLayout office={office} step="scope" back={{ href: '/', words: '返回首页' }}>
    <h1>反映之前，请看一看</h1>
    {gone && (
      <section className="panel warn" aria-labelledby="gone" role="status">
        <h2 id="gone">没有找到您填了一半的内容</h2>
        <p>
          没填完的内容只保留 {office.web.draftMinutes} 分钟，而且只能用同一个浏览器接着填。麻烦您重新填一次；不方便的，请打{' '}
          <span className="nw">{office.phone}</span>，由工作人员替您填写。
        </p>
      </section>
    )}
    <Unfinished drafts={drafts} />
    <Urgent />
    <Scope />
    <h2>一件事，写一件</h2>
    <p>
      两件不同的事，请分两次写。这样每件事都有自己的编号、时限和答复。例如“饭店油烟”和“河边垃圾”是两件；同一家饭店的油烟和噪声，可以写成一件。
    </p>
    <p>写完第一件，可以接着写第二件，联系方式不用再填。已经写在一起的，最后核对时也可以分开。</p>
    <h2>请准备好</h2>
    <ul>
      <li>事情发生的时间和地点</li>
      <li>照片或文件，没有也可以</li>
      <li>手机号码，如果您希望得到答复</li>
    </ul>
    <form method="post" action="/submit">
      <input type="hidden" name="receipt" value={newReceipt()} />
      {kind && <input type="hidden" name="kind" value={kind} />}
      <div className="acts">
        <button className="btn">开始填写</button>
      </div>
      <p className="soft">
        点“开始填写”以后，我们会在您的浏览器里放一个标记（cookie），只用来认出您填了一半的内容，{office.web.draftMinutes}{' '}
        分钟后失效。
      </p>
    </form>
  </StepLayout>
);
