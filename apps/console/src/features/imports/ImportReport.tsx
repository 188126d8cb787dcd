import { DownloadOutlined } from '@ant-design/icons';
import type { ImportView } from '@hub/contract';
import { Alert, Button, Progress } from 'antd';
import { Link } from 'react-router';
import { Figures } from './Figures';

/** How far a started import is, and in the end what became of its rows. */
export function ImportReport({ one }: { one: ImportView }) {
  if (one.state === 'failed')
    return <Alert type="error" showIcon title="这份台账没有导入，一件也没有登记。" description={one.trouble} />;
  if (one.state !== 'done')
    return (
      <div className="panel pad stack">
        <Progress percent={one.rows ? Math.floor((one.position / one.rows) * 100) : 0} aria-label="导入进度" />
        <span className="muted" aria-live="polite">
          {one.state === 'waiting' ? '排队中，马上开始。' : `已办 ${one.position} / ${one.rows} 行。`}
          可以离开这一页，导入照常进行。
        </span>
        {one.trouble && <Alert type="warning" showIcon title="导入停了下来，会自动接着做" description={one.trouble} />}
      </div>
    );
  return (
    <div className="stack">
      <Figures
        figures={[
          { label: '共', count: one.rows },
          { label: '新增', count: one.new, tone: 'good' },
          { label: '有变动', count: one.changed },
          { label: '已有，没有变', count: one.same },
          { label: '待人工处理', count: one.waiting, tone: 'alarm' },
          { label: '退回', count: one.rejected, tone: 'alarm' },
        ]}
      />
      <p className="muted">{outcome(one)}</p>
      {one.rejected > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`有 ${one.rejected} 行没有登记。`}
          description="下载退回的行，最后一列写着原因；改好后按同一来源再上传，只会登记这些行。"
          action={
            <Button icon={<DownloadOutlined />} href={`/api/v1/imports/${one.id}/rejected`}>
              下载退回的行
            </Button>
          }
        />
      )}
      {one.waiting > 0 && (
        <Alert
          type="info"
          showIcon
          title={`有 ${one.waiting} 行要人看过再定。`}
          action={<Link to="/quarantine">去待人工处理</Link>}
        />
      )}
      <Link to="/queue">去看来件</Link>
    </div>
  );
}

/** What the figures mean, in words. */
function outcome({ new: fresh, changed, waiting, rejected }: ImportView): string {
  const said = [
    fresh > 0 && `新增的 ${fresh} 件已经登记，在“来件”里照常受理`,
    changed > 0 && `有变动的 ${changed} 件以前登记过，这次的内容补记在原来的来件里`,
  ].filter(Boolean);
  if (said.length) return `${said.join('；')}。`;
  return waiting + rejected > 0 ? '没有新登记的来件。' : '表里的来件以前都登记过，没有变动，不用再办。';
}
