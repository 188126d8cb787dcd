import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fieldsOf, LETTER_FIELD_WORDS, LETTER_FIELDS, LETTER_NAMES } from '@hub/domain';
import { letterFile } from '@hub/settings';

describe('the files of letters', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yxt-letters-'));
    cpSync('config/letters', join(folder, 'letters'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (text: string) => writeFileSync(join(folder, 'letters', 'extension.txt'), text);
  const faults = () => letterFile(folder, 'extension').faults.map(({ key, message }) => `${key} ${message}`);

  it.each(LETTER_NAMES.map((name) => [name]))('%s as it is delivered has no fault', (name) => {
    expect(letterFile(folder, name).faults).toEqual([]);
  });

  it('a field of another letter, which would leave a gap, is a fault that says which may be used', () => {
    write(`${readFileSync('config/letters/extension.txt', 'utf8')}\n{{queryCode}}\n`);
    expect(faults()).toEqual([expect.stringMatching(/^\{\{queryCode\}\} 没有这样的栏目。这封信可以用.*\{\{reason\}\}/)]);
  });

  it('a file without a subject, and one in GBK, are faults and no letter', () => {
    write('您好：\n');
    expect(faults()).toEqual([expect.stringMatching(/第一行写“Subject/)]);
    writeFileSync(join(folder, 'letters', 'extension.txt'), Buffer.from([0xc4, 0xfa, 0xba, 0xc3]));
    expect(faults()).toEqual([expect.stringMatching(/不是 UTF-8/)]);
    expect(letterFile(folder, 'extension').template).toBeNull();
  });

  it('every field belongs to some letter and has its word', () => {
    const used = new Set(LETTER_NAMES.flatMap((name) => fieldsOf(name)));
    expect([...used].sort()).toEqual([...LETTER_FIELDS].sort());
    expect(Object.keys(LETTER_FIELD_WORDS).sort()).toEqual([...LETTER_FIELDS].sort());
  });
});
