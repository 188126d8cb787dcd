import { generateKeyPairSync } from 'node:crypto';
import { createTransport } from 'nodemailer';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** The key of every domain that signs in tests, as it stands in DNS under `s1._domainkey`. */
export const DKIM_RECORD = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

/** A letter composed and signed by a mail program. */
export async function aSignedMail(about: {
  from: string;
  subject?: string;
  text?: string;
  inReplyTo?: string;
  at?: Date;
}): Promise<string> {
  const { from, subject = '投诉楼下饭店风机噪声', text = '长寿路某饭店的风机每晚响到一点。', inReplyTo, at = new Date() } = about;
  const program = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    dkim: {
      domainName: from.slice(from.indexOf('@') + 1),
      keySelector: 's1',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    },
  } as Parameters<typeof createTransport>[0]);
  const sent = await program.sendMail({
    from: { name: '王先生', address: from },
    to: 'yixiantong@putuo-epb.example',
    subject,
    text,
    date: at,
    ...(inReplyTo ? { inReplyTo: `<${inReplyTo}>` } : {}),
  });
  return (sent as unknown as { message: Buffer }).message.toString('latin1');
}
