import { InboxOutlined } from '@ant-design/icons';
import { Empty } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { AppealPane } from '../features/appeal';
import { QueueList } from '../features/queue';
import { places } from '../lib/words';
import { useColumns } from '../lib/use-media';

/** List, appeal and facts side by side, as many as there is room for. */
export function QueueScreen() {
  const { number } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const columns = useColumns();
  const search = params.toString();
  const open = (next: string | null, how?: { replace: boolean }) =>
    void navigate({ pathname: next ? `/queue/${next}` : '/queue', search }, how);

  return (
    <div className={`queue columns-${columns} ${number ? '' : 'nothing-open'}`}>
      <h1 className="unseen">{places.queue}</h1>
      <QueueList open={number} hidden={columns === 1 && !!number} onOpen={open} />
      {number && <AppealPane key={number} number={number} columns={columns} onBack={() => open(null)} />}
      {!number && columns > 1 && (
        <section className="appeal blank">
          <Empty image={<InboxOutlined className="blank-icon" />} description="从左边选一件来件。">
            <span className="muted small">
              <kbd>j</kbd> <kbd>k</kbd> 上下，<kbd>Enter</kbd> 打开
            </span>
          </Empty>
        </section>
      )}
    </div>
  );
}
