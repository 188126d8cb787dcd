import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign';

/** A key pair and its record for DNS, made on the spot. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly record: string;
}

export function signingKey(type: 'rsa' | 'ed25519' = 'rsa', bits = 2048): SigningKey {
  const { privateKey, publicKey } =
    type === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: bits }) : generateKeyPairSync('ed25519');
  const der = publicKey.export({ type: 'spki', format: 'der' });
  // RFC 8463: of Ed25519 only the 32 bytes of the key itself.
  const shown = type === 'rsa' ? der : der.subarray(-32);
  return { key: privateKey, record: `v=DKIM1; k=${type}; p=${shown.toString('base64')}` };
}

/** The letter with a real signature of that domain above it. */
export async function signedLetter(
  letter: string,
  { key }: SigningKey,
  about: {
    readonly domain: string;
    readonly selector?: string;
    readonly canonicalization?: string;
    readonly headers?: string;
    readonly length?: number;
  },
): Promise<string> {
  const { domain, selector = 's1', canonicalization = 'relaxed/relaxed', headers, length } = about;
  const made = await dkimSign(letter, {
    canonicalization,
    ...(headers ? { headerList: headers } : {}),
    signatureData: [
      {
        signingDomain: domain,
        selector,
        privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string,
        ...(length === undefined ? {} : { maxBodyLength: length }),
      },
    ],
  } as never);
  return made.signatures + letter;
}
