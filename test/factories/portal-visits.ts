import { addDays, dayOf } from '@hub/domain';
import { Database, UnitOfWork } from '@hub/persistence';
import request, { type Test } from 'supertest';
import type { Hub } from '../support/hub';
import { publish } from './publication';
import { ago, hireBureau, WalkedAppeal } from './walked-appeal';

/** What a browser asks for: an address, or an address with the fields of a form. */
export type Asked = readonly [path: string, fields?: Readonly<Record<string, string>>];

/** One page as somebody comes upon it. */
export interface Visit {
  readonly route: string;
  readonly about: string;
  readonly ask: (visitors: Visitors) => Asked | Promise<Asked>;
}

const page = (path: string, about: string): Visit => ({ route: `GET ${path}`, about, ask: () => [path] });
const form = (path: string, about: string, ask: Visit['ask']): Visit => ({ route: `POST ${path}`, about, ask });
const LONG = `每天晚上十点以后还在响。${'很长的一段话'.repeat(40)} https://example.org/${'a'.repeat(150)}`;
const WORDS = {
  kind: 'complaint',
  subject: '楼下饭店的风机夜里太吵',
  text: LONG,
  street: '长寿路街道',
  place: '梧桐里 3 号',
  secrecy: 'confidential',
  name: '陈女士',
  phone: '138 0000 0000',
};
const rate = (about: string, ask: Visit['ask']): Visit => ({ route: 'GET /rate/:token', about, ask });
const transfer = (about: string, ask: Visit['ask']): Visit => ({ route: 'GET /transfers/:token', about, ask });

/** Every page of the portal, and each in every shape that looks another. */
export const VISITS: readonly Visit[] = [
  page('/', '首页'),
  {
    route: 'GET /',
    about: '首页，有公开的结果',
    ask: async (visitors) => {
      await visitors.published();
      return ['/'];
    },
  },
  page('/privacy', '隐私说明'),
  page('/submit', '空表'),
  { route: 'GET /submit', about: '从首页选了举报', ask: () => ['/submit?kind=report'] },
  form('/submit', '有误', () => ['/submit', { ...WORDS, text: '', street: '', phone: '1' }]),
  form('/submit', '交成', () => ['/submit', WORDS]),
  form('/submit', '交了两次', async (visitors) => {
    const again = { ...WORDS, receipt: 'the-same-form-again' };
    await visitors.open(['/submit', again]);
    return ['/submit', again];
  }),
  page('/track', '空表'),
  form('/track', '没填', () => ['/track', { number: '', code: '' }]),
  form('/track', '对不上', () => ['/track', { number: 'YXT-20200101-0001', code: 'AAAA-BBBB-CCCC-DDDD' }]),
  form('/track', '刚收到', async ({ appeals, keysOf }) => ['/track', keysOf(await appeals.received())]),
  form('/track', '超期', async ({ appeals, keysOf }) => {
    const letter = { date: new Date(ago(9)).toUTCString() };
    return ['/track', keysOf(await appeals.inHand({ letter }))];
  }),
  form('/track', '不予受理', async ({ appeals, hub, keysOf }) => {
    const number = await appeals.received();
    const refusal = { ground: '属诉讼事项', rightPath: '向人民法院提起' };
    await hub.as('leader').act(number, 'non-acceptance', refusal).expect(200);
    return ['/track', keysOf(number)];
  }),
  form('/track', '想问一句', async (visitors) => ['/track', await visitors.asked()]),
  form('/track', '已转交', async (visitors) => ['/track', visitors.keysOf(await visitors.transferred())]),
  form('/track', '已答复', async ({ appeals, keysOf }) => ['/track', keysOf(await appeals.answered())]),
  form('/track/supplement', '没写', async (visitors) => ['/track/supplement', { ...(await visitors.asked()), more: '' }]),
  form('/track/supplement', '收到', async (visitors) => ['/track/supplement', { ...(await visitors.asked()), more: LONG }]),
  page('/published', '还没有公开的'),
  {
    route: 'GET /published',
    about: '找到几条',
    ask: async (visitors) => {
      await visitors.published();
      return [`/published?q=${encodeURIComponent('风机')}`];
    },
  },
  { route: 'GET /published', about: '没有找到', ask: () => ['/published?topic=soil'] },
  { route: 'GET /published/:serial', about: '一条结果', ask: async (visitors) => [await visitors.published()] },
  rate('没有这个链接', () => ['/rate/nothing']),
  rate('请评价', async (visitors) => [await visitors.rateLink()]),
  {
    route: 'POST /rate/:token',
    about: '有误',
    ask: async (visitors) => [await visitors.rateLink(), { satisfaction: 'unsatisfied' }],
  },
  {
    route: 'POST /rate/:token',
    about: '收到',
    ask: async (visitors) => [
      await visitors.rateLink(),
      { solved: 'partly', satisfaction: 'unsatisfied', fees: '3', words: LONG, reopen: 'yes' },
    ],
  },
  transfer('没有这个链接', () => ['/transfers/nothing']),
  transfer('请办理', async (visitors) => [await visitors.link(await visitors.transferred())]),
  {
    route: 'POST /transfers/:token',
    about: '有误',
    ask: async (visitors) => [await visitors.link(await visitors.transferred()), {}],
  },
  { route: 'GET 404', about: '没有这一页', ask: () => ['/nowhere'] },
  { route: 'POST 413', about: '太长', ask: () => ['/submit', { text: '吵'.repeat(60_000) }] },
];

/** What answers with something else than a page. */
export const NO_PAGES = [
  'GET /published.rss',
  'GET /published.csv',
  'GET /portal.css',
  'POST /preferences',
  'GET /track/supplement',
  'GET /transfers/:token/files/:id',
];

/** The citizens and departments who open the pages, and the bureau that brings their appeals along. */
export class Visitors {
  readonly appeals: WalkedAppeal;

  private constructor(readonly hub: Hub) {
    this.appeals = new WalkedAppeal(hub);
  }

  static async at(hub: Hub): Promise<Visitors> {
    await hireBureau(hub);
    return new Visitors(hub);
  }

  readonly keysOf = (number: string): { number: string; code: string } => ({ number, code: this.appeals.codes.get(number)! });

  /** As a browser without script asks; a form is sent with what its page keeps hidden. */
  open([path, fields]: Asked): Test {
    const server = this.hub.app.getHttpServer() as Parameters<typeof request>[0];
    return fields ? request(server).post(path).type('form').send(fields) : request(server).get(path);
  }

  /** The keys of an appeal whose citizen is asked something. */
  async asked(): Promise<{ number: string; code: string }> {
    const number = await this.appeals.inHand();
    const question = { text: '夜里方便测量吗？', dueOn: addDays(dayOf(new Date()), 5) };
    await this.hub.as('officer').act(number, 'question', question).expect(200);
    return this.keysOf(number);
  }

  async rateLink(): Promise<string> {
    return this.link(await this.appeals.answered(), 'reply');
  }

  async transferred(): Promise<string> {
    const number = await this.appeals.received({ subject: '河道发黑' });
    const out = { departmentId: 'water', summary: LONG, reason: '河道保洁属贵单位职责，见区河道管理分工。' };
    await this.hub.as('office').act(number, 'transfer', out).expect(200);
    return number;
  }

  /** The address of a published result. */
  async published(): Promise<string> {
    return `/published/${await publish(this.hub.app.get(UnitOfWork))}`;
  }

  /** The link in the newest letter of its kind. */
  async link(number: string, kind: 'transfer' | 'reply' = 'transfer'): Promise<string> {
    const [letter] = (await this.hub.app
      .get(Database)
      .writer.query(
        'SELECT o.body FROM outbox_letters o JOIN appeals a ON a.id = o.appealId WHERE a.number = ? AND o.kind = ? ORDER BY o.id DESC',
        [number, kind],
      )) as [{ body: string }];
    return /\/(?:transfers|rate)\/[\w-]+/.exec(letter.body)![0];
  }
}
