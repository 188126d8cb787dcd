import { Unreadable } from '@hub/domain';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from './read-mail';

const ROOT = join(process.env['YXT_REAL_DATA'] ?? '../shared/data', 'mail');
const COLLECTIONS = ['mikel-mail', 'james-mime4j', 'mailparser', 'postal-mime', 'chatwoot', 'flanker', 'sisimai'];

const lettersIn = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => /\.(?:eml|msg)$/.test(name))
    .map((name) => join(folder, name));
const missing = (folder: string) => (existsSync(folder) ? '' : `：跳过，没有 ${folder}（YXT_REAL_DATA）`);
const test = (folder: string) => (existsSync(folder) ? it : it.skip);

describe('real mails (YXT_REAL_DATA)', () => {
  for (const collection of COLLECTIONS) {
    const folder = join(ROOT, collection);
    test(folder)(`of ${collection} are each read or refused with a reason${missing(folder)}`, () => {
      const letters = lettersIn(folder);
      expect(letters.length).toBeGreaterThan(0);
      for (const letter of letters) {
        try {
          const { text, remarks } = readMail(readFileSync(letter));
          // Nothing is shown as empty without a word about it.
          expect(text !== '' || remarks.length > 0).toBe(true);
        } catch (error) {
          if (!(error instanceof Unreadable)) throw new Error(`${letter}: ${String(error)}`, { cause: error });
          expect(error.reason).toMatch(/\p{Script=Han}/u);
        }
      }
    });
  }

  const kinds = join(ROOT, 'sisimai/kinds.json');
  const list = existsSync(kinds) ? (JSON.parse(readFileSync(kinds, 'utf8')) as { file: string; kind: string }[]) : [];
  const automationOf = (kind: string) =>
    list.filter((one) => one.kind === kind).map(({ file }) => readMail(readFileSync(join(ROOT, 'sisimai', file))).automation);

  test(kinds)(`that are bounces are known as such, 98 of 100${missing(kinds)}`, () => {
    const found = automationOf('bounce');
    expect(found.filter((one) => one === 'bounce').length / found.length).toBeGreaterThan(0.98);
  });

  test(kinds)(`that are automatic replies are known as such${missing(kinds)}`, () => {
    expect(new Set(automationOf('auto_reply'))).toEqual(new Set(['auto-reply']));
  });
});
