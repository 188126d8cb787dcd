/** What a member of staff is told of in the console; the text names the appeal and never a citizen. */
export const NOTICE_KINDS = [
  'warning',
  'supervision',
  'revisit',
  'risk',
  'transfer',
  'mail',
  'post',
  'rating',
  'citizen',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
