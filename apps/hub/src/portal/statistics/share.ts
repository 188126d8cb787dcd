import { percentWords, permilleOf } from '@hub/domain';

export const shareWords = (part: number, whole: number): string => percentWords(permilleOf(part, whole));
