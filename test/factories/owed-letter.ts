import type { OwedLetter } from '@hub/persistence';

let count = 0;

/** A reply that the bureau owes; each with a Message-ID of its own. */
export const owedLetter = (change: Partial<OwedLetter> = {}): OwedLetter => ({
  appealId: null,
  kind: 'reply',
  to: 'citizen@example.test',
  subject: '对您来件的答复（YXT-20261124-0001）',
  body: '您好：\n\n夜间施工已经停止。\n',
  messageId: `y.1.${'a'.repeat(26)}.${++count}@bureau.example`,
  inReplyTo: null,
  replyTo: 'reply+y.1@bureau.example',
  returnPath: `bounce+y.1.${'a'.repeat(26)}@bureau.example`,
  discreet: false,
  automated: false,
  at: '2026-11-24T01:00:00.000Z',
  ...change,
});
