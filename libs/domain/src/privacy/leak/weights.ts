import type { Audience, LeakKind, LeakWeight } from './kinds';

/** What each find weighs for each reader; what is not here may stand. */
export const WEIGHTS: Record<LeakKind, Partial<Record<Audience, LeakWeight>>> = {
  name: { department: 'block', public: 'block' },
  title: { department: 'warn', public: 'warn' },
  phone: { department: 'block', public: 'block' },
  'other-phone': { citizen: 'warn', department: 'warn', public: 'block' },
  mail: { department: 'block', public: 'block' },
  'other-mail': { citizen: 'warn', department: 'warn', public: 'warn' },
  'id-number': { citizen: 'block', department: 'block', public: 'block' },
  // A department may need the plate of the lorry that is complained of.
  plate: { department: 'warn', public: 'block' },
  'own-plate': { department: 'block', public: 'block' },
  address: { department: 'block', public: 'block' },
  verbatim: { department: 'block', public: 'block' },
  wording: { department: 'warn', public: 'warn' },
  'other-person': { citizen: 'block', department: 'block', public: 'block' },
  'other-words': { citizen: 'block', department: 'block', public: 'block' },
  staff: { public: 'block' },
  unread: { citizen: 'warn', department: 'warn', public: 'warn' },
};
/** What a consented transfer may carry. */
export const SHARED_BY_CONSENT: readonly LeakKind[] = ['name', 'title', 'phone', 'mail', 'address'];
