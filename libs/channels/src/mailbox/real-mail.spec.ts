import { Unreadable } from '@hub/domain';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lettersIn, missing, REAL_MAIL as ROOT, whereThere as test } from './corpora/real-letters';
import { readMail } from './read-mail';

const COLLECTIONS = ['mikel-mail', 'james-mime4j', 'mailparser', 'postal-mime', 'chatwoot', 'flanker', 'sisimai'];

describe('real mails (YXT_REAL_DATA)', () => {
  for (const collection of COLLECTIONS) {
    const folder = join(ROOT, collection);
    test(folder)(`of ${collection} are each read or refused with a reason${missing(folder)}`, () => {
      const letters = lettersIn(folder);
      expect(letters.length).toBeGreaterThan(0);
      for (const letter of letters) {
        try {
          const { text, remarks } = readMail(readFileSync(join(folder, letter)));
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
  const CLASSES = { bounce: 'bounce', auto_reply: 'auto-reply', feedback_report: 'complaint' };

  for (const [kind, automation] of Object.entries(CLASSES)) {
    test(kinds)(`of kind ${kind} are told from the others, 97 of 100 both ways${missing(kinds)}`, () => {
      const seen = list
        .filter((one) => one.kind !== 'broken')
        .map((one) => ({ kind: one.kind, found: readMail(readFileSync(join(ROOT, 'sisimai', one.file))).automation }));
      const ofKind = seen.filter((one) => one.kind === kind);
      const found = seen.filter((one) => one.found === automation);
      const right = ofKind.filter((one) => one.found === automation).length;
      expect([right / ofKind.length >= 0.97, right / found.length >= 0.97]).toEqual([true, true]);
    });
  }

  test(kinds)(`that are bounces name whom they did not reach, 97 of 100${missing(kinds)}`, () => {
    const reports = list
      .filter(({ kind }) => kind === 'bounce')
      .flatMap(({ file }) => readMail(readFileSync(join(ROOT, 'sisimai', file))).deliveryReport ?? []);
    expect(reports.filter(({ recipients }) => recipients.length > 0).length / reports.length).toBeGreaterThan(0.97);
  });

  const chinese = join(ROOT, '../zh');
  const asMail = (text: string) =>
    readMail(Buffer.from(`From: li@example.com\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n${text}`));

  test(chinese)(`that answer by themselves in Chinese are known by their words${missing(chinese)}`, () => {
    const { items } = JSON.parse(readFileSync(join(chinese, 'zh_autoreply.json'), 'utf8')) as {
      items: { kind: string; text: string }[];
    };
    const missed = items.filter(({ kind, text }) => kind === 'auto' && asMail(text).automation !== 'auto-reply');
    expect(missed).toEqual([]);
  });

  test(chinese)(`that people wrote in Chinese are not taken for automatic${missing(chinese)}`, () => {
    const { items } = JSON.parse(readFileSync(join(chinese, 'zh_quoted_reply.json'), 'utf8')) as { items: { body: string }[] };
    expect(items.filter(({ body }) => asMail(body).automation)).toEqual([]);
  });
});
