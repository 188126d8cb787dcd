import type { IntakeFigures } from './intake';
import type { QueueFigures } from './queue';

export interface EngineFigures {
  readonly title: string;
  readonly intake: IntakeFigures;
  readonly queues: readonly QueueFigures[];
}

const number = (value: number, digits = 2): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(value >= 10 ? 1 : digits);
const ratio = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '—');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** What the peers do, measured once on a machine of 2 vCPU and 24 GiB with MariaDB 10.11; the same work, not the same run. */
const PEERS = {
  intake: 'FreeScout 54，osTicket 25，RT 4.7',
  cpu: 'FreeScout 17，osTicket 34，RT 238',
  everyone: 'RT REST2 225，FreeScout 页面 116',
  unit: 'FreeScout 73，RT REST2 80',
  http: 'FreeScout 10.3，RT 7.5',
};

export function report(engines: readonly EngineFigures[], machine: readonly string[], skipped: readonly string[]): string {
  return [
    '# 一线通测速',
    machine.map((line) => `- ${line}`).join('\n'),
    '## 一、收信到登记',
    '邮件每封约 1.6 KB，寄件人和 Message-ID 各不相同；每 50 封一个事务，与收信程序相同。“裸驱动”是同一批行由驱动直接写，同样的刷盘设置，同一次运行。',
    table(['指标', '引擎', '一线通', '裸驱动', '比', '参照'], engines.flatMap(intakeRows)),
    '## 二、时间花在哪里',
    '各段单独跑，毫秒每封。全程里各段有重叠（读信在另一个线程），所以几段之和不等于全程。',
    table(['段', ...engines.flatMap(({ title }) => [`${title} 用时`, `${title} 处理器`])], partRows(engines)),
    '## 三、队列第一页（50 件，按期限）',
    '“裸驱动”是同一条语句由驱动直接执行。毫秒，p50 / p99，300 次，一次接一次。',
    table(['库里', '页', '引擎', '一线通', '裸驱动', '比（p50）', '参照（10 万件，p50）'], engines.flatMap(pageRows)),
    '## 四、同一页，经 HTTP（登录、全部计数、JSON）',
    table(['库里', '引擎', '毫秒 p50 / p99', '8 路并发，次每秒', '参照（次每秒）'], engines.flatMap(httpRows)),
    '参照取自同类软件在 2 核 vCPU、24 GiB、MariaDB 10.11（每次提交刷盘）上的一次测量：收信 1,000 封，库里不到 5 千件。机器和旁边的负载不同，只看量级。',
    ...skipped.map((line) => `没有测：${line}`),
  ].join('\n\n');
}

function intakeRows({ title, intake }: EngineFigures): string[][] {
  const { perSecond, barePerSecond, cpuMs, bareCpuMs, databaseCpuMs, rowsPerMail } = intake;
  const database = databaseCpuMs === null ? '' : ` + 数据库 ${number(databaseCpuMs)}`;
  return [
    ['每秒登记（封）', title, number(perSecond), number(barePerSecond), ratio(perSecond / barePerSecond), PEERS.intake],
    ['每封处理器（毫秒）', title, `${number(cpuMs)}${database}`, number(bareCpuMs), ratio(cpuMs / bareCpuMs), PEERS.cpu],
    ['每封写几行', title, number(rowsPerMail, 1), number(rowsPerMail, 1), '1.00', ''],
  ];
}

const partRows = (engines: readonly EngineFigures[]): string[][] =>
  engines[0]!.intake.parts.map(({ name }, at) => [
    name,
    ...engines.flatMap(({ intake }) => [number(intake.parts[at]!.ms), number(intake.parts[at]!.cpuMs)]),
  ]);

const pageRows = ({ title, queues }: EngineFigures): string[][] =>
  queues.flatMap((queue) =>
    queue.pages.map(({ what, query, bare }, at) => [
      mixOf(queue),
      what,
      title,
      `${number(query.p50)} / ${number(query.p99)}`,
      `${number(bare.p50)} / ${number(bare.p99)}`,
      ratio(query.p50 / bare.p50),
      at === 0 ? PEERS.everyone : PEERS.unit,
    ]),
  );

const httpRows = ({ title, queues }: EngineFigures): string[][] =>
  queues.map((queue) => {
    const { one, perSecond, missing } = queue.http;
    const times = one ? `${number(one.p50)} / ${number(one.p99)}` : `没有测：${missing}`;
    return [mixOf(queue), title, times, one ? number(perSecond) : '—', PEERS.http];
  });

const mixOf = ({ mix, appeals, open }: QueueFigures): string =>
  `${appeals.toLocaleString('en-US')} 件，${mix}（${open.toLocaleString('en-US')} 件在办）`;
