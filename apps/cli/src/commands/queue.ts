import {
  dayOf,
  daysBetween,
  daysWord,
  departmentName,
  endOfDay,
  KIND_WORDS,
  STATUS_WORDS,
  STEP_WORDS,
  unitName,
  withOffset,
  table,
  type Office,
} from '@hub/domain';
import { QueueQuery, type AppealEntity } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { options, whole } from '../usage';

const PAGE = 200;

/** Pages through the queue, nearest due date first. */
export async function queueRows(queue: QueueQuery, limit: number, all = false): Promise<AppealEntity[]> {
  const rows: AppealEntity[] = [];
  let cursor: string | null = null;
  do {
    const page = await queue.page(
      { sight: { all: true, staffId: 0, veil: 'nothing', accused: null }, open: all ? null : true },
      'due',
      cursor,
      Math.min(PAGE, limit - rows.length),
    );
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor && rows.length < limit);
  return rows;
}

const placeOf = (appeal: AppealEntity, office: Office): string | null =>
  unitName(office, appeal.unitId) ?? departmentName(office, appeal.departmentId);

export function queueTable(rows: readonly AppealEntity[], office: Office): string {
  const today = dayOf(new Date());
  return table(
    ['编号', '类型', '来源', '状态', '单位', '下一步', '期限', '主题'],
    rows.map((one) => [
      one.number,
      KIND_WORDS[one.kind],
      one.source,
      STATUS_WORDS[one.status],
      placeOf(one, office) ?? '—',
      one.step ? STEP_WORDS[one.step] : '—',
      one.step ? daysWord(daysBetween(today, one.dueOn)) : '—',
      one.subject,
    ]),
  );
}

export async function queue(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt queue [--json] [--limit N] [--all]';
  const { values } = options(
    argv,
    { json: { type: 'boolean' }, limit: { type: 'string' }, all: { type: 'boolean' } } as const,
    usage,
  );
  const limit = whole(values.limit, values.json ? 1_000_000 : 50, '--limit');
  return withHub<ExitCode>(async ({ app, settings }) => {
    const rows = await queueRows(app.get(QueueQuery), limit, values.all);
    if (!values.json) {
      process.stdout.write(rows.length ? queueTable(rows, settings.office) : '没有未办结的来件。\n');
      return 0;
    }
    const items = rows.map((one) => ({
      number: one.number,
      subject: one.subject,
      status: one.status,
      kind: one.kind,
      channel: one.channel,
      source: one.source,
      unit: placeOf(one, settings.office),
      receivedAt: withOffset(one.receivedAt),
      dueAt: one.step ? endOfDay(one.dueOn) : null,
    }));
    // Waits for a slow reader at the other end of the pipe.
    await new Promise<void>((done) => process.stdout.write(`${JSON.stringify(items, null, 1)}\n`, () => done()));
    return 0;
  });
}
