import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { PageHead } from '../../components/PageHead';
import { Trouble } from '../../components/Trouble';
import { timeWord } from '../../lib/dates';
import { ImportReport } from './ImportReport';
import { Preview } from './Preview';
import { Reconciliation } from './Reconciliation';
import { useImport } from './use-imports';

/** One import: what it would do, how far it is, what became of its rows. */
export function ImportPage() {
  const { id = '' } = useParams();
  const query = useImport(id);
  const one = query.data;
  return (
    <div className="page">
      <PageHead
        title={one?.file ?? '台账导入'}
        lead={one && `${one.source} · ${one.by}，${timeWord(one.createdAt)}`}
        extra={<Link to="/imports">全部导入</Link>}
      />
      {query.isPending && <Skeleton active />}
      {query.isError && <Trouble what="这次导入没有取到" error={query.error} retry={() => void query.refetch()} />}
      {one && (one.state === 'preview' ? <Preview one={one} /> : <ImportReport one={one} />)}
      {one?.state === 'done' && <Reconciliation one={one} />}
    </div>
  );
}
