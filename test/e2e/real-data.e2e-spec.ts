import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ImportService, LOG_READER, type IntakeResult } from '@hub/casework';
import { MailFolderChannel } from '@hub/channels';
import { withOffset, type InboundMessage, type Instant, type LogReader } from '@hub/domain';
import { Database, OperationsQuery } from '@hub/persistence';
import { lastValueFrom, toArray } from 'rxjs';
import { Hub } from '../support/hub';
import { describeBothEngines, type OpenDatabase } from '../support/mariadb';
import { describeUnless } from '../support/skip';

/** Read in place: other people's words, never copied. */
const DATA = resolve(process.env.YXT_REAL_DATA ?? '../shared/data');
const missing = existsSync(DATA) ? null : `没有真实数据 ${DATA}`;
const MAILS = ['mikel-mail', 'james-mime4j', 'mailparser', 'postal-mime', 'chatwoot', 'flanker'];

const counted = (results: readonly IntakeResult[]) => {
  const counts = { new: 0, joined: 0, known: 0, quarantined: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
};

const withHub = (open: OpenDatabase) => {
  const held: { hub?: Hub } = {};
  beforeAll(async () => {
    held.hub = await Hub.open((await open()).url);
  });
  afterAll(() => held.hub?.close());
  return () => held.hub!;
};

describeUnless(missing, 'real letters', () => {
  describeBothEngines('through the folder reader', (open) => {
    const hub = withHub(open);
    const pass = async (folder: string): Promise<IntakeResult[]> => {
      const channel = new MailFolderChannel({ name: folder, source: '局长信箱', path: join(DATA, 'mail', folder), settleMs: 0 });
      const offered: InboundMessage[] = await lastValueFrom(channel.messages().pipe(toArray()));
      const results: IntakeResult[] = [];
      for (let at = 0; at < offered.length; at += 50) results.push(...(await hub().intake.accept(offered.slice(at, at + 50))));
      return results;
    };

    it.each(MAILS)('%s: each ends as appeal, message or waiting item, and a second pass adds nothing', async (folder) => {
      const first = counted(await pass(folder));
      const items = (await hub().app.get(OperationsQuery).countItems()).reduce((sum, { count }) => sum + count, 0);
      const second = counted(await pass(folder));
      const after = (await hub().app.get(OperationsQuery).countItems()).reduce((sum, { count }) => sum + count, 0);

      const all = first.new + first.joined + first.known + first.quarantined;
      expect(all).toBeGreaterThan(0);
      expect(second).toEqual({ new: 0, joined: 0, known: all, quarantined: 0 });
      expect(after).toBe(items);
      if (process.env.YXT_COUNTS) process.stderr.write(`${folder} ${JSON.stringify(first)}\n`);
    });
  });
});

describeUnless(missing, 'real workbooks', () => {
  describeBothEngines('imported', (open) => {
    const hub = withHub(open);

    it.each(['附件4_share.xlsx', 'excel_saved_gbk_share.csv'])('%s gives 1,959 appeals once', async (name) => {
      const file = { name, bytes: readFileSync(join(DATA, 'teddy-c', name)) };
      const first = await hub().app.get(ImportService).import(file, name);
      const second = await hub().app.get(ImportService).import(file, name);

      expect([first.rows, first.new, first.faults.length]).toEqual([1959, 1959, 0]);
      expect([second.new, second.known]).toEqual([0, 1959]);
    });

    it('附件3 has its 2,872 rows once, and the text table of the same rows adds none and finds none changed', async () => {
      const take = (name: string, dryRun: boolean) =>
        hub()
          .app.get(ImportService)
          .import({ name, bytes: readFileSync(join(DATA, 'teddy-c', name)) }, '附件3', { dryRun });
      const first = await take('附件3_share.xlsx', false);
      const again = await take('附件3_share_gbk.csv', true);

      expect([first.rows, first.new, first.faults.length]).toEqual([2872, 2872, 0]);
      expect([again.new, again.known, again.changed.map(({ row, fields }) => [row, fields])]).toEqual([0, 2872, []]);
    }, 60_000);

    it('an edited copy of 附件4 reports exactly its edits', async () => {
      const bytes = readFileSync(join(DATA, 'teddy-c', '附件4_share.xlsx'));
      const name = '附件4_share.xlsx';
      const read = await hub().app.get<LogReader>(LOG_READER).open({ name, bytes }, name);
      const lines: string[][] = [];
      for await (const rows of read.rows())
        for (const { message } of rows) {
          const { outsideNumber, receivedAt, subject, name: who, text, others } = JSON.parse(message.record!) as EditedRow;
          const when = withOffset(receivedAt).slice(0, 19);
          lines.push([outsideNumber, who, subject, when, text, others['答复意见'] ?? '', others['答复时间'] ?? '']);
        }
      lines[4]![4] += '（补充：昨夜又有一次）';
      lines[90]![5] = '已经办结。';
      lines[500]![2] = '另一个标题';
      lines.splice(1000, 1);
      lines.push(['9999999', 'A1', '新的一件', '2020-01-01 08:00:00', '新来的内容', '', '']);
      const head = ['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '答复意见', '答复时间'];
      const csv = [head, ...lines].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
      const report = await hub()
        .app.get(ImportService)
        .import({ name: '改过的.csv', bytes: Buffer.from(csv) }, name, { dryRun: true });

      expect([report.rows, report.new, report.known]).toEqual([1959, 1, 1958]);
      expect(report.changed.map(({ row, fields }) => [row, fields])).toEqual([
        [6, ['来件内容']],
        [92, ['答复意见']],
        [502, ['标题']],
      ]);
    }, 60_000);

    it('has each message of the workbook on its own day', async () => {
      const lines = readFileSync(join(DATA, 'teddy-c', 'replies.jsonl'), 'utf8')
        .trim()
        .split('\n');
      const told = new Map(
        lines
          .map((line) => JSON.parse(line) as { id: string | number; time: string | number })
          .map(({ id, time }) => [String(id), time]),
      );
      const rows = (await hub()
        .app.get(Database)
        .reader.query('SELECT outsideNumber, receivedAt FROM appeals WHERE source = ?', ['附件4_share.xlsx'])) as {
        outsideNumber: string;
        receivedAt: string;
      }[];
      const wrong = rows.filter(
        ({ outsideNumber, receivedAt }) => withOffset(receivedAt).slice(0, 19) !== plain(told.get(outsideNumber) ?? ''),
      );
      expect([rows.length, wrong.slice(0, 3)]).toEqual([1959, []]);
    });
  });
});

interface EditedRow {
  readonly outsideNumber: string;
  readonly receivedAt: Instant;
  readonly subject: string;
  readonly name: string;
  readonly text: string;
  readonly others: Readonly<Record<string, string>>;
}

interface Clusters {
  readonly clusters: Readonly<Record<string, readonly string[]>>;
  readonly exact_duplicates: readonly (readonly number[])[];
}

describeUnless(missing, 'messages that say the same', () => {
  describeBothEngines('of a real workbook', (open) => {
    const hub = withHub(open);
    const numbers = new Map<string, string>();

    beforeAll(async () => {
      const name = '附件3_share_gbk.csv';
      await hub()
        .app.get(ImportService)
        .import({ name, bytes: readFileSync(join(DATA, 'teddy-c', name)) }, name);
      const rows = (await hub()
        .app.get(Database)
        .reader.query('SELECT outsideNumber, number FROM appeals WHERE source = ?', [name])) as {
        outsideNumber: string;
        number: string;
      }[];
      for (const { outsideNumber, number } of rows) numbers.set(outsideNumber, number);
      await hub().staff('reader', 'dispatcher');
    });

    const gold = JSON.parse(readFileSync(join(DATA, 'teddy-c', 'clusters.json'), 'utf8')) as Clusters;
    const suggested = async (id: string): Promise<{ number: string; reason: string }[]> => {
      const { body } = await hub()
        .as('reader')
        .get(`/api/v1/appeals/${numbers.get(id)!}`)
        .expect(200);
      return (body as { related: { number: string; reason: string }[] }).related;
    };

    it('are suggested to one another, all of them that were sent twice', async () => {
      const lost: string[] = [];
      let pairs = 0;
      for (const set of gold.exact_duplicates) {
        const all = set.map(String);
        for (const id of all) {
          const found = (await suggested(id)).map(({ number }) => number);
          for (const other of all.filter((one) => one !== id)) {
            pairs += 1;
            if (!found.includes(numbers.get(other)!)) lost.push(`${id} ${other}`);
          }
        }
      }
      if (process.env.YXT_COUNTS) process.stderr.write(`sent twice: ${pairs - lost.length} of ${pairs}\n`);
      expect([pairs, lost]).toEqual([expect.any(Number), []]);
      expect(pairs).toBeGreaterThan(60);
    });

    it('are suggested where they ask about one thing in other words', async () => {
      for (const [name, members] of Object.entries(gold.clusters)) {
        const own = new Set(members.map((id) => numbers.get(id)!));
        let [right, all, alone] = [0, 0, 0];
        for (const id of members) {
          const found = await suggested(id);
          right += found.filter(({ number }) => own.has(number)).length;
          all += found.length;
          if (!found.some(({ number }) => own.has(number))) alone += 1;
        }
        if (process.env.YXT_COUNTS)
          process.stderr.write(
            `${name}: ${right} of ${all} suggestions in it, ${members.length - alone} of ${members.length} led on\n`,
          );
        expect(right / all).toBeGreaterThan(0.8);
        expect(alone / members.length).toBeLessThan(0.3);
      }
    });
  });
});

/** `2019/4/25 9:32:09`, `2019-04-25 09:32:09` and a day number of Excel as `2019-04-25T09:32:09`. */
function plain(time: string | number): string {
  if (typeof time === 'number') return new Date(Math.round(time * 86_400) * 1000 - 2_209_161_600_000).toISOString().slice(0, 19);
  const [year, ...rest] = time.split(/[^0-9]+/).filter(Boolean);
  const [month, day, hours = '0', minutes = '0', seconds = '0'] = rest;
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${two(minutes)}:${two(seconds)}`;
}
