import { Names, NoAnswer, type Resolve } from './names';

const timeout = () => Object.assign(new Error(), { code: 'ETIMEOUT' });
const absent = () => Object.assign(new Error(), { code: 'ENOTFOUND' });

function dns(answer: Resolve, about: { waitMs?: number; most?: number } = {}) {
  const clock = { ms: 0 };
  const asked: string[] = [];
  const names = new Names({
    now: () => clock.ms,
    resolve: (name, type) => {
      asked.push(name);
      return answer(name, type);
    },
    ...about,
  });
  return { names, asked, clock, ask: (name: string) => names.lookUp(name, 'TXT').catch((error: unknown) => error) };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('names asked of DNS', () => {
  it('are kept ten minutes, what is not there five', async () => {
    const { ask, asked, clock } = dns(async (name) => {
      if (name.startsWith('NO')) throw absent();
      return [['v']];
    });
    for (const ms of [0, 1, 299_000, 301_000, 599_000, 601_000]) {
      clock.ms = ms;
      await ask('yes.example');
      await ask('NO.example.');
    }
    expect(asked.filter((name) => name === 'yes.example')).toHaveLength(2);
    expect(asked.filter((name) => name === 'NO.example.')).toHaveLength(3);
  });

  it('are asked once for many letters at once', async () => {
    const { ask, asked } = dns(async () => [['v']]);
    expect(await Promise.all([ask('a.example'), ask('A.example'), ask('a.example.')])).toEqual([[['v']], [['v']], [['v']]]);
    expect(asked).toEqual(['a.example']);
  });

  it('are forgotten where there are too many', async () => {
    const { ask, asked } = dns(async () => [['v']], { most: 3 });
    for (const name of ['a', 'b', 'c', 'd', 'a']) await ask(`${name}.example`);
    expect(asked).toHaveLength(5);
    await ask('d.example');
    expect(asked).toHaveLength(5);
  });

  it('are not asked where they are no names', async () => {
    const { ask, asked } = dns(async () => [['v']]);
    for (const name of ['', 'localhost', `${'a'.repeat(64)}.example`, `${'a.'.repeat(140)}example`, 'a..example'])
      expect(await ask(name)).toMatchObject({ code: 'ENOTFOUND' });
    expect(asked).toEqual([]);
  });

  it('are of no use where the answer is larger than any honest one', async () => {
    const { ask } = dns(async () => [['x'.repeat(20_000)]]);
    expect(await ask('a.example')).toMatchObject({ code: 'ENODATA' });
  });

  it('are waited for so long and no longer', async () => {
    const { ask } = dns(() => new Promise(() => undefined), { waitMs: 20 });
    expect(await ask('a.example')).toBeInstanceOf(NoAnswer);
  });
});

describe('a DNS that is away', () => {
  it('is asked five times and then left alone until it is back, which no letter waits for', async () => {
    let away = true;
    const { names, ask, asked, clock } = dns(async () => {
      if (away) throw timeout();
      return [['v']];
    });
    for (let at = 0; at < 5; at++) await ask(`n${at}.example`);
    await settled();
    expect([names.isThere(), asked.length]).toEqual([false, 6]);
    expect(await ask('more.example')).toBeInstanceOf(NoAnswer);
    expect(asked).toHaveLength(6);

    clock.ms = 31_000;
    expect(names.isThere()).toBe(false);
    await settled();
    expect([asked.at(-1), asked.length, names.isThere()]).toEqual(['.', 7, false]);

    away = false;
    clock.ms = 62_000;
    names.isThere();
    await settled();
    expect(names.isThere()).toBe(true);
    expect(await ask('more.example')).toEqual([['v']]);
  });

  it('is not away for the silence of servers that senders chose', async () => {
    const { names, ask } = dns(async (name) => {
      if (name.endsWith('tarpit.example')) throw timeout();
      return [['v']];
    });
    for (let at = 0; at < 12; at++) await ask(`n${at}.tarpit.example`);
    await settled();
    expect(names.isThere()).toBe(true);
    expect(await ask('good.example')).toEqual([['v']]);
  });

  it('is not away for saying no', async () => {
    const { names, ask } = dns(async () => {
      throw Object.assign(new Error(), { code: 'ESERVFAIL' });
    });
    for (let at = 0; at < 12; at++) expect(await ask(`n${at}.example`)).toBeInstanceOf(NoAnswer);
    await settled();
    expect(names.isThere()).toBe(true);
  });
});
