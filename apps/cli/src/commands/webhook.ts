import { WebhookService } from '@hub/casework';
import { table, WEBHOOK_EVENT_WORDS, withOffset } from '@hub/domain';
import { ApiQuery } from '@hub/persistence';
import { withHub } from '../hub-context';
import type { ExitCode } from '../exit-code';
import { oneOf, options, whole } from '../usage';

const USAGE = 'yxt webhook list | dead | retry [序号]';
const LIST = 500;

export async function webhook(argv: readonly string[]): Promise<ExitCode> {
  const { positionals } = options(argv, {}, USAGE);
  const act = oneOf('webhook', positionals[0], ['list', 'dead', 'retry'], USAGE);
  const id = positionals[1] === undefined ? null : whole(positionals[1], 0, '序号');
  return withHub<ExitCode>(async ({ app }) => {
    const [api, webhooks] = [app.get(ApiQuery), app.get(WebhookService)];
    if (act === 'list') {
      const counts = await api.deliveryCounts();
      const rows = (await api.webhooks()).map((one) => [
        String(one.id),
        one.name,
        one.url,
        one.active ? '在用' : '停用',
        String(counts.get(one.id)?.pending ?? 0),
        String(counts.get(one.id)?.dead ?? 0),
        one.lastError ?? '',
      ]);
      process.stdout.write(
        rows.length ? table(['序号', '名称', '网址', '状态', '待送', '送不到', '上次错误'], rows, 60) : '还没有订阅。\n',
      );
    } else if (act === 'dead') {
      const rows = (await api.deliveries(['dead'], LIST)).map((one) => [
        String(one.id),
        String(one.subscriptionId),
        WEBHOOK_EVENT_WORDS[one.event],
        withOffset(one.createdAt),
        String(one.attempts),
        one.lastError ?? '',
      ]);
      process.stdout.write(
        rows.length ? table(['序号', '订阅', '事件', '时间', '次数', '原因'], rows, 60) : '没有送不到的通知。\n',
      );
    } else {
      const done = id === null ? await webhooks.retry({}, null) : await webhooks.retry({ id }, null);
      process.stdout.write(`${done} 条将重新送。\n`);
    }
    return 0;
  });
}
