import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

type SecretUse = 'rating' | 'track-link' | 'track-pass' | 'try' | 'form';

/** What one secret key is used for, each under a key of its own derived by HKDF. */
interface Ring {
  /** Tells which key sealed a text, and nothing about the key. */
  readonly id: string;
  readonly seal: Buffer;
  readonly index: Buffer;
  readonly token: Buffer;
}

function ringOf(secret: string): Ring {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'yixiantong', use, 32));
  const id = createHash('sha256').update(derive('id-1')).digest('hex').slice(0, 8);
  return { id, seal: derive('seal-1'), index: derive('index-1'), token: derive('token-1') };
}

/**
 * Everything that needs the bureau's secret key: sealing of identities (AES-256-GCM), keyed look-up indexes and tokens
 * (HMAC-SHA-256). The key stands outside the database. While a new key takes over, the old one still reads.
 */
export class Secrets {
  private readonly current: Ring;
  private readonly old: Ring | null;
  private token: Buffer;

  /**
   * @param secret HUB_SECRET_KEY, at least 32 characters.
   * @param old The key before it, until `yxt key rotate` has ended.
   */
  constructor(secret: string, old: string | null = null) {
    this.current = ringOf(secret);
    this.old = old === null || old === secret ? null : ringOf(old);
    // What was handed out before the first rotation was made with that key.
    this.token = (this.old ?? this.current).token;
  }

  /** Stands at the beginning of every text that the current key has sealed. */
  get mark(): string {
    return `v2.${this.current.id}.`;
  }

  /** The key of query codes and thread tokens, sealed for the database: it outlives the secret key. */
  sealedTokenKey(): string {
    return this.seal(this.token.toString('base64'));
  }

  useTokenKey(sealed: string): void {
    this.token = Buffer.from(this.unseal(sealed), 'base64');
  }

  /** `v2.`, the id of the key, and base64 of nonce, tag and cipher text. */
  seal(plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.current.seal, nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return this.mark + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  }

  /** Throws where the text was sealed under another key or changed since. */
  unseal(sealed: string): string {
    const [version, id, body] = sealed.split('.');
    const rings = [this.current, this.old].filter((ring) => ring !== null);
    if (version === 'v2') {
      const ring = rings.find((one) => one.id === id);
      if (!ring) throw new Error('sealed under a key that is not here');
      return opened(ring, body!);
    }
    // Before keys had ids: the right one opens it.
    for (const ring of rings.slice(0, -1)) {
      try {
        return opened(ring, id!);
      } catch {
        continue;
      }
    }
    return opened(rings.at(-1)!, id!);
  }

  /** Finds exact values without telling them; case and spaces do not count. Null for an empty value. */
  index(kind: 'email' | 'phone' | 'idNumber', value: string): string | null {
    return indexUnder(this.current, kind, value);
  }

  /** The same under every key that may have indexed a row. */
  indexes(kind: 'email' | 'phone' | 'idNumber', value: string): string[] {
    return [this.current, this.old].flatMap((ring) => (ring && indexUnder(ring, kind, value)) ?? []);
  }

  /** A hash for what is compared and never shown again (query codes). 64 hex digits. */
  codeHash(number: string, code: string): string {
    return hmac(this.token, `code:${number}:${code}`).toString('hex');
  }

  /** 64 bytes for the query code of what another system handed in; made again from its key, so that no code need be kept. */
  codeBytes(sourceKey: string): Buffer {
    return createHmac('sha512', this.token).update(`api-code:${sourceKey}`).digest();
  }

  codeMatches(number: string, code: string, hash: string): boolean {
    return timingSafeEqual(Buffer.from(this.codeHash(number, code)), Buffer.from(hash));
  }

  /** The secret by which an answer finds its appeal: 130 bits in 26 signs of base32. */
  threadToken(appealId: number): string {
    return base32(hmac(this.token, `thread:${appealId}`));
  }

  /** The secret in a department's link, 130 bits; made again from its random nonce, so that it need not be kept. */
  linkToken(nonce: string): string {
    return base32(hmac(this.token, `transfer:${nonce}`));
  }

  /** Under which a link is found. 64 hex digits. */
  linkHash(token: string): string {
    return hmac(this.token, `transfer-link:${token}`).toString('hex');
  }

  /** What is found by a random secret that its row does not hold; `use` keeps secrets of one purpose from another. 64 hex digits. */
  secretHash(use: SecretUse, secret: string): string {
    return hmac(this.token, `${use}:${secret}`).toString('hex');
  }

  secretMatches(use: SecretUse, secret: string, hash: string): boolean {
    return timingSafeEqual(Buffer.from(this.secretHash(use, secret)), Buffer.from(hash));
  }

  /** Tells letters to one domain from those to another, and nobody which. 22 signs. */
  domainKey(domain: string): string {
    return hmac(this.token, `domain:${domain.toLowerCase()}`).toString('base64url').slice(0, 22);
  }

  threadTokenMatches(appealId: number, token: string): boolean {
    const right = Buffer.from(this.threadToken(appealId));
    const given = Buffer.from(token);
    return right.length === given.length && timingSafeEqual(right, given);
  }
}

const hmac = (key: Buffer, value: string): Buffer => createHmac('sha256', key).update(value).digest();

function opened({ seal }: Ring, body: string): string {
  const bytes = Buffer.from(body, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', seal, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

const PLAIN = {
  email: (value: string) => value.trim().toLowerCase(),
  phone: (value: string) => value.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, ''),
  idNumber: (value: string) => value.replace(/\s/g, '').toUpperCase(),
};

function indexUnder({ index }: Ring, kind: keyof typeof PLAIN, value: string): string | null {
  const plain = PLAIN[kind](value);
  return plain ? hmac(index, `${kind}:${plain}`).toString('base64url') : null;
}

/** 130 bits of a hash in 26 signs. */
function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
  let token = '';
  for (let at = 0; at < 26; at++) {
    token += BASE32[Number(bits & 31n)];
    bits >>= 5n;
  }
  return token;
}
