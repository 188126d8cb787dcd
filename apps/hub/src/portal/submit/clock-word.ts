import { withOffset, type Instant } from '@hub/domain';

/** 9:05, by Shanghai's clock. */
export const clockWord = (at: Instant): string => withOffset(at).slice(11, 16).replace(/^0/, '');
