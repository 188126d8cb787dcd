import { letterHtml, LETTER_RULES, oneLine } from '@hub/domain';
import MailComposer from 'nodemailer/lib/mail-composer';
import { createHash } from 'node:crypto';
import { soleAddress } from './address';
import type { OutgoingLetter, Sender } from './mailer';

export interface ComposedLetter {
  /** `from` is empty where a system's letter has no address for its bounces: they go nowhere (RFC 3834 §3.3). */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: Buffer;
}

/** What stands in a citizen's Message-ID is his; only what looks like one goes back into a header. */
const threadId = (id: string | null): string | undefined => {
  const bare = id?.trim().replace(/^<|>$/g, '');
  return bare && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(bare) ? `<${bare}>` : undefined;
};

/** RFC 3834 §5; the second is Exchange's, whose absence notes heed nothing else. */
const automatedMarks = ({ kind }: OutgoingLetter): Record<string, string> => ({
  'Auto-Submitted': LETTER_RULES[kind].automatic ?? 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
});

/** The letter as it goes over the wire: the same bytes each time it is tried. */
export async function compose(letter: OutgoingLetter, from: Sender): Promise<ComposedLetter> {
  const to = soleAddress(letter.to);
  const answers = threadId(letter.inReplyTo);
  const { subject, body, discreet, messageId } = letter;
  const name = oneLine(discreet ? (from.discreetName ?? '') : from.name);
  const head = { bureau: discreet ? null : (from.bureau ?? from.name), publicUrl: from.publicUrl ?? '' };
  const composer = new MailComposer({
    from: { name, address: from.address },
    to: { name: '', address: to },
    ...(letter.replyTo && { replyTo: { name, address: letter.replyTo } }),
    subject: oneLine(subject),
    text: body,
    html: letterHtml({ subject, body }, head),
    messageId: `<${messageId}>`,
    // Else a part's boundary would differ each time.
    baseBoundary: createHash('sha256').update(messageId).digest('hex').slice(0, 24),
    date: new Date(letter.createdAt),
    ...(answers && { inReplyTo: answers, references: answers }),
    headers: letter.automated ? automatedMarks(letter) : {},
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  return { envelope: { from: letter.returnPath ?? (letter.automated ? '' : from.address), to: [to] }, raw };
}
