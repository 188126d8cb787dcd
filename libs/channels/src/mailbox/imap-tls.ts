import { readFile } from 'node:fs/promises';
import { type ConnectionOptions, rootCertificates } from 'node:tls';
import { ChannelTrouble } from '../channel-trouble';

export interface Trust {
  /** `unverified` takes whatever certificate comes. */
  readonly certificate?: 'verified' | 'unverified';
  /** A file of certificates that are trusted beside those that everybody trusts: the office's own authority. */
  readonly ca?: string;
}

export async function tlsOf({ certificate = 'verified', ca }: Trust): Promise<ConnectionOptions> {
  const options = { minVersion: 'TLSv1.2', rejectUnauthorized: certificate === 'verified' } as const;
  if (!ca) return options;
  const own = await readFile(ca, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ChannelTrouble(`证书文件 ${ca} 打不开（${error.code}）。请检查渠道设置里的 ca。`, 'settings', 0, error);
  });
  return { ...options, ca: [...rootCertificates, own] };
}
