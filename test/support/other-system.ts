import request from 'supertest';
import type { Hub } from './hub';

interface Given {
  readonly name?: string;
  readonly source?: string;
  readonly scopes?: readonly string[];
  readonly perMinute?: number;
  readonly expiresAt?: string;
}

/** Another system that has got a token from the administrator `admin`. */
export async function otherSystem(hub: Hub, given: Given = {}) {
  const form = { name: '区城运平台', source: '12345', scopes: ['intake', 'read-own'], perMinute: 6000, ...given };
  const answer = await hub.as('admin').post('/api/v1/api-tokens', form).expect(201);
  const { id, token } = answer.body as { id: number; token: string };
  const server = hub.app.getHttpServer() as Parameters<typeof request>[0];
  return {
    id,
    token,
    get: (path: string) => request(server).get(path).set('Authorization', `Bearer ${token}`),
    /** A request to hand in; `key` is its Idempotency-Key. */
    submission: (key: string | null = null) => {
      const asked = request(server).post('/api/v1/intake').set('Authorization', `Bearer ${token}`);
      return key === null ? asked : asked.set('Idempotency-Key', key);
    },
  };
}
export type OtherSystem = Awaited<ReturnType<typeof otherSystem>>;
