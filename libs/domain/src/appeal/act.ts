/** The acts of the office on one appeal; each is an address below the appeal and one line of its history. */
export const ACTS = [
  'acceptance',
  'non-acceptance',
  'classification',
  'assignment',
  'co-handling',
  'receipt',
  'return',
  'contact-records',
  'site-records',
  'attachments',
  'waivers',
  'extension',
  'question',
  'supplement',
  'draft',
  'approval',
  'reply',
  'leak-review',
  'transfer',
  'supervision',
  'risk',
  'revisit',
  'rating',
  'reopening',
  'review',
  'withdrawal',
  'closing',
  'confidentiality',
  'target',
  'naming',
  'mail-address',
  'matter',
  'site',
  'notes',
  'discard',
  'restore',
] as const;
export type Act = (typeof ACTS)[number];

/** What a history line may say: an act of the office, or one of the steps that no person takes. */
export type HistoryAct = Act | 'identity' | 'registration' | 'document' | 'message' | 'acknowledgement' | 'delivery';

/** Evidence that must stand before an act is ready; see `lacking` in deadline/milestone.ts. */
export type Need = 'contact' | 'site' | 'approved-draft' | 'draft' | 'co-units' | 'pack';
