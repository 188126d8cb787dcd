import { ImportRun } from '@hub/casework';
import type { ImportView, QueuePage, ReconciliationListView, ReconciliationView } from '@hub/contract';
import { Database } from '@hub/persistence';
import PizZip from 'pizzip';
import request from 'supertest';
import { Hub } from '../support/hub';
import { describeBothEngines } from '../support/mariadb';

const HEAD = '工单编号,来电时间,来电人,联系电话,类型,主要内容';
const TAKEN = [
  'Q-1,2026-11-02 09:30,张三丰,13812341234,投诉,兰溪路烧烤油烟扰民',
  'Q-2,2026-11-03 09:30,李四,62540002,投诉,曹杨路工地夜间施工',
  'Q-3,2026-11-04 09:30,王五,62540003,投诉,张三丰说真北路河道发臭',
  'Q-4,2026-11-05 09:30,赵六,62540004,投诉,金沙江路饭店排烟',
];
/** Q-2 is left out, Q-3 is told differently, Q-5 was never handed in. */
const EDITED = [
  TAKEN[0]!,
  TAKEN[2]!.replace('河道发臭', '垃圾堆放'),
  TAKEN[3]!,
  'Q-5,2026-11-04 10:00,孙七,62540005,投诉,新来的一件',
];

describeBothEngines('a reconciliation with a source', (open) => {
  let hub: Hub;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('officer', 'handler', 'supervision');
    const { id, version } = await handIn(TAKEN);
    await hub.as('office').post(`/api/v1/imports/${id}/start`, { version }).expect(200);
    await hub.app.get(ImportRun).next();
  });
  afterAll(() => hub.close());

  const handIn = async (rows: readonly string[], head = HEAD): Promise<ImportView> => {
    const { body } = await request(hub.app.getHttpServer())
      .post('/api/v1/imports')
      .query({ source: '12345', name: '对方导出.csv' })
      .set('Cookie', hub.as('office').cookie)
      .set('Content-Type', 'application/octet-stream')
      .send([head, ...rows].join('\n'))
      .expect(201);
    return body as ImportView;
  };
  const reconcile = async ({ id }: ImportView, days: object = {}): Promise<ReconciliationView> =>
    (await hub.as('office').post(`/api/v1/imports/${id}/reconciliation`, days).expect(200)).body as ReconciliationView;
  const numbers = ({ items }: ReconciliationListView) => items.map(({ outsideNumber }) => outsideNumber);

  it('finds nothing where the export says what was taken', async () => {
    const { theirs, ours, differs } = await reconcile(await handIn(TAKEN));
    expect([theirs, ours, differs]).toEqual(Array(3).fill({ count: 0, items: [] }));
  });

  it('lists what only they have, what only we have, and in what the others differ', async () => {
    const found = await reconcile(await handIn(EDITED));
    expect(found.theirs).toEqual({
      count: 1,
      items: [
        {
          row: 5,
          outsideNumber: 'Q-5',
          number: null,
          receivedOn: '2026-11-04',
          subject: '新来的一件',
          note: '',
          differences: [],
        },
      ],
    });
    expect(found.ours).toMatchObject({
      count: 1,
      items: [{ row: null, outsideNumber: 'Q-2', number: expect.stringMatching(/^YXT-20261103-/), receivedOn: '2026-11-03' }],
    });
    expect(found.differs).toMatchObject({ count: 1, items: [{ row: 3, outsideNumber: 'Q-3' }] });
    expect(found.differs.items[0]!.differences).toEqual([
      { name: '标题', theirs: '张三丰说真北路垃圾堆放', ours: '张三丰说真北路河道发臭' },
      { name: '来件内容', theirs: '张三丰说真北路垃圾堆放', ours: '张三丰说真北路河道发臭' },
    ]);
  });

  it('looks for ours in the days that are asked for', async () => {
    const one = await handIn([TAKEN[0]!]);
    expect(numbers((await reconcile(one)).ours)).toEqual([]);
    expect(numbers((await reconcile(one, { to: '2026-11-04' })).ours)).toEqual(['Q-2', 'Q-3']);
    await hub.as('office').post(`/api/v1/imports/${one.id}/reconciliation`, { from: '2026-12-01', to: '2026-11-01' }).expect(400);
  });

  it('compares the day of the answer and the state where the export has them', async () => {
    const one = await handIn([`${TAKEN[0]},已办结,2026-11-20`, `${TAKEN[1]},处理中,`], `${HEAD},工单状态,答复日期`);
    expect((await reconcile(one, { from: '2026-11-02', to: '2026-11-03' })).differs.items).toMatchObject([
      {
        outsideNumber: 'Q-1',
        differences: [
          { name: '答复日期', theirs: '2026-11-20', ours: '' },
          { name: '办理状态', theirs: '已办结', ours: '待受理' },
        ],
      },
    ]);
  });

  it('gives all of it as a workbook, a line for each place', async () => {
    const { id } = await handIn(EDITED);
    const { body } = await hub.as('office').get(`/api/v1/imports/${id}/reconciliation/workbook`).responseType('blob').expect(200);
    const xml = new PizZip(body as Buffer).file('xl/worksheets/sheet1.xml')!.asText();
    const firstOfRows = [...xml.matchAll(/<row [^>]*><c [^>]*><is><t [^>]*>([^<]*)/g)].map(([, text]) => text);
    expect(firstOfRows).toEqual(['结果', '两边不同', '两边不同', '对方有我方无', '我方有对方无']);
  });

  it('takes a correction that we noted as agreed', async () => {
    const corrected = await handIn([TAKEN[0]!, TAKEN[1]!.replace('施工', '打桩')]);
    const differing = async () => (await reconcile(corrected, { to: '2026-11-03' })).differs;
    expect(numbers(await differing())).toEqual(['Q-2']);
    await hub.as('office').post(`/api/v1/imports/${corrected.id}/start`, { version: corrected.version }).expect(200);
    await hub.app.get(ImportRun).next();
    expect(numbers(await differing())).toEqual([]);
  });

  it('neither lists nor counts what the person may not see', async () => {
    const page = (await hub.as('office').get('/api/v1/appeals').query({ q: '金沙江路饭店' }).expect(200)).body as QueuePage;
    await hub.app
      .get(Database)
      .writer.query("UPDATE appeals SET aboutConduct = ?, guard = 'conduct' WHERE number = ?", [true, page.items[0]!.number]);
    const changed = await reconcile(await handIn([TAKEN[0]!, TAKEN[2]!, TAKEN[3]!.replace('排烟', '噪声')]), {
      from: '2026-11-04',
    });
    expect([changed.theirs, changed.ours, changed.differs].map(({ count }) => count)).toEqual([0, 0, 0]);
    const { ours } = await reconcile(await handIn([TAKEN[0]!, TAKEN[2]!]), { from: '2026-11-04', to: '2026-11-05' });
    expect(ours).toEqual({ count: 0, items: [] });
  });

  it('is the office’s alone', async () => {
    const { id } = await handIn(EDITED);
    await hub.as('officer').post(`/api/v1/imports/${id}/reconciliation`, {}).expect(403);
    await hub.as('office').post('/api/v1/imports/999999/reconciliation', {}).expect(404);
  });
});
