import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Everything that needs the bureau's secret key: sealing of identities (AES-256-GCM), keyed look-up indexes and tokens
 * (HMAC-SHA-256), each under a key of its own derived by HKDF. The key stands outside the database.
 */
export class Secrets {
  private readonly sealKey: Buffer;
  private readonly indexKey: Buffer;
  private readonly tokenKey: Buffer;

  /** @param secret HUB_SECRET_KEY, at least 32 characters. */
  constructor(secret: string) {
    const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'yixiantong', use, 32));
    this.sealKey = derive('seal-1');
    this.indexKey = derive('index-1');
    this.tokenKey = derive('token-1');
  }

  /** `v1.` and base64 of nonce, tag and cipher text. */
  seal(plain: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealKey, nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`;
  }

  /** Throws where the text was sealed under another key or changed since. */
  unseal(sealed: string): string {
    const bytes = Buffer.from(sealed.slice(3), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.sealKey, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** Finds exact values without telling them; case and spaces do not count. Null for an empty value. */
  index(kind: 'email' | 'phone', value: string): string | null {
    const plain =
      kind === 'email' ? value.trim().toLowerCase() : value.replace(/\D/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '');
    return plain ? this.hmac(this.indexKey, `${kind}:${plain}`).toString('base64url') : null;
  }

  /** A hash for what is compared and never shown again (query codes). 64 hex digits. */
  codeHash(number: string, code: string): string {
    return this.hmac(this.tokenKey, `code:${number}:${code}`).toString('hex');
  }

  codeMatches(number: string, code: string, hash: string): boolean {
    return timingSafeEqual(Buffer.from(this.codeHash(number, code)), Buffer.from(hash));
  }

  /** The secret by which an answer finds its appeal: 130 bits in 26 signs of base32. */
  threadToken(appealId: number): string {
    const bytes = this.hmac(this.tokenKey, `thread:${appealId}`);
    let bits = 0n;
    for (const byte of bytes.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
    let token = '';
    for (let at = 0; at < 26; at++) {
      token += BASE32[Number(bits & 31n)];
      bits >>= 5n;
    }
    return token;
  }

  threadTokenMatches(appealId: number, token: string): boolean {
    const right = Buffer.from(this.threadToken(appealId));
    const given = Buffer.from(token);
    return right.length === given.length && timingSafeEqual(right, given);
  }

  private hmac(key: Buffer, value: string): Buffer {
    return createHmac('sha256', key).update(value).digest();
  }
}
