import type { Staff } from '@hub/domain';

/** The name at its source of an entry that was begun as a draft: saved twice, it is registered once. */
export const draftSourceKey = ({ id }: Pick<Staff, 'id'>, key: string): string => `desk:${id}:${key}`;
