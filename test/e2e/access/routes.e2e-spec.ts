import type { IncomingMessage } from 'node:http';
import { ROLES, type Role } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import request from 'supertest';
import { Hub } from '../../support/hub';
import { openSqlite } from '../../support/mariadb';
import { routesOf } from '../../support/routes';
import { ROUTES } from './routes';

const headOnly = (response: request.Response, done: (error: Error | null, body: null) => void) => {
  (response as unknown as IncomingMessage).destroy();
  done(null, null);
};

describe('every route', () => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await openSqlite()).url);
    await hub.app.get(UnitOfWork).run(({ workers }) => workers.sign('elsewhere:1:a', 600_000));
    for (const role of ROLES) await hub.staff(role, role, role === 'section-head' || role === 'handler' ? 'supervision' : null);
  });
  afterAll(() => hub.close());

  it('stands in the written table, and the table names no other', () => {
    expect(routesOf(hub).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  /** With names that nothing has: whoever may call the route is told that there is no such thing. */
  const statusFor = async (route: string, role: Role | null): Promise<number> => {
    const [method, path] = route.split(' ') as [string, string];
    const address = path.replace(':number', 'YXT-20200101-0001').replace(/:\w+/g, '999999');
    const { cookie } = hub.as(role);
    const verb = method.toLowerCase() as 'get' | 'post' | 'delete';
    const asked = request(hub.app.getHttpServer())[verb](address).set('Cookie', cookie);
    // A stream would never end: of an answer the head is enough.
    return (await (method === 'GET' ? asked.buffer(true).parse(headOnly) : asked.send({}))).status;
  };

  it.each(Object.entries(ROUTES).filter(([, who]) => who === 'token'))('%s is closed to staff', async (route) => {
    for (const role of [null, ...ROLES]) expect([role, await statusFor(route, role)]).toEqual([role, 401]);
  });

  it.each(Object.entries(ROUTES).filter(([, who]) => who !== 'public' && who !== 'token'))(
    '%s is open to the roles of its row only',
    async (route, who) => {
      expect(await statusFor(route, null)).toBe(401);
      for (const role of ROLES) {
        const status = await statusFor(route, role);
        const open = who === 'all' || (who as readonly Role[]).includes(role);
        expect([role, status === 403, status === 401]).toEqual([role, !open, false]);
      }
    },
  );

  it.each(Object.entries(ROUTES).filter(([route, who]) => who === 'public' && route.startsWith('GET ')))(
    '%s is open to everybody',
    async (route) => {
      expect([200, 303, 404]).toContain(await statusFor(route, null));
    },
  );
});
