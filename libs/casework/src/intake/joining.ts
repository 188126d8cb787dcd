import { addDays, dayOf, Fault, type AppealStatus, type DeadlineRules, type Instant } from '@hub/domain';
import type { NewHistoryLine, Stores } from '@hub/persistence';
import type { MessageRow } from './rows';

/** States in which the citizen's further words ask for a decision, and the state they lead to. */
const MOVES: Partial<Record<AppealStatus, { act: NewHistoryLine['act']; way: string | null; to: AppealStatus }>> = {
  'awaiting-citizen': { act: 'supplement', way: null, to: 'in-hand' },
  answered: { act: 'reopening', way: 'request', to: 'reopen-requested' },
  revisit: { act: 'reopening', way: 'request', to: 'reopen-requested' },
  closed: { act: 'reopening', way: 'request', to: 'reopen-requested' },
};

/** Adds the citizen's further words to his appeal; answers its number. Who waits for them goes on; what was answered is decided anew by a person. */
export async function joinAppeal(
  stores: Stores,
  appealId: number,
  rows: { messages: MessageRow[] },
  message: MessageRow,
  rules: Pick<DeadlineRules, 'reopenDecisionDays'>,
  now: Instant,
  told = '反映人来信',
): Promise<string> {
  const appeal = await stores.appeals.holdById(appealId);
  if (appeal.status === 'archived') throw new Fault('refused', 'archived', '本件已归档，只读。', '有新的情况请重新来件。');
  const move = MOVES[appeal.status];
  rows.messages.push(message);
  const line = { byId: null, byName: '反映人', at: now };
  if (move)
    await stores.appeals.keep(
      appeal,
      { status: move.to, waitDueOn: move.act === 'reopening' ? addDays(dayOf(now), rules.reopenDecisionDays) : null },
      { ...line, act: move.act, way: move.way, note: told },
    );
  else await stores.appeals.keep(appeal, {}, { ...line, act: 'message', way: null, note: told === '反映人来信' ? '' : told });
  return appeal.number;
}
