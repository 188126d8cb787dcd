import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hub } from '../support/hub';

/** An address of this machine that nothing else speaks from. */
const FROM = '127.44.55.66';
const BROWSER = 'a-browser-that-tells-who-sits-before-it';
const ANONYMOUS = {
  kind: 'report',
  subject: '有工厂夜里偷偷排污水',
  text: '凌晨两点以后，墙外的管子往河里放黑水。',
  street: '桃浦镇',
  place: '桃浦河边',
  secrecy: 'anonymous',
};

const everything = (folder: string) => readdir(folder, { recursive: true, withFileTypes: true });

describe('whoever stays unknown', () => {
  let hub: Hub;
  let folder: string;
  let port: number;
  const said: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yxt-traces-'));
    for (const stream of ['stdout', 'stderr'] as const)
      jest.spyOn(process[stream], 'write').mockImplementation((text) => Boolean(said.push(String(text))));
    hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`);
    await hub.app.listen(0, '127.0.0.1');
    port = Number(new URL(await hub.app.getUrl()).port);
  });
  afterAll(async () => {
    await hub.close();
    jest.restoreAllMocks();
    await rm(folder, { recursive: true, force: true });
  });

  const post = (path: string, fields: Record<string, string>): Promise<string> =>
    new Promise((done, fail) => {
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': BROWSER,
        'x-forwarded-for': FROM,
        'accept-language': 'qya',
      };
      const take = async (answer: IncomingMessage) => done(Buffer.concat(await answer.toArray()).toString());
      const asked = request({ host: '127.0.0.1', localAddress: FROM, port, path, method: 'POST', headers }, (answer) => {
        take(answer).catch(fail);
      });
      asked.on('error', fail).end(new URLSearchParams(fields).toString());
    });

  it('leaves neither address nor browser in the database, in the files or in what the hub says', async () => {
    const page = await post('/submit', ANONYMOUS);
    const number = /YXT-\d{8}-\d{4}/.exec(page)![0];
    await post('/track', { number, code: 'AAAA-BBBB-CCCC-DDDD' });
    await post('/submit', { text: '吵'.repeat(60_000) });
    await post('/nowhere', {});

    const files = [];
    for (const name of (await Promise.all([folder, hub.settings.dataDir].map(everything))).flat())
      if (name.isFile()) files.push(await readFile(join(name.parentPath, name.name), 'latin1'));
    const kept = [...files, ...said].join('\n');
    expect(kept).toContain(number);
    expect([FROM, BROWSER, 'qya'].filter((trace) => kept.includes(trace))).toEqual([]);
  });
});
