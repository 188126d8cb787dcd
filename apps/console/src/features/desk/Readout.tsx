import { CopyOutlined } from '@ant-design/icons';
import type { RegisteredView } from '@hub/contract';
import { App, Button } from 'antd';
import { Link } from 'react-router';
import { dayWord } from '../../lib/dates';
import { Recording } from './Recording';

/** What is read out to the citizen: number, query code (shown this once) and the promised days. */
export function Readout({ registered, next }: { registered: RegisteredView; next: () => void }) {
  const { message } = App.useApp();
  const { number, queryCode } = registered;
  const [, day, running] = number.split('-');
  const { contactBy, siteBy, replyBy } = registered.promise;
  const promise = [
    ['联系您', contactBy],
    ['到现场', siteBy],
    ['答复您', replyBy],
  ] as const;
  const copy = () =>
    navigator.clipboard.writeText(`编号 ${number}，查询码 ${queryCode}`).then(
      () => message.success('已复制'),
      () => message.warning('浏览器不让复制，请照着抄'),
    );
  return (
    <section className="panel readout" aria-label="念给反映人听" aria-live="polite">
      <span className="muted">念给反映人听</span>
      <span className="big">
        {day?.slice(4)} – {running}
      </span>
      <Link className="mono" to={`/queue/${number}`} target="_blank">
        {number}
      </Link>
      <span className="muted code-label">查询码（只显示这一次）</span>
      <span className="query-code mono">{queryCode}</span>
      <dl className="kv promise">
        {promise.map(
          ([what, by]) =>
            by && (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{dayWord(by)}前</dd>
              </div>
            ),
        )}
      </dl>
      <div className="readout-acts">
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          复制
        </Button>
        <Button type="primary" onClick={next}>
          接下一个
        </Button>
      </div>
      <Recording number={number} />
    </section>
  );
}
