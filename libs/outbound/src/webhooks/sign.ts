import { createHmac } from 'node:crypto';

export const SECRET_PREFIX = 'whsec_';

/**
 * The headers of Standard Webhooks 1.0: HMAC-SHA-256 over `id.timestamp.body` under the bytes behind `whsec_` (base64), so
 * that whoever gets it knows that it is ours, unchanged and fresh. `at` is the moment of this try, in milliseconds.
 */
export function signed(secret: string, id: string, body: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
