import { readFileSync } from 'node:fs';
import { DOCUMENT_FIELDS, DOCUMENT_KINDS, DOCUMENT_WORDS, SYSTEM_VARIABLES } from '@hub/domain';

const manual = readFileSync('docs/manual.md', 'utf8');

describe('the manual', () => {
  it('names every mark that the hub fills', () => {
    for (const name of SYSTEM_VARIABLES) expect(manual).toContain(`\`{${name}}\``);
  });

  it.each(DOCUMENT_KINDS)('lists the columns of the kind %s as they are', (kind) => {
    const row = manual.split('\n').find((line) => line.startsWith(`| ${DOCUMENT_WORDS[kind]} | \`${kind}.docx\` |`));
    const columns = row!.split('|').at(-2)!.trim();
    const names = columns.split(/、(?![^（]*）)/).map((one) => one.replace(/（.*）$/, ''));
    expect(names).toEqual(DOCUMENT_FIELDS[kind].map(({ name, required }) => (required ? `${name}*` : name)));
  });
});
