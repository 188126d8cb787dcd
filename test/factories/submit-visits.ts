import sharp from 'sharp';
import { Citizen } from '../support/citizen';
import type { Asked } from './asked';
import type { Visit } from './visit';
import type { Visitors } from './visitors';

const LONG = `每天晚上十点以后还在响。${'很长的一段话'.repeat(40)} https://example.org/${'a'.repeat(150)}`;
const WHAT = {
  subject: '楼下饭店的风机夜里太吵',
  text: LONG,
  'from-y': '2026',
  'from-m': '9',
  hours: ['night', 'evening'],
  street: '长寿路街道',
  place: '梧桐里 3 号',
  site: '某某饭店',
};
const WHO = { secrecy: 'confidential', name: '陈女士', phone: '138 0000 0000', agent: 'yes', whom: '我母亲' };
const WHOLE = { kind: 'complaint', ...WHAT, hours: 'night', ...WHO, agent: 'no' };

const steps = ['kind', 'what', 'files', 'contact', 'check', 'done'] as const;
type Step = (typeof steps)[number];

/** Somebody who has filled in everything before this step, and stands at it. */
async function writing({ hub }: Visitors, step: Step): Promise<Citizen> {
  const citizen = await (await new Citizen(hub).get('/submit?kind=complaint')).send({});
  const answers = [
    () => citizen.send({ act: 'next' }),
    () => citizen.send({ ...WHAT, act: 'next' }),
    async () => citizen.upload([{ name: '后墙风机.jpg', bytes: await photo() }], { act: 'next' }),
    () => citizen.send({ ...WHO, act: 'next' }),
    () => citizen.send({ act: 'send' }),
  ];
  for (const answer of answers.slice(0, steps.indexOf(step))) await answer();
  if (!citizen.path.startsWith('/submit/') || citizen.faults.length)
    throw new Error(`not at ${step}: ${citizen.faults.join(' ')}`);
  return citizen;
}

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#654' } })
    .jpeg()
    .toBuffer();

/** Opens the page of a step again, or sends its form with these fields. */
const asks = async (visitors: Visitors, step: Step, fields?: Record<string, string>): Promise<Asked> => {
  const citizen = await writing(visitors, step);
  return [citizen.path, fields, citizen.jar];
};
const at = (step: Step, about: string): Visit => ({
  route: `GET /submit/:key/${step}`,
  about,
  ask: (visitors) => asks(visitors, step),
});
const wrong = (step: Step, fields: Record<string, string>): Visit => ({
  route: `POST /submit/:key/${step}`,
  about: '有误',
  ask: (visitors) => asks(visitors, step, { ...fields, act: 'next' }),
});

/** The form in steps, and the form that comes whole from another page. */
export const SUBMIT_VISITS: readonly Visit[] = [
  { route: 'GET /submit', about: '须知', ask: () => ['/submit'] },
  { route: 'GET /submit', about: '过期了', ask: () => ['/submit?gone=1'] },
  {
    route: 'GET /submit',
    about: '没有写完',
    ask: async (visitors) => ['/submit', undefined, (await writing(visitors, 'files')).jar],
  },
  at('kind', '选类型'),
  wrong('kind', { kind: '' }),
  at('what', '事情经过'),
  wrong('what', { subject: '', text: '请打 13800000000', 'from-m': '12', street: '外滩街道' }),
  at('files', '照片和文件'),
  at('contact', '联系方式'),
  wrong('contact', { secrecy: 'named', name: '', phone: '1', email: 'a' }),
  at('check', '核对'),
  {
    route: 'GET /submit/:key/split',
    about: '分成几件',
    ask: async (visitors) => {
      const { path, jar } = await writing(visitors, 'check');
      return [path.replace(/check$/, 'split'), undefined, jar];
    },
  },
  at('done', '已经收到'),
  {
    route: 'GET /submit/:key/done',
    about: '交成',
    ask: async (visitors) => {
      const citizen = await writing(visitors, 'check');
      const { headers } = await visitors.open([citizen.path, { act: 'send' }, citizen.jar]);
      return [headers['location']!, undefined, citizen.jar];
    },
  },
  { route: 'POST /submit', about: '整张表，有误', ask: () => ['/submit', { ...WHOLE, text: '', street: '', phone: '1' }] },
  { route: 'POST /submit', about: '整张表，交成', ask: () => ['/submit', WHOLE] },
  {
    route: 'POST /submit',
    about: '整张表，交了两次',
    ask: async (visitors) => {
      const again = { ...WHOLE, receipt: 'the-same-form-again' };
      await visitors.open(['/submit', again]);
      return ['/submit', again];
    },
  },
];
