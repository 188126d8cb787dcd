import type { QueuePage } from '@hub/contract';
import { readsRatings, STATUS_WORDS } from '@hub/domain';
import { useSeesAll, useSession } from '../../lib/session';
import type { QueueFilter } from './queue-filter';
import { dueWords, viewWords } from './queue-words';
import { countWord } from './use-queue';

type Change = Pick<QueueFilter, 'view' | 'due' | 'status'>;
interface Chip {
  /** Waits on the office: those bound to a unit never have any. */
  office?: true;
  /** Tells of ratings. */
  rated?: true;
  word: string;
  count: keyof QueuePage['counts'];
  change: Change;
}

const CHIPS: readonly Chip[] = [
  { word: '全部', count: 'open', change: { view: 'open', due: null, status: null } },
  { word: dueWords.late, count: 'late', change: { view: 'open', due: 'late', status: null } },
  { word: dueWords.soon, count: 'soon', change: { view: 'open', due: 'soon', status: null } },
  { office: true, word: STATUS_WORDS.received, count: 'toAccept', change: { view: 'open', due: null, status: 'received' } },
  { office: true, word: STATUS_WORDS.accepted, count: 'toAssign', change: { view: 'open', due: null, status: 'accepted' } },
  { rated: true, word: viewWords.unsatisfied, count: 'unsatisfied', change: { view: 'unsatisfied', due: null, status: null } },
  { word: '我的', count: 'mine', change: { view: 'mine', due: null, status: null } },
];

const isOn = (filter: QueueFilter, { view, due, status }: Change): boolean =>
  filter.view === view && filter.due === due && filter.status === status;

interface Props {
  filter: QueueFilter;
  counts: QueuePage['counts'] | undefined;
  change: (change: Change) => void;
}

/** The most used filters with their live counts. */
export function Chips({ filter, counts, change }: Props) {
  const seesAll = useSeesAll();
  const { role } = useSession();
  return (
    <div className="chips" role="group" aria-label="常用筛选">
      {CHIPS.filter((chip) => (seesAll || !chip.office) && (readsRatings(role) || !chip.rated)).map((chip) => {
        const on = isOn(filter, chip.change);
        return (
          <button
            key={chip.word}
            type="button"
            className={`chip ${on ? 'on' : ''}`}
            aria-pressed={on}
            onClick={() => change(chip.change)}
          >
            {chip.word} <span className="num">{countWord(counts?.[chip.count])}</span>
          </button>
        );
      })}
    </div>
  );
}
