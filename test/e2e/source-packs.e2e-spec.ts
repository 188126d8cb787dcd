import { dayOf } from '@hub/domain';
import { ImportRun } from '@hub/casework';
import type { ImportView } from '@hub/contract';
import PizZip from 'pizzip';
import request from 'supertest';
import { WalkedAppeal } from '../factories/walked-appeal';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

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
