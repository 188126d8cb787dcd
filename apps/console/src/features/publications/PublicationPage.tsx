import type { PublicationView } from '@hub/contract';
import { Alert, Result, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { Leaks } from '../../components/Leaks';
import { PageHead } from '../../components/PageHead';
import { ToneTag } from '../../components/Tags';
import { Trouble } from '../../components/Trouble';
import { asProblem } from '../../lib/api';
import { timeWord } from '../../lib/dates';
import { Copy } from './Copy';
import { Editor } from './Editor';
import { Original } from './Original';
import { StepBar } from './StepBar';
import { usePublication } from './use-publications';

const TONES = { draft: 'todo', agreed: 'todo', approved: 'todo', published: 'good', withdrawn: 'plain', withheld: 'plain' } as const; // prettier-ignore

/** One publication: what it says beside what it was written from, and whose step is next. */
export function PublicationPage() {
  const { id = '' } = useParams();
  const query = usePublication(id);
  if (query.isPending) return <Skeleton active className="page" />;
  if (query.isError)
    return asProblem(query.error).status === 404 ? (
      <Result status="404" title={asProblem(query.error).detail} subTitle={asProblem(query.error).hint} />
    ) : (
      <div className="page">
        <Trouble what="公开件没有取到" error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  const view = query.data;
  return (
    <div className="page">
      <PageHead title={view.title || '公开件'} lead={<Lead view={view} />} extra={<StepBar view={view} />} />
      {view.bar && view.allowedSteps.length > 0 && (
        <Alert type="error" showIcon className="trouble" title={view.bar} description="请改为“不公开”，并选原因。" />
      )}
      {view.note && (
        <Alert type="info" showIcon className="trouble" title={[view.withheldFor, view.note].filter(Boolean).join('：')} />
      )}
      {view.leakReason && <Alert type="warning" showIcon className="trouble" title={`领导准予照此公开：${view.leakReason}`} />}
      {view.leaks.length > 0 && (
        <Alert type="warning" className="trouble" title="这些地方会让人认出是谁" description={<Leaks hits={view.leaks} />} />
      )}
      <div className="beside">
        <section aria-label="公开的内容">
          {view.allowedSteps.includes('change') ? <Editor key={view.version} view={view} /> : <Copy view={view} />}
        </section>
        <Original view={view} />
      </div>
    </div>
  );
}

function Lead({ view }: { view: PublicationView }) {
  return (
    <>
      <ToneTag tone={TONES[view.state]}>{view.stateName}</ToneTag> {view.number} 来件{' '}
      <Link to={`/queue/${view.appeal}`} className="mono">
        {view.appeal}
      </Link>
      {view.hands.map(({ step, by, at }) => (
        <span key={step}>
          {' '}
          · {step} {by}
          {at && ` ${timeWord(at)}`}
        </span>
      ))}
      {view.state === 'published' && view.path && (
        <>
          {' '}
          ·{' '}
          <a href={view.path} target="_blank" rel="noreferrer">
            看公开的页面
          </a>
        </>
      )}
    </>
  );
}
