import { Button, Drawer, Result, Skeleton } from 'antd';
import { useState } from 'react';
import { Trouble } from '../../components/Trouble';
import { asProblem } from '../../lib/api';
import { useKeys } from '../../lib/use-keys';
import type { Columns } from '../../lib/use-media';
import { errorWords } from '../../lib/words';
import { ActDialog } from './acts/ActDialog';
import { Facts } from './facts/Facts';
import type { ChosenAct } from './chosen-act';
import { useAppeal } from './use-appeal';
import { useDirectAct } from './acts/use-direct-act';
import { Appeal } from './Appeal';

interface Props {
  number: string;
  columns: Columns;
  onBack: () => void;
}

/** The appeal with its facts beside it, in a drawer, or among its tabs, as the width allows. */
export function AppealPane({ number, columns, onBack }: Props) {
  const query = useAppeal(number);
  const [chosen, setChosen] = useState<ChosenAct | null>(null);
  const [factsOpen, setFactsOpen] = useState(false);
  const direct = useDirectAct(query.data);
  useKeys({ u: onBack, i: () => setFactsOpen((open) => columns === 2 && !open) });

  const choose = (act: ChosenAct) => {
    if (!direct.doIt(act.allowed)) setChosen(act);
  };
  if (query.isPending) {
    return (
      <section className="appeal pad" aria-busy aria-label="正在取来件">
        <Skeleton active paragraph={{ rows: 8 }} />
      </section>
    );
  }
  // What was in sight a moment ago may have been given to another unit.
  const missing = query.isError && asProblem(query.error).status === 404;
  if (!query.data || missing) {
    return (
      <section className="appeal pad">
        {missing ? (
          <Result status="404" title={errorWords.notFound} extra={<Button onClick={onBack}>回到列表</Button>} />
        ) : (
          <Trouble what="这件没有取到" error={query.error} retry={() => void query.refetch()} />
        )}
      </section>
    );
  }
  const facts = <Facts view={query.data} choose={choose} />;
  return (
    <>
      <Appeal
        view={query.data}
        columns={columns}
        stale={query.isError}
        facts={columns === 1 ? facts : null}
        choose={choose}
        busy={chosen !== null || direct.busy}
        onBack={onBack}
        onFacts={columns === 2 ? () => setFactsOpen(true) : null}
      />
      {columns === 3 && (
        <aside className="facts" aria-label="要点">
          {facts}
        </aside>
      )}
      <Drawer title="要点" size={340} open={factsOpen && columns === 2} onClose={() => setFactsOpen(false)}>
        <div className="facts in-drawer">{facts}</div>
      </Drawer>
      {chosen && <ActDialog view={query.data} chosen={chosen} onClose={() => setChosen(null)} onGone={onBack} />}
    </>
  );
}
