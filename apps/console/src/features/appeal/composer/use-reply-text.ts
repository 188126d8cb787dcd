import type { AppealView } from '@hub/contract';
import { useSession } from '../../../lib/session';
import { useKept } from '../../../lib/use-kept';

interface Kept {
  text: string;
  /** The version of the shared draft that it began from. */
  base: number;
}

/**
 * The reply as it stands in the box: the shared draft until somebody types, then his own text, kept in the browser until
 * it is saved. `newer` is the draft that a colleague saved meanwhile.
 */
export function useReplyText(view: AppealView) {
  const [kept, keep] = useKept<Kept>(`${useSession().account}:${view.number}:reply`);
  const version = view.draft?.version ?? 0;
  return {
    text: kept?.text ?? view.draft?.text ?? '',
    /** The version of the draft that the text in the box began from. */
    base: kept?.base ?? version,
    dirty: kept !== null,
    newer: kept && view.draft && version > kept.base ? view.draft : null,
    write: (text: string) => keep({ text, base: kept?.base ?? version }),
    /** Takes the shared draft and drops what was typed. */
    takeTheirs: () => keep(null),
    /** Goes on with what was typed, knowing of the newer draft. */
    keepMine: () => kept && keep({ ...kept, base: version }),
  };
}
