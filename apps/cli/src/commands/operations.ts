import { QuarantineService } from '@hub/casework';
import { Fault, instant, maskEmail, maskIdentityIn, NOBODY, NotFound, withOffset } from '@hub/domain';
import { FileStore, OperationsQuery, UnitOfWork } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { table } from '../table';
import { oneOf, options, UsageError, whole } from '../usage';

const LETTER_WORDS = { pending: '待发', sending: '发送中', sent: '已送达', dead: '发不出' } as const;
const LIST = 500;

export async function outbox(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt outbox list | retry [序号]';
  const [given, typed] = options(argv, {}, usage).positionals;
  const act = oneOf('outbox', given, ['list', 'retry'], usage);
  const id = typed === undefined ? null : whole(typed, 0, '序号');
  return withHub<ExitCode>(async ({ app }) => {
    const operations = app.get(OperationsQuery);
    if (act === 'list') {
      const letters = await operations.letters(['pending', 'sending', 'sent', 'dead'], LIST);
      const rows = letters.map((one) => [
        String(one.id),
        LETTER_WORDS[one.state],
        one.kind,
        maskEmail(one.to),
        String(one.attempts),
        one.lastError ?? '',
        one.subject,
      ]);
      process.stdout.write(
        rows.length ? table(['序号', '状态', '种类', '收件人', '次数', '上次错误', '标题'], rows) : '待发箱是空的。\n',
      );
      return 0;
    }
    const ids = id ? [id] : (await operations.letters(['dead'], LIST)).map((one) => one.id);
    const done = await app.get(UnitOfWork).run(({ outbox: box }) => box.retry(ids, instant(Date.now())));
    if (id && !done) throw new NotFound(`${id} 号信已发出，或不存在。`, '用 yxt outbox list 看全部。');
    process.stdout.write(`${done} 封将重新发送。\n`);
    return 0;
  });
}

export async function quarantine(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt quarantine list | show 序号 | retry [序号]';
  const [given, typed] = options(argv, {}, usage).positionals;
  const act = oneOf('quarantine', given, ['list', 'show', 'retry'], usage);
  const id = typed === undefined ? null : whole(typed, 0, '序号');
  if (act === 'show' && !id) throw new UsageError('没有写序号。', `用法：${usage}`);
  return withHub<ExitCode>(async ({ app }) => {
    const operations = app.get(OperationsQuery);
    if (act === 'list') {
      const items = await operations.waitingItems(LIST);
      const rows = items.map((one) => [
        String(one.id),
        one.state === 'held' ? '等人核对' : '读不出',
        one.source,
        withOffset(one.arrivedAt),
        one.fileName,
        one.reason ?? '',
      ]);
      process.stdout.write(rows.length ? table(['序号', '状态', '来源', '时间', '原件', '原因'], rows, 60) : '没有要处理的。\n');
      return 0;
    }
    if (act === 'show') {
      const item = await operations.item(id!);
      if (!item) throw new NotFound(`没有 ${id} 号。`, '用 yxt quarantine list 看全部。');
      const place = app.get(FileStore).placeOf(item.fileHash);
      process.stdout.write(
        `${item.id}  ${item.source}  ${item.sourceKey}\n原因：${item.reason ?? ''}\n原件：${item.fileName}（${place}）\n${maskIdentityIn(item.record ?? '', NOBODY)}\n`,
      );
      return 0;
    }
    const ids = id
      ? [id]
      : (await operations.waitingItems(LIST)).filter((one) => one.state === 'quarantined').map((one) => one.id);
    let done = 0;
    for (const one of ids) {
      try {
        if ((await app.get(QuarantineService).retry(one)).outcome === 'new') done += 1;
      } catch (error) {
        if (!(error instanceof Fault) || id) throw error;
      }
    }
    process.stdout.write(`${done} 项已登记，${ids.length - done} 项仍待人工处理。\n`);
    return 0;
  });
}
