import MailComposer from 'nodemailer/lib/mail-composer';
import { soleAddress } from './address';
import type { OutgoingLetter, Sender } from './mailer';

export interface ComposedLetter {
  /** `from` is empty for what a system sends: its bounces go nowhere (RFC 3834 §3.3). */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: Buffer;
}

/** What stands in a citizen's Message-ID is his; only what looks like one goes back into a header. */
const threadId = (id: string | null): string | undefined => {
  const bare = id?.trim().replace(/^<|>$/g, '');
  return bare && /^[\x21-\x3b\x3d\x3f-\x7e]+$/.test(bare) ? `<${bare}>` : undefined;
};

/** RFC 3834 §5: an acknowledgement answers a mail, the other automated letters answer none. The second is Exchange's. */
const automatedMarks = (letter: OutgoingLetter): Record<string, string> => ({
  'Auto-Submitted': letter.kind === 'acknowledgement' ? 'auto-replied' : 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
});

/** The letter as it goes over the wire: the same bytes each time it is tried. */
export async function compose(letter: OutgoingLetter, from: Sender): Promise<ComposedLetter> {
  const to = soleAddress(letter.to);
  const answers = threadId(letter.inReplyTo);
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: to },
    ...(letter.replyTo && { replyTo: { name: from.name, address: letter.replyTo } }),
    subject: letter.subject,
    text: letter.body,
    messageId: `<${letter.messageId}>`,
    date: new Date(letter.createdAt),
    ...(answers && { inReplyTo: answers, references: answers }),
    headers: letter.automated ? automatedMarks(letter) : {},
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = await composer.compile().build();
  return { envelope: { from: letter.automated ? '' : from.address, to: [to] }, raw };
}
