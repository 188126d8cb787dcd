import { EyeInvisibleOutlined } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { SECRECY_WORDS } from '@hub/domain';
import { Identity } from './Identity';
import { Pairs } from './Pairs';

/** Who wrote, as far as the server lets this person see. */
export function Person({ view }: { view: AppealView }) {
  const { name, phone, email, address, replyBy } = view.person;
  return (
    <section>
      <h3>反映人</h3>
      <Pairs
        of={[
          ['身份', SECRECY_WORDS[view.secrecy]],
          ['姓名', name],
          ['电话', phone],
          ['邮箱', email],
          ['住址', address],
          ['答复方式', replyBy],
        ]}
      />
      <Identity view={view} />
      <p className="small muted">
        <EyeInvisibleOutlined /> 由服务器遮盖；被反映单位始终看不到
      </p>
    </section>
  );
}
