import type { AppealView } from '@hub/contract';
import { Button, Segmented } from 'antd';
import { useKept } from '../../../lib/use-kept';
import { useSession } from '../../../lib/session';
import { NoteSide } from './NoteSide';
import { ReplySide } from './ReplySide';

export type Side = 'note' | 'reply';

interface Props {
  view: AppealView;
  /** Null while folded to one line. */
  writing: Side | null;
  setWriting: (side: Side | null) => void;
}

const sides = {
  note: { label: '内部备注', strong: '群众看不到', hint: '写备注……' },
  reply: { label: '答复群众', strong: '对外发出', hint: '写答复……' },
};

/** Notes and replies must not be mistaken: surface, border style and words differ, not the hue alone. */
export function Composer({ view, writing, setWriting }: Props) {
  const { account } = useSession();
  // Kept, so that a half-written text is in sight again after a look at another appeal.
  const [last, keepLast] = useKept<Side>(`${account}:${view.number}:side`);
  const may = (act: string) => view.allowedActions.some((one) => one.act === act);
  const open = (['note', 'reply'] as const).filter((side) => may(side === 'note' ? 'notes' : 'draft'));
  if (!open.length) return null;

  const wanted = writing ?? last ?? open[0]!;
  const side = open.includes(wanted) ? wanted : open[0]!;
  const unfolded = writing !== null || last !== null;
  const turn = (next: Side | null) => {
    setWriting(next);
    keepLast(next);
  };
  return (
    <section className={`composer ${side} ${unfolded ? '' : 'folded'}`} aria-label={sides[side].label}>
      <header>
        <Segmented<Side> value={side} options={open.map((one) => ({ value: one, label: sides[one].label }))} onChange={turn} />
        <b>{sides[side].strong}</b>
        {unfolded ? (
          <>
            <span className="muted small cut grow">{side === 'reply' && `送达：${view.person.replyBy}`}</span>
            <Button type="text" size="small" onClick={() => turn(null)}>
              收起
            </Button>
          </>
        ) : (
          <button type="button" className="unfold muted" onClick={() => turn(side)}>
            {sides[side].hint}
          </button>
        )}
      </header>
      {unfolded &&
        (side === 'note' ? (
          <NoteSide view={view} onDone={() => turn(null)} />
        ) : (
          <ReplySide view={view} onDone={() => turn(null)} />
        ))}
    </section>
  );
}
