import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersQuestion, wordQuestion } from '@hub/domain';
import { loadSettings } from '@hub/settings';
import { Citizen } from '../support/citizen';
import { Hub } from '../support/hub';
import { openSqlite } from '../support/mariadb';
import { TEST_SECRET } from '../support/stored';

const WHAT = { subject: '夜里有气味', text: '夜里两点有刺鼻的气味。', street: '桃浦镇', act: 'next' };
const { web } = loadSettings({ configDir: 'config', env: { HUB_SECRET_KEY: TEST_SECRET, HUB_DATA_DIR: tmpdir() } }).office;
const answerTo = (words: string): string => {
  const { id } = Array.from({ length: 120 }, (_, at) => wordQuestion(at)).find((one) => words.includes(one.words))!;
  return Array.from({ length: 20 }, (_, at) => String(at)).find((typed) => answersQuestion(id, typed))!;
};

describe('many forms at once', () => {
  let hub: Hub;
  let seconds = 0;
  const now = () => new Date(Date.parse('2026-11-24T02:00:00Z') + seconds * 1000);
  const rules = { ...web, leastSeconds: 3, perNetworkPerHour: 2, allPerMinute: 4 };

  beforeAll(async () => {
    hub = await Hub.open((await openSqlite()).url, { now, office: { web: rules }, trustedProxies: ['127.0.0.1', '::1'] });
  });
  afterAll(() => hub.close());

  const atCheck = async (address: string, rest = 61): Promise<Citizen> => {
    const citizen = new Citizen(hub);
    citizen.headers = { 'X-Forwarded-For': address };
    await (await (await citizen.get('/submit?kind=complaint')).send({})).send({ act: 'next' });
    await (await citizen.send(WHAT)).upload([], { act: 'next' });
    seconds += rest;
    return citizen.send({ secrecy: 'anonymous', act: 'next' });
  };
  const pressed = async (address: string, rest?: number) => (await atCheck(address, rest)).send({ act: 'send' });
  const question = (citizen: Citizen) => citizen.page('label[for=answer]').text();

  it('from one network are asked a question in words, and taken with its answer; the next /64 is not asked', async () => {
    for (const host of ['1', '2']) expect((await pressed(`2400:3200:1:1::${host}`)).h1).toBe('已收到您的来件');
    const third = await pressed('2400:3200:1:1:ffff::9');
    expect([third.answer.status, question(third)]).toEqual([422, expect.stringMatching(/^请回答：.[加减].等于几？$/)]);
    await third.send({ act: 'send', answer: '99' });
    expect(third.page('.errors').text()).toContain('答得不对');
    await third.send({ act: 'send', answer: answerTo(question(third)) });
    expect(third.h1).toBe('已收到您的来件');
    expect((await pressed('2400:3200:1:2::1')).h1).toBe('已收到您的来件');
  });

  it('are counted for a network, whatever a browser says of where it comes from behind it', async () => {
    const forged = (at: number) => `198.51.100.${at}, 203.0.114.5`;
    const asked = [];
    for (const at of [1, 2, 3]) asked.push(question(await pressed(forged(at))) !== '');
    expect(asked).toEqual([false, false, true]);
    seconds += 3600;
  });

  it('from everybody together within a minute are asked as well', async () => {
    const asked = [];
    for (const at of [1, 2, 3, 4, 5]) asked.push(question(await pressed(`203.0.115.${at}`, 5)) !== '');
    expect(asked).toEqual([false, false, false, false, true]);
    seconds += 60;
    expect(question(await pressed('203.0.115.9'))).toBe('');
  });

  it('are asked where somebody is faster than people are', async () => {
    seconds += 60;
    expect(question(await pressed('203.0.116.1', 1))).not.toBe('');
  });

  it('are not taken at all far beyond that, and nothing that was typed is lost', async () => {
    for (let free = 0; free < rules.perNetworkPerHour; free++) await pressed('203.0.117.1');
    const citizen = await atCheck('203.0.117.1');
    for (let times = 0; times <= rules.perNetworkPerHour * 5; times++) {
      seconds += 61;
      await citizen.post(citizen.path, { act: 'send', answer: 'x' });
    }
    expect([citizen.answer.status, citizen.faults, citizen.answers['概括']]).toEqual([429, ['#send'], WHAT.subject]);
  });
});

describe('whoever stays anonymous', () => {
  const ADDRESS = '203.0.113.77';
  const AGENT = 'CanaryBrowser/7';

  it('leaves neither address nor browser in database, files and log', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yxt-anon-'));
    const told: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => {
        told.push(String(text));
        return true;
      }),
    );
    const hub = await Hub.open(`sqlite:${join(folder, 'hub.db')}`, { trustedProxies: ['127.0.0.1', '::1'] });
    try {
      const citizen = new Citizen(hub);
      citizen.headers = { 'X-Forwarded-For': ADDRESS, 'User-Agent': AGENT };
      await (await (await citizen.get('/submit?kind=report')).send({})).send({ act: 'next' });
      await citizen.send({ ...WHAT, subject: '' });
      await (await citizen.send(WHAT)).upload([{ name: '1.pdf', bytes: Buffer.from('%PDF-1.4') }], { act: 'next' });
      await (await citizen.send({ secrecy: 'anonymous', act: 'next' })).send({ act: 'send' });
      expect(citizen.h1).toBe('已收到您的来件');
      await citizen.post('/track', { number: citizen.page('.done .big').text(), code: 'AAAA-BBBB-CCCC-DDDD' });
      const kept = await Promise.all([folder, hub.settings.dataDir].map(allBytes));
      const found = (text: string) => Buffer.concat([...kept, Buffer.from(told.join('\n'))]).includes(text);
      expect([found(WHAT.text), found(ADDRESS), found(AGENT)]).toEqual([true, false, false]);
    } finally {
      for (const spy of spies) spy.mockRestore();
      await hub.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function allBytes(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name)));
  return Buffer.concat(await Promise.all(files));
}
