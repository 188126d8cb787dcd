import { writeFile } from 'node:fs/promises';
import {
  dayOf,
  KIND_WORDS,
  KINDS,
  KPI_NAMES,
  KPIS,
  monthPeriod,
  percentWords,
  rateOf,
  readPeriod,
  table,
  unitName,
  type Counts,
  type Office,
} from '@hub/domain';
import { Reports, type Report } from '@hub/insight';
import type { ExitCode } from '../exit-code';
import { withHub } from '../hub-context';
import { oneOf, options, UsageError } from '../usage';

const USAGE = 'yxt report monthly --month 2026-11 [--json] [--out 文件]';
/** The whole office, as the head of the bureau sees it. */
const ALL = { all: true, staffId: 0, veil: 'nothing', accused: null } as const;

export async function report(argv: readonly string[]): Promise<ExitCode> {
  const known = { month: { type: 'string' }, json: { type: 'boolean' }, out: { type: 'string' } } as const;
  const { positionals, values } = options(argv, known, USAGE);
  oneOf('report', positionals[0], ['monthly'], USAGE);
  const month = values.month;
  if (!month || !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new UsageError(month ? `月份“${month}”看不懂。` : '没有写月份。', `用法：${USAGE}`);
  return withHub<ExitCode>(async ({ app, settings }) => {
    const now = new Date();
    const { from, to } = readPeriod(month, dayOf(now));
    const figures = await app.get(Reports).of(ALL, from, to, now);
    const text = values.json
      ? `${JSON.stringify(jsonOf(month, figures, settings.office), null, 1)}\n`
      : monthly(month, figures, settings.office);
    if (values.out) {
      await writeFile(values.out, text, { flag: 'wx' });
      process.stdout.write(`已写入 ${values.out}。\n`);
    } else await new Promise<void>((done) => process.stdout.write(text, () => done()));
    return 0;
  });
}

const ratesOf = (counts: Counts) => KPI_NAMES.map((name) => ({ name, kpi: KPIS[name], rate: rateOf(KPIS[name], counts) }));

function jsonOf(month: string, { counts, units, medianDays, tallies }: Report, office: Office) {
  const rates = (of: Counts) =>
    Object.fromEntries(
      ratesOf(of).map(({ name, kpi, rate }) => [
        name,
        { name: kpi.name, numerator: rate.of, denominator: rate.among, apart: rate.apart },
      ]),
    );
  return {
    month,
    received: counts.received ?? 0,
    answered: counts.answered ?? 0,
    closed: counts.closed ?? 0,
    medianDays,
    rates: rates(counts),
    kinds: tallies.kind,
    units: Object.entries(units).map(([id, of]) => ({ unit: nameOf(office, id), received: of.received ?? 0, rates: rates(of) })),
  };
}

const nameOf = (office: Office, id: string): string => (id ? (unitName(office, id) ?? id) : '还没有派单');

/** The month in words: every rate with both its parts. */
function monthly(month: string, { from, to, counts, units, medianDays, tallies }: Report, office: Office): string {
  const parts = (of: number, among: number, permille: number | null) => [`${of} / ${among}`, percentWords(permille)];
  const rates = ratesOf(counts).map(({ kpi, rate }) => [
    kpi.name,
    ...parts(rate.of, rate.among, rate.permille),
    rate.apart === null ? '' : `另计 ${rate.apart}`,
    kpi.source,
  ]);
  const byUnit = Object.entries(units)
    .sort(([, a], [, b]) => (b.received ?? 0) - (a.received ?? 0))
    .map(([id, of]) => [
      nameOf(office, id),
      String(of.received ?? 0),
      ...(['contact', 'site', 'reply', 'satisfied'] as const).map((name) => {
        const rate = rateOf(KPIS[name], of);
        return parts(rate.of, rate.among, rate.permille).reverse().join('（') + '）';
      }),
    ]);
  const kinds = KINDS.map((kind) => [KIND_WORDS[kind], String(tallies.kind[kind] ?? 0)]);
  return [
    `${office.bureau}群众诉求${monthPeriod(month).words}报告（${from} 至 ${to}）`,
    '',
    `收到 ${counts.received ?? 0} 件，答复送达 ${counts.answered ?? 0} 件，办结 ${counts.closed ?? 0} 件，发出督办单 ${counts.ordered ?? 0} 份。`,
    `答复天数中位数：${medianDays === null ? '没有答复' : `${medianDays} 天`}。`,
    '',
    '一、各项比率（分子 / 分母）',
    table(['指标', '件数', '比率', '', '依据'], rates, 60),
    '二、收到的来件按类型',
    table(['类型', '件数'], kinds),
    '三、各单位（按主办单位）',
    table(['单位', '收到', '1周联系率', '2周现场率', '4周答复率', '满意率'], byUnit),
    '到期的事项按到期那天计，到昨天为止；迟办的以后补办了仍算迟；免办的另计。',
    '',
  ].join('\n');
}
