import type { InboundMessage } from '@hub/domain';
import { chmod, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastValueFrom, toArray } from 'rxjs';
import { mailFiles } from './mail-files';
import { MailFolderChannel } from './mail-folder.channel';
import { readMail } from './read-mail';

const letter = (text: string, id = text) =>
  `From: li@example.com\nMessage-ID: <${id}@example.com>\nSubject: ${text}\n\n${text}\n`;
const SEPARATOR = 'From li@example.com Tue Nov 24 09:00:00 2026\n';

describe('a folder of letters', () => {
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'letters-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const put = async (name: string, text: string) => {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
    await utimes(join(folder, name), 1_700_000_000, 1_700_000_000);
  };
  const pass = (path = folder, more: Partial<ConstructorParameters<typeof MailFolderChannel>[0]> = {}) =>
    lastValueFrom(new MailFolderChannel({ name: 'letters', source: '局长信箱', path, ...more }).messages().pipe(toArray()));
  const subjects = (messages: InboundMessage[]) =>
    Promise.all(messages.map(async ({ original }) => readMail(await original.load()).subject));

  it('offers its files and those of its folders in the order of names', async () => {
    await put('b.msg', letter('b'));
    await put('a/c', letter('c'));
    await put('a.eml', letter('a'));
    const messages = await pass();
    expect(await subjects(messages)).toEqual(['c', 'a', 'b']);
    expect(messages[1]).toMatchObject({
      channel: 'mailbox',
      source: '局长信箱',
      format: 'mail',
      original: { name: 'a.eml', mediaType: 'message/rfc822' },
    });
  });

  it('gives a letter the same key in each pass and under each name', async () => {
    await put('a.eml', letter('a'));
    await put('copy.eml', letter('a'));
    const keys = [...(await pass()), ...(await pass())].map(({ sourceKey }) => sourceKey);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(1);
  });

  it('gives other bytes another key although the Message-ID is the same', async () => {
    await put('a.eml', letter('a', 'same'));
    await put('b.eml', letter('b', 'same'));
    const [a, b] = await pass();
    expect(a!.sourceKey).not.toBe(b!.sourceKey);
  });

  it('gives the same letter another key at another door', async () => {
    await put('a.eml', letter('a'));
    const [here] = await pass();
    const [there] = await pass(folder, { source: '举报信箱' });
    expect(here!.sourceKey).not.toBe(there!.sourceKey);
  });

  it('reads bytes only when they are asked for', async () => {
    await put('a.eml', letter('a'));
    const [message] = await pass();
    await rm(join(folder, 'a.eml'));
    await expect(message!.original.load()).rejects.toThrow();
  });

  it.each(['.hidden.eml', '~a.eml', 'a.eml.part', 'a.tmp'])('passes over %s, which is not finished', async (name) => {
    await put(name, letter('a'));
    expect(await pass()).toEqual([]);
  });

  it('waits for a file that was just written', async () => {
    await writeFile(join(folder, 'a.eml'), letter('a').slice(0, 40));
    setTimeout(() => void writeFile(join(folder, 'a.eml'), letter('a')), 100);
    expect(await pass(folder, { settleMs: 400 })).toEqual([]);
    expect(await subjects(await pass(folder, { settleMs: 400 }))).toEqual(['a']);
  });

  it('does not follow links, which may lead in a circle', async () => {
    await put('a.eml', letter('a'));
    await symlink(folder, join(folder, 'again'));
    expect(await pass()).toHaveLength(1);
  });

  it('takes the header of a letter over the limit', async () => {
    await put('a.eml', letter('a') + 'x'.repeat(5_000));
    const [message] = await pass(folder, { maxBytes: 4_000 });
    const bytes = await message!.original.load();
    expect(bytes.length).toBeLessThan(300);
    expect(readMail(bytes).remarks[0]).toContain('超过');
  });

  it('that is missing says so in Chinese', async () => {
    await expect(pass(join(folder, 'none'))).rejects.toThrow(`找不到 ${join(folder, 'none')}，请检查路径。`);
  });

  // Root may open everything.
  (process.getuid?.() === 0 ? it.skip : it)('offers the other letters where one may not be opened, and says so', async () => {
    await put('a.eml', letter('a'));
    await put('b.eml', letter('b'));
    await chmod(join(folder, 'a.eml'), 0);
    const seen: string[] = [];
    const channel = new MailFolderChannel({ name: 'x', source: '局长信箱', path: folder });
    await expect(channel.messages().forEach((message) => void seen.push(message.original.name))).rejects.toThrow('a.eml');
    expect(seen).toEqual(['b.eml']);
  });

  describe('with an mbox', () => {
    const box = `${SEPARATOR}${letter('一')}\n${SEPARATOR}${letter('二')}>From the start\n>>From quoted\n\nFrom now on it stinks\n\n${SEPARATOR}${letter('三')}`;

    it('offers every letter of it', async () => {
      await put('box', box);
      const messages = await pass(join(folder, 'box'));
      expect(await subjects(messages)).toEqual(['一', '二', '三']);
      expect(messages.map(({ original }) => original.name)).toEqual(['box#1', 'box#2', 'box#3']);
    });

    it('takes back the signs put before "From " and keeps sentences that begin so', async () => {
      await put('box', box);
      const [, second] = await pass();
      expect(readMail(await second!.original.load()).text).toBe('二\nFrom the start\n>From quoted\n\nFrom now on it stinks');
    });

    it('gives a letter the key that it has as a file of its own', async () => {
      await put('box', box);
      await put('one.eml', letter('一'));
      const keys = (await pass()).map(({ sourceKey }) => sourceKey);
      expect(keys[3]).toBe(keys[0]);
    });

    it('finds letters across the pieces in which a large one is read', async () => {
      const count = 3_000;
      const letters = Array.from(
        { length: count },
        (_one, index) => `${SEPARATOR}${letter(`n${index}`)}${'x'.repeat(index % 1_500)}\n\n`,
      );
      await put('box', letters.join(''));
      const seen: string[] = [];
      for await (const { load } of mailFiles(join(folder, 'box'))) seen.push(readMail(await load()).subject);
      expect(seen).toEqual(Array.from({ length: count }, (_one, index) => `n${index}`));
    });
  });
});
