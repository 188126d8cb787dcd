import type { Kind } from './kind';
import type { AppealStatus } from './status';
import { TRANSITIONS } from './transitions';

/** States in which a citizen may take his appeal back; what another body has is taken back through the office. */
export const mayWithdraw = (status: AppealStatus): boolean =>
  TRANSITIONS.some(({ act, way, from }) => act === 'withdrawal' && way === 'citizen' && from.includes(status));

/** A report may be about an offence, which is not over because nobody wants it looked at: a person decides on it. */
export const withdrawalWay = (kind: Kind): 'ask' | 'citizen' => (kind === 'report' ? 'ask' : 'citizen');
