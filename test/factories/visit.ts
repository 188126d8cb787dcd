import type { Asked } from './asked';
import type { Visitors } from './visitors';

/** One page as somebody comes upon it. */
export interface Visit {
  readonly route: string;
  readonly about: string;
  readonly ask: (visitors: Visitors) => Asked | Promise<Asked>;
}
