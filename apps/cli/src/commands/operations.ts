import { QuarantineService } from '@hub/casework';
import {
  Fault,
  instant,
  LETTER_RULES,
  LETTER_STATE_WORDS,
  maskEmail,
  maskIdentityIn,
  NOBODY,
  NotFound,
  SHOWN_LETTER_STATES,
  shownLetterState,
  SITE_REPLY_STATE_WORDS,
  withOffset,
  table,
} from '@hub/domain';
import { FileStore, OperationsQuery, Secrets, UnitOfWork } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { oneOf, options, UsageError, whole } from '../usage';

const LIST = 500;

const STATE_OF = Object.fromEntries(SHOWN_LETTER_STATES.map((state) => [LETTER_STATE_WORDS[state], state]));

export async function outbox(argv: readonly string[]): Promise<ExitCode> {
  const usage = `yxt outbox list [--state ${Object.keys(STATE_OF).join('|')}] | retry [序号 | --domain 域名 | --site [序号]]`;
  const known = { state: { type: 'string' }, domain: { type: 'string' }, site: { type: 'boolean' } } as const;
  const { positionals, values } = options(argv, known, usage);
  const act = oneOf('outbox', positionals[0], ['list', 'retry'], usage);
  const id = positionals[1] === undefined ? null : whole(positionals[1], 0, '序号');
  const state = values.state === undefined ? null : STATE_OF[oneOf('--state', values.state, Object.keys(STATE_OF), usage)]!;
  return withHub<ExitCode>(async ({ app }) => {
    if (act === 'list') {
      const letters = await app.get(OperationsQuery).letters(state ? [state] : SHOWN_LETTER_STATES, LIST);
      process.stdout.write(letters.length ? letterTable(letters) : '没有这样的信。\n');
      const replies = await app.get(OperationsQuery).siteReplies(state ? [state] : SHOWN_LETTER_STATES, LIST);
      if (replies.length) process.stdout.write(`\n贴到网站的答复：\n${siteReplyTable(replies)}`);
      return 0;
    }
    if (values.site) return retrySiteReplies(app.get(UnitOfWork), id);
    const now = instant(Date.now());
    const domainKey = values.domain === undefined ? null : app.get(Secrets).domainKey(values.domain);
    const done = await app.get(UnitOfWork).run(async ({ outbox: box, outboxDomains }) => {
      const one = id === null ? null : await box.find(id);
      const letters = id === null ? await box.dead(domainKey) : one ? [one] : [];
      for (const key of new Set(letters.map((letter) => letter.domainKey))) await outboxDomains.open(key, now);
      return box.retry(
        letters.map((letter) => letter.id),
        now,
      );
    });
    if (id && !done) throw new NotFound(`${id} 号信已寄出，或不存在。`, '用 yxt outbox list 看全部。');
    process.stdout.write(`${done} 封将重新寄。\n`);
    return 0;
  });
}

async function retrySiteReplies(work: UnitOfWork, id: number | null): Promise<ExitCode> {
  const now = instant(Date.now());
  const done = await work.run(async ({ siteReplies, outboxDomains }) => {
    const one = id === null ? null : await siteReplies.find(id);
    const replies = id === null ? await siteReplies.dead() : one ? [one] : [];
    for (const channel of new Set(replies.map((reply) => reply.channel)))
      await outboxDomains.open(siteReplies.keyOf(channel), now);
    return siteReplies.retry(
      replies.map((reply) => reply.id),
      now,
    );
  });
  if (id && !done) throw new NotFound(`${id} 号网站答复已贴出，或不存在。`, '用 yxt outbox list 看全部。');
  process.stdout.write(`${done} 条将重新贴，贴以前先看原帖。\n`);
  return 0;
}

function siteReplyTable(replies: Awaited<ReturnType<OperationsQuery['siteReplies']>>): string {
  const rows = replies.map((one) => [
    String(one.id),
    SITE_REPLY_STATE_WORDS[shownLetterState(one)],
    one.source,
    one.mark,
    String(one.attempts),
    one.state === 'pending' ? withOffset(one.nextAt) : '',
    maskIdentityIn(one.lastError ?? '', NOBODY),
    one.url,
  ]);
  return table(['序号', '状态', '网站', '来件', '次数', '下次', '上次错误', '原帖'], rows);
}

function letterTable(letters: Awaited<ReturnType<OperationsQuery['letters']>>): string {
  const rows = letters.map((one) => [
    String(one.id),
    LETTER_STATE_WORDS[shownLetterState(one)],
    LETTER_RULES[one.kind].name,
    maskEmail(one.to),
    String(one.attempts),
    one.state === 'pending' ? withOffset(one.nextAt) : '',
    maskIdentityIn(one.lastError ?? '', NOBODY),
    maskIdentityIn(one.subject, NOBODY),
  ]);
  return table(['序号', '状态', '种类', '收件人', '次数', '下次', '上次错误', '标题'], rows);
}

const WAITING_WORDS: Readonly<Record<string, string>> = { held: '等人核对', aside: '已搁置' };

export async function quarantine(argv: readonly string[]): Promise<ExitCode> {
  const usage = 'yxt quarantine list | show 序号 | retry [序号]';
  const [given, typed] = options(argv, {}, usage).positionals;
  const act = oneOf('quarantine', given, ['list', 'show', 'retry'], usage);
  const id = typed === undefined ? null : whole(typed, 0, '序号');
  if (act === 'show' && !id) throw new UsageError('没有写序号。', `用法：${usage}`);
  return withHub<ExitCode>(async ({ app }) => {
    const operations = app.get(OperationsQuery);
    if (act === 'list') {
      const items = [...(await operations.waitingItems(LIST)), ...(await operations.waitingItems(LIST, true))];
      const rows = items.map((one) => [
        String(one.id),
        WAITING_WORDS[one.state] ?? '读不出',
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
