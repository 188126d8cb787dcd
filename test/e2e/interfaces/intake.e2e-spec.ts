import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '@hub/persistence';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { otherSystem, type OtherSystem } from '../../support/other-system';

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
const LETTER = {
  kind: 'complaint',
  subject: '夜间施工噪声',
  text: '兰溪路工地半夜还在打桩。',
  name: '欧阳敏',
  phone: '13900001234',
  place: '兰溪路188号工地',
  street: '石泉路街道',
};

describeBothEngines('what another system hands in', (open) => {
  let hub: Hub;
  let system: OtherSystem;
  let now = new Date('2026-05-11T10:00:00+08:00');
  let keys = 0;
  const key = () => `key-${++keys}`;

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 90 });
    await hub.staff('admin', 'administrator');
    await hub.staff('office', 'dispatcher');
    system = await otherSystem(hub);
  });
  afterAll(() => hub.close());

  const count = async (): Promise<number> =>
    Number((await hub.app.get(Database).reader.query('SELECT COUNT(*) AS n FROM appeals'))[0].n);
  const aside = async (): Promise<string[]> =>
    (await readdir(join(hub.settings.filesDir)).catch(() => [])).filter((name) => name.startsWith('.tmp-'));

  it('stands in the queue under its source, with its number, its receipt as day 0 and the citizen sealed', async () => {
    const form = { ...LETTER, outsideNumber: 'SH-2026-0511-1', receivedAt: '2026-05-08' };
    const { body, headers } = await system.submission(key()).send(form).expect(201);
    expect(headers.location).toBe(`/api/v1/intake/${body.number}`);
    expect(body).toEqual({
      number: expect.stringMatching(/^YXT-20260508-\d{4}$/),
      outsideNumber: 'SH-2026-0511-1',
      queryCode: expect.stringMatching(/^(\w{4}-){3}\w{4}$/),
      receivedOn: '2026-05-08',
      promise: { contactBy: '2026-05-15', siteBy: '2026-05-22', replyBy: '2026-06-05' },
    });
    const shown = (await hub.as('office').get(`/api/v1/appeals/${body.number}`).expect(200)).body;
    expect(shown).toMatchObject({ channel: 'api', source: '12345', kind: 'complaint', street: '石泉路街道', status: 'received' });
    const [person] = await hub.app.get(Database).reader.query('SELECT sealed FROM persons ORDER BY id DESC LIMIT 1');
    expect(person.sealed).not.toContain('欧阳敏');
  });

  it('gets the same answer for the same request, and is one appeal', async () => {
    const mine = key();
    const first = await system.submission(mine).send(LETTER).expect(201);
    const before = await count();
    const again = await system.submission(mine).send(LETTER).expect(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(await count()).toBe(before);
  });

  it('keeps the query code from whoever repeats the request a day later', async () => {
    const mine = key();
    const first = await system.submission(mine).send(LETTER).expect(201);
    now = new Date(now.getTime() + 25 * 3_600_000);
    const late = await system.submission(mine).send(LETTER).expect(201);
    expect(late.body).toEqual({ ...first.body, queryCode: '' });
  });

  it('is refused where the key was used for something else, and nothing is registered', async () => {
    const mine = key();
    await system.submission(mine).send(LETTER).expect(201);
    const before = await count();
    const other = await system
      .submission(mine)
      .send({ ...LETTER, text: '换了一件事' })
      .expect(422);
    expect(other.body).toMatchObject({ code: 'idempotency-key-reused', hint: expect.any(String) });
    await system
      .submission(mine)
      .send({ ...LETTER, outsideNumber: 'SH-2026-0511-77' })
      .expect(422);
    expect(await count()).toBe(before);
  });

  it('is registered once by its outside number, whatever the key', async () => {
    const form = { ...LETTER, outsideNumber: 'SH-2026-0511-2' };
    const first = await system.submission().send(form).expect(201);
    const again = await system.submission(key()).send(form).expect(201);
    expect(again.body.number).toBe(first.body.number);
    const changed = await system
      .submission(key())
      .send({ ...form, text: '补充：还有扬尘' })
      .expect(409);
    expect(changed.body).toMatchObject({ code: 'known', detail: expect.stringContaining(first.body.number) });
    const stranger = await otherSystem(hub);
    const theirs = await stranger.submission(key()).send(form).expect(409);
    expect(JSON.stringify(theirs.body)).not.toContain(first.body.number);
  });

  it('is one appeal also where the same request comes ten times at once', async () => {
    const before = await count();
    const mine = key();
    const answers = await Promise.all(Array.from({ length: 10 }, () => system.submission(mine).send(LETTER)));
    expect(await count()).toBe(before + 1);
    expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    const numbers = new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.number));
    expect(numbers.size).toBe(1);
    const number = (await system.submission(mine).send(LETTER).expect(201)).body.number;
    expect([...numbers]).toEqual([number]);
  });

  it('is not there at all where the registration broke off, and once where it is sent again', async () => {
    const { writer } = hub.app.get(Database);
    await writer.query('ALTER TABLE api_submissions RENAME TO api_submissions_away');
    const before = await count();
    const mine = key();
    try {
      expect((await system.submission(mine).send(LETTER)).status).toBeGreaterThanOrEqual(500);
    } finally {
      await writer.query('ALTER TABLE api_submissions_away RENAME TO api_submissions');
    }
    expect(await count()).toBe(before);
    await system.submission(mine).send(LETTER).expect(201);
    expect(await count()).toBe(before + 1);
  });

  it('brings files, known by their content and not by their names', async () => {
    const mine = key();
    const send = () =>
      system
        .submission(mine)
        .field('text', '附照片')
        .attach('files', JPEG, { filename: '现场 照片.exe', contentType: 'application/x-msdownload' });
    const first = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(first.body);
    const { messages } = (await hub.as('office').get(`/api/v1/appeals/${first.body.number}`).expect(200)).body;
    const [{ attachments }] = messages;
    expect(attachments).toEqual([expect.objectContaining({ name: '现场 照片.jpg', mediaType: 'image/jpeg', size: JPEG.length })]);
    const file = await hub.as('office').get(`/api/v1/appeals/${first.body.number}/attachments/${attachments[0].id}`).buffer();
    expect(createHash('sha256').update(file.body).digest('hex')).toBe(createHash('sha256').update(JPEG).digest('hex'));
    expect(await aside()).toEqual([]);
  });

  it('with a file that is not taken is refused whole, and leaves nothing', async () => {
    const before = await count();
    const page = Buffer.from('<html><script>alert(1)</script>');
    const mine = key();
    const refused = await system
      .submission(mine)
      .field('text', '附文件')
      .attach('files', JPEG, '1.jpg')
      .attach('files', page, '2.pdf');
    expect([refused.status, refused.body.code]).toEqual([400, 'file-type']);
    const many = system.submission(mine).field('text', '很多');
    for (let at = 0; at < 11; at++) many.attach('files', JPEG, `${at}.jpg`);
    expect((await many.expect(400)).body.code).toBe('too-many-files');
    await system.submission(mine).field('nothing', '没有正文').attach('files', JPEG, '1.jpg').expect(400);
    expect([await count(), await aside()]).toEqual([before, []]);
    await system.submission(mine).send(LETTER).expect(201);
  });

  it.each([
    ['no text', { text: ' ' }],
    ['an unknown field', { ...LETTER, status: 'closed' }],
    ['a street that there is not', { ...LETTER, street: '南京东路街道' }],
    ['a receipt to come', { ...LETTER, receivedAt: '2030-01-01' }],
    ['a receipt long ago', { ...LETTER, receivedAt: '1990-01-01' }],
    ['a kind that there is not', { ...LETTER, kind: 'praise' }],
    ['an object for a text', { ...LETTER, subject: { $ne: '' } }],
  ])('is refused with %s, with what would work', async (_, form) => {
    const before = await count();
    const { body } = await system.submission(key()).send(form).expect(400);
    expect(body).toMatchObject({ status: 400, hint: expect.any(String) });
    expect(await count()).toBe(before);
  });

  it('needs a key or an outside number, and a key that is one', async () => {
    expect((await system.submission().send(LETTER).expect(400)).body.code).toBe('idempotency-key');
    expect((await system.submission('with blanks').send(LETTER).expect(400)).body.code).toBe('idempotency-key');
    await system.submission('"quoted-key-1"').send(LETTER).expect(201);
    const replay = await system.submission('quoted-key-1').send(LETTER).expect(201);
    expect(replay.headers['idempotent-replayed']).toBe('true');
  });

  it('is asked after by the system that handed it in, and by no other', async () => {
    const { number } = (
      await system
        .submission(key())
        .send({ ...LETTER, outsideNumber: 'SH-9' })
        .expect(201)
    ).body;
    const seen = await system.get(`/api/v1/intake/${number}`).expect(200);
    expect(seen.body).toMatchObject({ number, outsideNumber: 'SH-9', status: 'received', statusName: '待受理', replies: [] });
    expect(JSON.stringify(seen.body)).not.toMatch(/欧阳敏|13900001234|打桩/);
    const stranger = await otherSystem(hub);
    const hidden = await stranger.get(`/api/v1/intake/${number}`).expect(404);
    const absent = await stranger.get('/api/v1/intake/YXT-20260101-0001').expect(404);
    expect(hidden.body).toEqual(absent.body);
  });

  it('is confidential where it is a report', async () => {
    const { number } = (
      await system
        .submission(key())
        .send({ ...LETTER, kind: 'report' })
        .expect(201)
    ).body;
    const [row] = await hub.app.get(Database).reader.query('SELECT guard, secrecy FROM appeals WHERE number = ?', [number]);
    expect(row.secrecy).toBe('confidential');
  });
});
