import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from '@hub/domain';
import { ModulesContainer } from '@nestjs/core';
import { Hub } from '../../support/hub';
import { openSqlite } from '../../support/mariadb';

interface Route {
  readonly name: string;
  readonly allow: string | undefined;
}

/** Every handler of every controller, with the permission that it or its controller names. */
function routesOf(controllers: readonly (abstract new (...args: never[]) => unknown)[]): Route[] {
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, unknown>;
    return (
      Object.getOwnPropertyNames(prototype)
        // A controller's own path stands on its constructor.
        .filter(
          (name) =>
            name !== 'constructor' &&
            typeof prototype[name] === 'function' &&
            Reflect.hasMetadata('path', prototype[name] as object),
        )
        .map((name) => {
          const own = Reflect.getMetadata('allow', prototype[name] as object) as string | undefined;
          return {
            name: `${controller.name}.${name}`,
            allow: own ?? (Reflect.getMetadata('allow', controller) as string | undefined),
          };
        })
    );
  });
}

describe('access', () => {
  let hub: Hub;
  let routes: Route[];
  beforeAll(async () => {
    hub = await Hub.open((await openSqlite()).url);
    await hub.staff('office', 'dispatcher');
    const modules = [...hub.app.get(ModulesContainer).values()];
    const controllers = modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype));
    routes = routesOf([...new Set(controllers)] as (abstract new () => unknown)[]);
  });
  afterAll(() => hub.close());

  it('is named on every route, by a permission that there is, or the route is public', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ allow }) => allow !== 'public' && !(PERMISSIONS as readonly string[]).includes(allow ?? ''))).toEqual(
      [],
    );
  });

  it.each([
    [
      'nobody but the office registers at the desk, imports and decides on what waits',
      ['appeal.register', 'import', 'quarantine.decide'],
      ['dispatcher'],
    ],
    [
      'an administrator reads no appeal',
      ['queue.read', 'appeal.read'],
      ['dispatcher', 'section-head', 'handler', 'revisitor', 'leader', 'director', 'discipline'],
    ],
    [
      'an inspector reads and does not act',
      ['appeal.act'],
      ['dispatcher', 'section-head', 'handler', 'revisitor', 'leader', 'director'],
    ],
    [
      'sections do not see the outbox or the channels',
      ['outbox.read', 'channels.read'],
      ['administrator', 'dispatcher', 'leader', 'director'],
    ],
  ] as const)('%s', (_, permissions, roles) => {
    for (const permission of permissions)
      expect(ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission)).sort()).toEqual([...roles].sort());
  });

  const entry = { source: '来信', text: '来信一封' };

  it('is refused to a page of another site that acts with a clerk’s cookie', async () => {
    const foreign = await hub.as('office').post('/api/v1/appeals', entry).set('Origin', 'https://evil.example');
    const form = await hub.as('office').post('/api/v1/appeals', entry).type('form');
    const plain = await hub.as('office').text('/api/v1/appeals', JSON.stringify(entry));
    const sibling = await hub.as('office').post('/api/v1/appeals', entry).set('Sec-Fetch-Site', 'same-site');
    expect([foreign, form, plain, sibling].map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    await hub.as('office').post('/api/v1/appeals', entry).expect(201);
  });

  it('says the same of a wrong name and a wrong password', async () => {
    const wrong = { password: 'not-the-right-one' };
    const name = await hub
      .as(null)
      .post('/api/v1/session', { account: 'nobody', ...wrong })
      .expect(401);
    const password = await hub
      .as(null)
      .post('/api/v1/session', { account: 'office', ...wrong })
      .expect(401);
    expect(name.body).toEqual(password.body);
  });
});
