import { DeskDraftService, ImportRun } from '@hub/casework';
import type { ImportPreviewView, ImportView, QueuePage } from '@hub/contract';
import type { Instant } from '@hub/domain';
import { UnitOfWork } from '@hub/persistence';
import PizZip from 'pizzip';
import request from 'supertest';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

/** The XML of a workbook's only sheet. */
const inflated = (book: Buffer): string => new PizZip(book).file('xl/worksheets/sheet1.xml')!.asText();

describeBothEngines('an import of a log', (open) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
  });
  afterAll(() => hub.close());

  const upload = (rows: readonly (readonly string[])[] | string | Buffer, source = '纠风热线', account = 'office') =>
    request(hub.app.getHttpServer())
      .post('/api/v1/imports')
      .query({ source, name: '十一月.csv' })
      .set('Cookie', hub.as(account).cookie)
      .set('Content-Type', 'application/octet-stream')
      .send(typeof rows === 'string' || Buffer.isBuffer(rows) ? rows : rows.map((row) => row.join(',')).join('\r\n'));
  const handIn = async (...about: Parameters<typeof upload>): Promise<ImportView> =>
    (await upload(...about).expect(201)).body as ImportView;
  const preview = async ({ id }: ImportView) =>
    (await hub.as('office').get(`/api/v1/imports/${id}/preview`).expect(200)).body as ImportPreviewView;
  const correct = (one: ImportView, columns: object[]) =>
    hub.as('office').post(`/api/v1/imports/${one.id}/columns`, { version: one.version, columns });
  const start = ({ id, version }: ImportView) => hub.as('office').post(`/api/v1/imports/${id}/start`, { version });
  const run = () => hub.app.get(ImportRun).next();
  const taken = async (one: ImportView): Promise<ImportView> => {
    await start(one).expect(200);
    await run();
    return (await hub.as('office').get(`/api/v1/imports/${one.id}`).expect(200)).body as ImportView;
  };
  const queued = async (q: string) =>
    ((await hub.as('office').get('/api/v1/appeals').query({ q }).expect(200)).body as QueuePage).items;
  const HEAD = ['工单编号', '来电时间', '来电人', '联系电话', '主要内容'];

  it('shows its first rows as the appeals they would become, who called masked, and registers nothing', async () => {
    const one = await handIn([
      HEAD,
      ['P-1', '2026-11-02 09:30', '张三丰', '13812341234', '兰溪路烧烤油烟扰民'],
      ['P-2', '明天', '李四', '62540000', '夜里施工'],
    ]);
    const seen = await preview(one);
    expect(seen).toMatchObject({ rows: 2, new: 1, known: 0, rejected: 1 });
    expect(seen.columns.map(({ heading, field }) => [heading, field])).toEqual([
      ['工单编号', 'number'],
      ['来电时间', 'receivedAt'],
      ['来电人', 'name'],
      ['联系电话', 'phone'],
      ['主要内容', 'text'],
    ]);
    expect(seen.samples[0]!.appeal).toMatchObject({
      outsideNumber: 'P-1',
      receivedAt: '2026-11-02T09:30:00+08:00',
      name: '张**',
      phone: '138****1234',
      subject: '兰溪路烧烤油烟扰民',
    });
    expect(seen.samples[1]).toMatchObject({ row: 3, appeal: null, fault: expect.stringContaining('不是日期') });
    expect(seen.faults).toMatchObject([{ count: 1, firstRow: 3 }]);
    expect(await queued('兰溪路烧烤')).toEqual([]);
  });

  it('registers the good rows once started, and reports what became of all', async () => {
    const one = await handIn([
      HEAD,
      ['R-1', '2026-11-02 09:30', '张三', '62540001', '报告里的第一件'],
      ['R-2', '2026-11-02 10:30', '李四', '62540002', '报告里的第二件'],
      ['R-3', '2026-11-02 10:30', '王五', '62540003', ''],
    ]);
    expect(await taken(one)).toMatchObject({ state: 'done', rows: 3, position: 3, new: 2, same: 0, rejected: 1 });
    expect((await queued('报告里的')).length).toBe(2);
    await start(one).expect(409);
  });

  it('registers nothing a second time, but what is new in the next export', async () => {
    const rows = [HEAD, ['S-1', '2026-11-03 09:30', '张三', '62540001', '两次导出的来件']];
    await taken(await handIn(rows));
    const again = await taken(await handIn([...rows, ['S-2', '2026-11-04 09:30', '张三', '62540001', '第二次才有的来件']]));
    expect(again).toMatchObject({ new: 1, same: 1, rejected: 0 });
  });

  it('counts apart what the source has changed since', async () => {
    const rows = (text: string) => [
      HEAD,
      ['C-1', '2026-11-03 09:30', '张三', '62540001', text],
      ['C-2', '2026-11-03', '', '', '没有变'],
    ];
    await taken(await handIn(rows('源头改前的内容')));
    expect(await taken(await handIn(rows('源头改后的内容')))).toMatchObject({ new: 0, changed: 1, same: 1 });
  });

  it('lets a person say what a column is, and remembers it for the source’s next log', async () => {
    const head = ['工单编号', '经过', '主要内容'];
    const one = await handIn([head, ['K-1', '楼下饭店排烟', '一般']], '12345');
    expect((await preview(one)).samples[0]!.appeal!.subject).toBe('一般');
    await correct(one, [
      { heading: '经过', field: 'text' },
      { heading: '主要内容', field: null },
    ]).expect(200);
    await start(one).expect(409);
    const corrected = (await hub.as('office').get(`/api/v1/imports/${one.id}`).expect(200)).body as ImportView;
    expect((await preview(corrected)).samples[0]!.appeal!.subject).toBe('楼下饭店排烟');
    await taken(corrected);
    const next = await preview(await handIn([head, ['K-2', '工地夜间施工', '一般']], '12345'));
    expect(next.samples[0]!.appeal!.subject).toBe('工地夜间施工');
    const other = await preview(await handIn([head, ['K-3', '工地夜间施工', '一般']], '12369'));
    expect(other.samples[0]!.appeal!.subject).toBe('一般');
  });

  it('whose text stands under an unknown heading asks for it, takes nothing before it is chosen, and remembers it', async () => {
    const rows = [
      ['单号', '经办', '现场怎么说'],
      ['U-1', '老王', '工地扬尘，找不到人管 13812341234'],
    ];
    const one = await handIn(rows, '12369');
    const seen = await preview(one);
    expect(seen).toMatchObject({ needsText: true, rows: 0, samples: [] });
    expect(seen.columns).toMatchObject([
      { heading: '单号', field: 'number', example: 'U-1' },
      { heading: '经办', field: null, example: '老王' },
      { heading: '现场怎么说', field: null, example: '工地扬尘，找不到人管 138****1234' },
    ]);
    expect((await start(one).expect(409)).body.code).toBe('import-no-text');
    await run();
    expect(await queued('工地扬尘')).toEqual([]);
    const { body } = await correct(one, [{ heading: '现场怎么说', field: 'text' }]).expect(200);
    expect(await preview(one)).toMatchObject({ needsText: false, new: 1 });
    expect(await taken(body as ImportView)).toMatchObject({ state: 'done', new: 1 });
    expect(await preview(await handIn([rows[0]!, ['U-2', '老李', '河水发黑']], '12369'))).toMatchObject({
      needsText: false,
      new: 1,
    });
  });

  it('asks again for its text where a person took it away, and knows no other fields than its own', async () => {
    const one = await handIn([HEAD, ['N-1', '2026-11-03', '张三', '62540001', '油烟']]);
    await correct(one, [{ heading: '主要内容', field: 'colour' }]).expect(400);
    await correct(one, [{ heading: '主要内容', field: null }]).expect(200);
    expect((await preview(one)).needsText).toBe(true);
  });

  it('is thrown away by whoever does not want it, as long as nobody has started it', async () => {
    const rows = [HEAD, ['D-1', '2026-11-03', '张三', '62540001', '不要导入的台账']];
    const one = await handIn(rows);
    await hub.as('officer').delete(`/api/v1/imports/${one.id}?version=${one.version}`).expect(403);
    await hub
      .as('office')
      .delete(`/api/v1/imports/${one.id}?version=${one.version + 1}`)
      .expect(409);
    await hub.as('office').delete(`/api/v1/imports/${one.id}?version=${one.version}`).expect(204);
    await hub.as('office').get(`/api/v1/imports/${one.id}`).expect(404);
    const other = await taken(await handIn(rows));
    await hub.as('office').delete(`/api/v1/imports/${other.id}?version=${other.version}`).expect(409);
  });

  it('is cleared away when nobody starts it for as long as the office keeps drafts', async () => {
    const one = await handIn([HEAD, ['O-1', '2026-11-03', '张三', '62540001', '放久了的台账']]);
    const other = await handIn([HEAD, ['O-2', '2026-11-03', '张三', '62540001', '昨天的台账']]);
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const kept = hub.settings.office.desk.draftDays;
    const age = (id: number, createdAt: string) =>
      hub.app.get(UnitOfWork).run(({ imports }) => imports.note(id, { createdAt: createdAt as Instant }));
    await age(one.id, daysAgo(kept + 1));
    await age(other.id, daysAgo(kept - 1));
    await hub.app.get(DeskDraftService).sweep();
    await hub.as('office').get(`/api/v1/imports/${one.id}`).expect(404);
    await hub.as('office').get(`/api/v1/imports/${other.id}`).expect(200);
  });

  it('goes on where a worker that died has stopped, and counts as if nothing had happened', async () => {
    const rows = Array.from({ length: 350 }, (_, at) => [`G-${at}`, '2026-11-05 09:30', '张三', '62540001', `接着做的第${at}件`]);
    const one = await handIn([HEAD, ...rows]);
    await start(one).expect(200);
    let asked = 0;
    await hub.app.get(ImportRun).next(undefined, () => ++asked > 2);
    const half = (await hub.as('office').get(`/api/v1/imports/${one.id}`).expect(200)).body as ImportView;
    expect(half).toMatchObject({ state: 'running', position: 200, rows: 350 });
    await run();
    const { body } = await hub.as('office').get(`/api/v1/imports/${one.id}`).expect(200);
    expect(body).toMatchObject({ state: 'done', position: 350, new: 350, same: 0, rejected: 0 });
  });

  it('registers nothing of a file that is wrong as a whole', async () => {
    const { body } = await upload('%PDF-1.7 不是台账').expect(400);
    expect(body).toMatchObject({ code: 'import-unreadable', hint: expect.any(String) });
    expect((await upload('').expect(400)).body.code).toBe('file-missing');
    expect((await upload([HEAD], '没有的来源').expect(400)).body.code).toBe('source');
  });

  it('gives the rejected rows back as a workbook with the reason, which imports only them once they are corrected', async () => {
    const one = await taken(
      await handIn([
        HEAD,
        ['W-1', '2026-11-02', '张三', '62540001', '退回一行的好行'],
        ['W-2', '下周', '李四', '62540002', '=1+1 退回的行'],
      ]),
    );
    const { body: book } = await hub.as('office').get(`/api/v1/imports/${one.id}/rejected`).responseType('blob').expect(200);
    const again = await handIn(book as Buffer);
    const seen = await preview(again);
    expect(seen.columns.map(({ heading }) => heading)).toEqual([...HEAD, '原因']);
    expect(seen).toMatchObject({ rows: 1, new: 0, rejected: 1, samples: [{ row: 2 }] });
    const text = inflated(book as Buffer).replaceAll('下周', '2026-11-03');
    const corrected = text.match(/<t xml:space="preserve">[^<]*<\/t>/g)!.map((cell) => cell.replace(/<[^>]*>/g, ''));
    const rows = [corrected.slice(0, 6), corrected.slice(6)];
    expect(rows[1]![4]).toBe('=1+1 退回的行');
    expect(await taken(await handIn(rows))).toMatchObject({ rows: 1, new: 1, rejected: 0 });
    expect((await queued('退回一行')).length).toBe(1);
  });

  it('is the office’s alone', async () => {
    await upload([HEAD], '纠风热线', 'officer').expect(403);
    await hub.as('officer').get('/api/v1/imports').expect(403);
    await hub.as('office').get('/api/v1/imports/999999').expect(404);
  });
});
