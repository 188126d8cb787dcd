import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IntakeService, UserAdminService } from '@hub/casework';
import type { Office, Role } from '@hub/domain';
import { loadSettings, siteReplies, type Settings } from '@hub/settings';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { buildHub } from '../../apps/hub/src/serve';
import { migrated } from './migrated';
import { TEST_SECRET } from './stored';

export const PASSWORD = 'a-long-test-password';

/** The whole hub over a real, empty database, and the few verbs that tests speak with. */
export class Hub {
  private readonly cookies = new Map<string, string>();

  private constructor(
    readonly app: NestExpressApplication,
    readonly settings: Settings,
    private readonly folder: string,
  ) {}

  /**
   * `now` sets the clock; where it runs on by days, `sessionHours` keeps people signed in. Channels and courier do not run by
   * themselves unless `roles` says so.
   */
  static async open(
    url: string,
    about: {
      now?: () => Date;
      roles?: string;
      sessionHours?: number;
      office?: Partial<Office>;
      channels?: Settings['channels'];
      /** Where the letters' files are looked at while the hub runs. */
      configDir?: string;
      trustedProxies?: readonly string[];
    } = {},
  ): Promise<Hub> {
    const folder = await mkdtemp(join(tmpdir(), 'yxt-hub-'));
    const env = {
      HUB_DATABASE_URL: url,
      HUB_DATA_DIR: folder,
      HUB_SECRET_KEY: TEST_SECRET,
      HUB_ROLES: about.roles ?? 'api,portal',
    };
    const loaded = loadSettings({ configDir: 'config', env });
    // Who is drawn for a revisit hangs on the number, and so on the day: tests draw nobody unless they say whom.
    const revisit = { ...loaded.office.revisit, percent: 0, samples: [] };
    const { sessionHours = loaded.sessionHours, channels = loaded.channels, configDir = loaded.configDir } = about;
    const { trustedProxies = loaded.trustedProxies } = about;
    // Tests fill in the citizens' form faster than anybody, and often.
    const web = { ...loaded.office.web, leastSeconds: 0, perNetworkPerHour: 500, allPerMinute: 500 };
    const office = { ...loaded.office, revisit, web, siteReplies: siteReplies(channels), ...about.office };
    const settings = { ...loaded, office, sessionHours, channels, configDir, trustedProxies };
    await migrated(url);
    return new Hub(await buildHub(settings, about.now), settings, folder);
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  get intake(): IntakeService {
    return this.app.get(IntakeService);
  }

  /** Adds a member of staff and signs him in; afterwards `as(account)` speaks for him. */
  async staff(account: string, role: Role, unitId: string | null = null): Promise<void> {
    await this.app.get(UserAdminService).add({ account, name: `${account}君`, role, unitId, password: PASSWORD });
    const answer = await request(this.app.getHttpServer())
      .post('/api/v1/session')
      .send({ account, password: PASSWORD })
      .expect(201);
    this.cookies.set(account, String(answer.headers['set-cookie']).split(';')[0]!);
  }

  as(account: string | null) {
    const cookie = (account && this.cookies.get(account)) || '';
    const server = this.app.getHttpServer() as Parameters<typeof request>[0];
    return {
      cookie,
      get: (path: string) => request(server).get(path).set('Cookie', cookie),
      post: (path: string, body: object = {}) => request(server).post(path).set('Cookie', cookie).send(body),
      delete: (path: string) => request(server).delete(path).set('Cookie', cookie),
      /** What a form of another site can send unasked. */
      text: (path: string, body: string) =>
        request(server).post(path).set('Cookie', cookie).set('Content-Type', 'text/plain').send(body),
      act: (number: string, act: string, body: object = {}) =>
        request(server).post(`/api/v1/appeals/${number}/${act}`).set('Cookie', cookie).send(body),
    };
  }
}
