import { EyeInvisibleOutlined } from '@ant-design/icons';
import type { AppealView } from '@hub/contract';
import { SECRECY_WORDS } from '@hub/domain';
import { Alert } from 'antd';
import { Identity } from './Identity';
import { otherPeople } from './other-people';
import { Pairs } from './Pairs';

/** Who wrote, as far as the server lets this person see. */
export function Person({ view }: { view: AppealView }) {
  const { name, phone, email, address, replyBy, representatives } = view.person;
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
          ...otherPeople(representatives),
          ['答复方式', replyBy],
        ]}
      />
      {view.mailReturned && (
        <Alert
          type="warning"
          showIcon
          title={`邮件退回：${view.mailReturned}`}
          description="这个邮箱暂不再寄信。请用电话、当面或寄信告知；问到正确的邮箱，用“更正邮箱”改过来。"
        />
      )}
      <Identity view={view} />
      <p className="small muted">
        <EyeInvisibleOutlined /> 由服务器遮盖；被反映单位始终看不到
      </p>
    </section>
  );
}
