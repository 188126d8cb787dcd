import { SUBMIT_VISITS } from './submit-visits';
import type { Visit } from './visit';
import { ago } from './walked-appeal';

const page = (path: string, about: string): Visit => ({ route: `GET ${path}`, about, ask: () => [path] });
const form = (path: string, about: string, ask: Visit['ask']): Visit => ({ route: `POST ${path}`, about, ask });
const LONG = `每天晚上十点以后还在响。${'很长的一段话'.repeat(40)} https://example.org/${'a'.repeat(150)}`;
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
  {
    route: 'GET /statistics',
    about: '办理统计',
    ask: async ({ appeals }) => {
      for (let one = 0; one < 6; one++) await appeals.received();
      return ['/statistics'];
    },
  },
  { route: 'GET /statistics', about: '没有这个时段', ask: () => ['/statistics?period=2026-13'] },
  ...SUBMIT_VISITS,
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
  form('/track/withdrawal', '没写原因', async ({ appeals, keysOf }) => [
    '/track/withdrawal',
    { ...keysOf(await appeals.received()), why: '' },
  ]),
  form('/track/withdrawal', '再问一次', async ({ appeals, keysOf }) => [
    '/track/withdrawal',
    { ...keysOf(await appeals.received()), why: '事情已经解决' },
  ]),
  form('/track/withdrawal', '已撤回', async ({ appeals, keysOf }) => [
    '/track/withdrawal',
    { ...keysOf(await appeals.received()), why: '事情已经解决', sure: 'yes' },
  ]),
  form('/track/rating', '请评价', async ({ appeals, keysOf }) => ['/track/rating', keysOf(await appeals.answered())]),
  page('/track/lost', '查询码丢了'),
  form('/track/lost', '没填', () => ['/track/lost', { number: '', email: 'a' }]),
  form('/track/lost', '寄了', () => ['/track/lost', { number: 'YXT-20200101-0001', email: 'someone@example.com' }]),
  { route: 'GET /track/link/:token', about: '信里的链接', ask: () => [`/track/link/${'a'.repeat(40)}`] },
  { route: 'POST /track/link/:token', about: '用不了的链接', ask: () => [`/track/link/${'a'.repeat(40)}`, {}] },
  form('/track/rated', '有误', async ({ appeals, keysOf }) => ['/track/rated', keysOf(await appeals.answered())]),
  page('/guide', '还没有写文章'),
  { route: 'GET /guide', about: '没有找到', ask: () => [`/guide?q=${encodeURIComponent('没有这样的词')}`] },
  { route: 'GET /guide/:root', about: '一篇承诺', ask: async (visitors) => [await visitors.article()] },
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

/** What answers with something else than a page; files come in parts and are a test of their own. */
export const NO_PAGES = [
  'GET /published.rss',
  'GET /published.csv',
  'GET /statistics/data.csv',
  'GET /portal.css',
  'POST /preferences',
  'POST /submit/:key/files',
  'POST /submit/:key/check',
  'POST /submit/:key/split',
  'POST /submit/picture',
  'GET /track/supplement',
  'GET /track/withdrawal',
  'GET /track/rating',
  'GET /track/rated',
  'GET /track/papers',
  'POST /track/papers',
  'GET /transfers/:token/files/:id',
];
