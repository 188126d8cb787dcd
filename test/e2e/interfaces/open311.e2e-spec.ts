import request from 'supertest';
import { addDays, dayOf } from '@hub/domain';
import { fromXml, hasSchemas, schemaFaults } from '../../support/georeport';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { otherSystem, type OtherSystem } from '../../support/other-system';

const HOSTILE = `<script>alert("1")</script> & ]]> 'quote' \u0007\u0000 兰溪路 😀`;

describeBothEngines('Open311 GeoReport v2', (open) => {
  let hub: Hub;
  let system: OtherSystem;
  let now = new Date('2026-05-11T10:00:00+08:00');

  beforeAll(async () => {
    hub = await Hub.open((await open()).url, { now: () => now, sessionHours: 24 * 365 });
    await hub.staff('admin', 'administrator');
    await hub.staff('office', 'dispatcher');
    system = await otherSystem(hub, { name: '城市应用', source: '随手拍', scopes: ['open311', 'read-own', 'intake'] });
  });
  afterAll(() => hub.close());
  // Everybody here asks from one address.
  beforeEach(() => (now = new Date(now.getTime() + 60_000)));

  const server = () => hub.app.getHttpServer() as Parameters<typeof request>[0];
  const get = (path: string, query: object = {}) => request(server()).get(`/open311/v2/${path}`).query(query);
  const own = (path: string, query: object = {}) => get(path, { api_key: system.token, ...query });
  const post = (fields: object, format = 'json') =>
    request(server())
      .post(`/open311/v2/requests.${format}`)
      .type('form')
      .send({ api_key: system.token, ...fields });
  const LAMP = { service_code: 'noise', description: '兰溪路工地半夜打桩', address_string: '兰溪路188号' };
  const posted = async (fields: object = {}): Promise<string> =>
    (await post({ ...LAMP, ...fields }).expect(200)).body[0].service_request_id;

  it('is discovered in both formats', async () => {
    const { body } = await get('discovery.json').expect(200);
    expect(body.endpoints).toEqual([
      expect.objectContaining({
        specification: 'http://wiki.open311.org/GeoReport_v2',
        formats: ['text/xml', 'application/json'],
      }),
    ]);
    const xml = await get('discovery.xml').expect('Content-Type', 'text/xml; charset=utf-8').expect(200);
    expect(fromXml(xml.text)).toEqual({ root: 'discovery', value: body });
  });

  it('offers the topics as services, each with its definition', async () => {
    const { body } = await get('services.json').expect('Content-Type', 'application/json; charset=utf-8').expect(200);
    expect(body.map((one: { service_code: string }) => one.service_code)).toEqual(
      expect.arrayContaining(['air', 'noise', 'integrity']),
    );
    expect(fromXml((await get('services.xml').expect(200)).text)).toEqual({ root: 'services', value: body });
    const definition = await get('services/noise.json').expect(200);
    expect(definition.body.attributes.map((one: { code: string }) => one.code)).toEqual(['kind', 'secrecy', 'happened']);
    expect(fromXml((await get('services/noise.xml').expect(200)).text).root).toBe('service_definition');
    await get('services/potholes.json').expect(404);
  });

  it('takes a service request, which stands in the queue under its topic', async () => {
    const { body } = await post({
      ...LAMP,
      lat: '31.2501',
      long: '121.4001',
      last_name: '欧阳',
      first_name: '敏',
      phone: '13900001234',
      media_url: 'http://127.0.0.1:9/never-fetched.jpg',
      'attribute[kind]': 'complaint',
      'attribute[happened]': '每晚十点以后',
      account_id: 'app-7',
    }).expect(200);
    expect(body).toEqual([
      {
        service_request_id: expect.stringMatching(/^YXT-\d{8}-\d{4}$/),
        service_notice: expect.stringMatching(/查询码 (\w{4}-){3}\w{4}/),
        account_id: 'app-7',
      },
    ]);
    const shown = (await hub.as('office').get(`/api/v1/appeals/${body[0].service_request_id}`).expect(200)).body;
    expect(shown).toMatchObject({ channel: 'api', source: '随手拍', topic: 'noise', kind: 'complaint', place: '兰溪路188号' });
    expect(JSON.stringify(shown.messages[0])).toMatch(/never-fetched\.jpg.*31\.2501/);
  });

  it.each([
    ['no service', { ...LAMP, service_code: '' }, 400],
    ['a service that there is not', { ...LAMP, service_code: 'potholes' }, 400],
    ['no place', { ...LAMP, address_string: '' }, 400],
    ['half a point', { ...LAMP, address_string: '', lat: '31.2' }, 400],
    ['a point beyond the earth', { ...LAMP, lat: '131.2', long: '121' }, 400],
    ['an attribute that there is not', { ...LAMP, 'attribute[colour]': 'red' }, 400],
    ['an answer that is none of the list', { ...LAMP, 'attribute[kind]': 'praise' }, 400],
    ['a description that is too long', { ...LAMP, description: '长'.repeat(4001) }, 400],
    ['another jurisdiction', { ...LAMP, jurisdiction_id: 'sfgov.org' }, 404],
    ['no key', { ...LAMP, api_key: '' }, 403],
    ['a wrong key', { ...LAMP, api_key: 'yxt_wrong' }, 403],
  ] as const)('refuses a request with %s in its own form of errors', async (_, fields, code) => {
    const { body } = await post(fields).expect(code);
    expect(body).toEqual([{ code, description: expect.any(String) }]);
    const xml = await post(fields, 'xml').expect(code);
    expect(fromXml(xml.text)).toEqual({ root: 'errors', value: body });
  });

  it('shows each system what it handed in, and others and the public nothing of it', async () => {
    const number = await posted();
    const stranger = await otherSystem(hub, { scopes: ['open311'] });
    const mine = await own(`requests/${number}.json`).expect(200);
    expect(mine.body).toEqual([
      expect.objectContaining({ service_request_id: number, status: 'open', service_code: 'noise', address: '兰溪路188号' }),
    ]);
    for (const key of [undefined, stranger.token]) {
      const query = key ? { api_key: key } : {};
      expect((await get('requests.json', query).expect(200)).body).toEqual([]);
      const hidden = await get(`requests/${number}.json`, query).expect(404);
      expect(hidden.body).toEqual((await get('requests/YXT-20200101-0001.json', query).expect(404)).body);
      await get(`tokens/${number}.json`, query).expect(404);
    }
    expect((await own(`tokens/${number}.json`).expect(200)).body).toEqual([{ service_request_id: number, token: number }]);
    await get('requests.json', { api_key: 'yxt_wrong' }).expect(403);
  });

  it('shows of a confidential one how it stands and no word of it', async () => {
    const number = await posted({ 'attribute[secrecy]': 'confidential', lat: '31.25', long: '121.4' });
    const [shown] = (await own(`requests/${number}.json`).expect(200)).body;
    expect(shown).toMatchObject({ status: 'open', description: null, address: null, lat: null, long: null });
    expect(JSON.stringify(shown)).not.toMatch(/兰溪路|打桩/);
  });

  it('finds by number, service, status and time, and page by page', async () => {
    const [air, water] = [await posted({ service_code: 'air' }), await posted({ service_code: 'water' })];
    const ids = async (query: object) =>
      (await own('requests.json', query).expect(200)).body.map((one: { service_request_id: string }) => one.service_request_id);
    expect(await ids({ service_code: 'air' })).toEqual([air]);
    expect((await ids({ service_code: 'air,water' })).sort()).toEqual([air, water].sort());
    expect(await ids({ service_request_id: `${air},YXT-20200101-0001`, status: 'closed' })).toEqual([air]);
    await hub.as('office').act(air, 'withdrawal', { reason: '反映人要求撤回' }).expect(200);
    expect(await ids({ service_code: 'air,water', status: 'closed' })).toEqual([air]);
    expect(await ids({ service_code: 'air,water', status: 'open' })).toEqual([water]);
    const all = await ids({});
    expect([...(await ids({ page_size: 2 })), ...(await ids({ page_size: 2, page: 2 }))]).toEqual(all.slice(0, 4));
    const today = dayOf(now);
    expect(await ids({ end_date: `${addDays(today, -1)}T00:00:00+08:00` })).toEqual([]);
    now = new Date(now.getTime() + 91 * 86_400_000);
    expect(await ids({})).toEqual([]);
    expect((await ids({ start_date: `${today}T00:00:00+08:00` })).length).toBe(all.length);
  });

  it.each([
    [{ status: 'pending' }, 400],
    [{ start_date: 'yesterday' }, 400],
    [{ start_date: '2026-01-01T00:00:00Z', end_date: '2026-06-01T00:00:00Z' }, 400],
    [{ page_size: '100000' }, 400],
    [{ service_code: 'potholes' }, 404],
    [{ jurisdiction_id: 'sfgov.org' }, 404],
  ])('refuses to look for %j', async (query, code) => {
    expect((await own('requests.json', query).expect(code)).body).toEqual([{ code, description: expect.any(String) }]);
  });

  it('writes hostile words as words', async () => {
    const number = await posted({ description: HOSTILE, address_string: '<b>&amp;</b>' });
    const json = (await own(`requests/${number}.json`).expect(200)).body;
    const xml = await own(`requests/${number}.xml`).expect(200);
    expect(fromXml(xml.text)).toEqual({ root: 'service_requests', value: json });
    expect(json[0].description).toContain('<script>alert("1")</script> & ]]> \'quote\'');
    expect(xml.text).not.toContain('<script>');
    const error = await get(`services/${encodeURIComponent('<x>&')}.xml`).expect(404);
    expect(fromXml(error.text).root).toBe('errors');
  });

  it('answers one request once, where its sender names it by a key', async () => {
    const send = () => post(LAMP).set('Idempotency-Key', 'geo-1');
    const first = await send().expect(200);
    expect((await send().expect(200)).body).toEqual(first.body);
    await post({ ...LAMP, description: '换了' })
      .set('Idempotency-Key', 'geo-1')
      .expect(422);
  });

  it('slows whoever asks too often', async () => {
    const answers = await Promise.all(Array.from({ length: 130 }, () => get('services.json')));
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed).toHaveLength(10);
    expect([slowed[0]!.headers['retry-after'], slowed[0]!.body]).toEqual(['1', [{ code: 429, description: expect.any(String) }]]);
  });

  (hasSchemas ? it : it.skip)('answers by the published schemas, in JSON and in XML', async () => {
    await posted({ lat: '31.2501', long: '121.4001', description: HOSTILE });
    await posted({ 'attribute[kind]': 'report' });
    for (const [path, schema] of [
      ['services', 'services.json'],
      ['services/air', 'service-definition.json'],
      ['requests', 'requests.json'],
    ] as const) {
      const json = (await own(`${path}.json`).expect(200)).body;
      expect(schemaFaults(schema, json)).toEqual([]);
      expect(schemaFaults(schema, fromXml((await own(`${path}.xml`).expect(200)).text).value)).toEqual([]);
    }
    expect(schemaFaults('requests.json', [{ status: 'lost' }]).length).toBeGreaterThan(0);
  });
});
