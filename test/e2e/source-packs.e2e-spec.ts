import { dayOf, instant, type InboundMessage } from '@hub/domain';
import { Database } from '@hub/persistence';
import { ImportRun } from '@hub/casework';
import type { ImportView, SourcePackView } from '@hub/contract';
import PizZip from 'pizzip';
import request from 'supertest';
import { WalkedAppeal } from '../factories/walked-appeal';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

const HOUR_MS = 3_600_000;

describeBothEngines('a pack for a source', (open) => {
  let hub: Hub;
  const days = { by: 'received', from: '2026-11-01', to: '2026-11-30' };

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    await hub.staff('head', 'section-head', 'supervision');
    await hub.staff('inspector', 'discipline');
    const log = [
      '工单编号,来电时间,来电人,联系电话,类型,主要内容,工单状态,承办单位',
      'B-1,2026-11-02 09:30,张三丰,13812341234,投诉,张三丰说兰溪路烧烤油烟扰民,处理中,',
      'B-2,2026-11-03 09:30,李四,13812345678,举报,夜里偷排废水,处理中,',
      'B-3,2026-10-31 09:30,王五,13812345679,投诉,上个月的来件,处理中,',
    ].join('\n');
    const { body } = await request(hub.app.getHttpServer())
      .post('/api/v1/imports')
      .query({ source: '12345', name: '十一月.csv' })
      .set('Cookie', hub.as('office').cookie)
      .set('Content-Type', 'application/octet-stream')
      .send(log)
      .expect(201);
    const { id, version } = body as ImportView;
    await hub.as('office').post(`/api/v1/imports/${id}/start`, { version }).expect(200);
    await hub.app.get(ImportRun).next();
  });
  afterAll(() => hub.close());

  const aRow = (source: string, key: string): InboundMessage => ({
    channel: 'hotline',
    source,
    sourceKey: `${source}:${key}`,
    format: 'row',
    original: { name: '台账.csv', mediaType: 'text/csv', load: () => Promise.resolve(Buffer.from(key)) },
    record: JSON.stringify({ row: 2, outsideNumber: key, text: `${key} 反映油烟` }),
    arrivedAt: instant(new Date()),
  });
  /** As if what there is of the source, and its packs, had been earlier. */
  const moveBack = (source: string, ms: number) =>
    hub.app.get(Database).transaction(async (manager) => {
      for (const [table, column] of [
        ['appeals', 'receivedAt'],
        ['source_packs', 'toAt'],
      ] as const)
        for (const row of (await manager.query(`SELECT id, ${column} AS at FROM ${table} WHERE source = ?`, [source])) as {
          id: number;
          at: string;
        }[])
          await manager.query(`UPDATE ${table} SET ${column} = ? WHERE id = ?`, [instant(Date.parse(row.at) - ms), row.id]);
    });
  const cellsOf = (book: Buffer): string[][] =>
    [
      ...new PizZip(book)
        .file('xl/worksheets/sheet1.xml')!
        .asText()
        .matchAll(/<row [^>]*>(.*?)<\/row>/g),
    ].map(([, row]) => [...row!.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) => text!));
  const pack = async (about: object = {}): Promise<string[][]> => {
    const { body } = await hub
      .as('office')
      .post('/api/v1/source-packs', { source: '12345', ...days, ...about })
      .responseType('blob')
      .expect(200);
    return cellsOf(body as Buffer);
  };

  it('is in the source’s own columns, with what became of its appeals and who called masked', async () => {
    const [head, ...rows] = await pack();
    expect(head!.slice(0, 8)).toEqual(['工单编号', '来电时间', '来电人', '联系电话', '类型', '主要内容', '工单状态', '承办单位']);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.slice(0, 4)).toEqual(['B-1', '2026-11-02 09:30', '张**', '138****1234']);
    expect(rows[0]).toContain('待受理');
    expect(rows[0]!.some((cell) => /^YXT-20261102-/.test(cell))).toBe(true);
    expect(JSON.stringify(rows)).not.toMatch(/张三丰|13812341234/);
  });

  it('leaves out guarded appeals unless it is said why they are wanted, and that is in the audit chain', async () => {
    expect(JSON.stringify(await pack())).not.toContain('偷排');
    expect(JSON.stringify(await pack({ guardedBecause: '回填市平台' }))).toContain('偷排');
    const { text } = await hub
      .as('inspector')
      .get('/api/v1/audit')
      .query({ subject: '12345', action: 'export.pack' })
      .expect(200);
    expect(text).toContain('回填市平台');
  });

  it('holds what was answered in the period, with the answer', async () => {
    const today = dayOf(new Date());
    const answered = { source: '局长信箱', by: 'answered', from: today, to: today };
    expect(await pack(answered)).toHaveLength(1);
    const number = await new WalkedAppeal(hub).proved();
    await hub.as('officer').act(number, 'draft', { text: '已责令整改。', submit: true }).expect(200);
    await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    await hub.as('head').act(number, 'reply', { delivery: 'phone', note: '电话告知，没有异议' }).expect(200);
    const [, row] = await pack(answered);
    expect(row).toEqual(expect.arrayContaining([number, '已责令整改。']));
  });

  it('holds what was answered since the last pack, all where that is wanted, and a pack can be had again', async () => {
    const order = { source: '评议代表', by: 'received', from: undefined, to: undefined };
    const take = (key: string) => hub.intake.accept([aRow('评议代表', key)]);
    await take('L-1');
    expect(await pack({ ...order, span: 'last' })).toHaveLength(2);
    await moveBack('评议代表', 2 * HOUR_MS);
    expect(await pack({ ...order, span: 'last' })).toHaveLength(2);
    await moveBack('评议代表', 2 * HOUR_MS);
    await take('L-2');
    const [, ...since] = await pack({ ...order, span: 'last' });
    expect(since.map((row) => row[0])).toEqual(['L-2']);
    expect(await pack({ ...order, span: 'all' })).toHaveLength(3);
    const { body } = await hub.as('office').get('/api/v1/source-packs').expect(200);
    const [all, last] = body as SourcePackView[];
    expect(all).toMatchObject({
      source: '评议代表',
      span: 'all',
      by: 'received',
      from: null,
      madeBy: 'office君',
      guarded: false,
    });
    const { body: again } = await hub.as('office').get(`/api/v1/source-packs/${last!.id}/file`).responseType('blob').expect(200);
    expect(cellsOf(again as Buffer).map((row) => row[0])).toEqual(['工单编号', 'L-2']);
    await hub.as('officer').get(`/api/v1/source-packs/${last!.id}/file`).expect(403);
    await hub.as('office').get('/api/v1/source-packs/999999/file').expect(404);
  });

  it('of named days does not move where the next pack begins', async () => {
    const order = { source: '社区联系', by: 'received' };
    await hub.intake.accept([aRow('社区联系', 'M-1')]);
    const today = dayOf(new Date());
    await pack({ ...order, from: today, to: today });
    expect(await pack({ ...order, span: 'last', from: undefined, to: undefined })).toHaveLength(2);
  });

  it('is comma separated text where that is wanted', async () => {
    const { body, headers } = await hub
      .as('office')
      .post('/api/v1/source-packs', { source: '12345', ...days, format: 'csv' })
      .responseType('blob')
      .expect(200);
    expect((body as Buffer).toString('utf8')).toMatch(/^\ufeff工单编号,来电时间,.*\r\nB-1,2026-11-02 09:30,张\*\*,/);
    expect(decodeURIComponent(headers['content-disposition']!)).toContain('12345-2026-11-01-2026-11-30.csv');
  });

  it('is the office’s alone, for days that follow one another', async () => {
    await hub
      .as('officer')
      .post('/api/v1/source-packs', { source: '12345', ...days })
      .expect(403);
    await hub
      .as('office')
      .post('/api/v1/source-packs', { source: '12345', ...days, to: '2026-10-01' })
      .expect(400);
  });
});
