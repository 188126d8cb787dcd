import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LETTER_NAMES } from '@hub/domain';
import type { LetterTemplateView } from '@hub/contract';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the preview of letters', (open) => {
  let hub: Hub;
  let configDir: string;
  beforeAll(async () => {
    configDir = mkdtempSync(join(tmpdir(), 'yxt-config-'));
    cpSync('config/letters', join(configDir, 'letters'), { recursive: true });
    hub = await Hub.open((await open()).url, { configDir });
    await hub.staff('office', 'dispatcher');
  });
  afterAll(async () => {
    await hub.close();
    rmSync(configDir, { recursive: true, force: true });
  });
  const file = () => join(configDir, 'letters', 'extension.txt');
  const extension = async () => {
    const { body } = await hub.as('office').get('/api/v1/templates/letters').expect(200);
    return (body as LetterTemplateView[]).find(({ name }) => name === 'extension')!;
  };
  const preview = async () => (await hub.as('office').get('/api/v1/templates/letters/extension/preview').expect(200)).body;

  it('lists every letter that the office words, with its fields', async () => {
    const { body } = await hub.as('office').get('/api/v1/templates/letters').expect(200);
    expect((body as { name: string }[]).map(({ name }) => name)).toEqual([...LETTER_NAMES]);
    expect(body[0].fields).toContain('queryCode');
    expect(await extension()).toMatchObject({ file: file(), changed: false, faults: [] });
  });

  it.each(LETTER_NAMES.map((name) => [name]))('shows %s filled, as text and as HTML', async (name) => {
    const { body } = await hub.as('office').get(`/api/v1/templates/letters/${name}/preview`).expect(200);
    expect(`${body.subject}${body.body}`).not.toMatch(/\{\{|undefined/);
    expect(body.html).toMatch(/^<!DOCTYPE html>/);
    expect(body.html).toContain(`<title>${body.subject}</title>`);
  });

  it('shows a file that was worded anew as it will be, and says that it waits for the next start', async () => {
    writeFileSync(file(), readFileSync('config/letters/extension.txt', 'utf8').replace('让您多等，请谅解。', '让您久等了。'));
    expect(await extension()).toMatchObject({ changed: true, faults: [] });
    expect(await preview()).toMatchObject({ of: 'file', body: expect.stringContaining('让您久等了。') });
  });

  it('shows the fault of a wrong file, and the letter that still goes out', async () => {
    writeFileSync(file(), readFileSync('config/letters/extension.txt', 'utf8').replace('{{reason}}', '{{raeson}}'));
    const { faults } = await extension();
    expect(faults).toEqual([expect.stringMatching(/^\{\{raeson\}\}：/), expect.stringMatching(/^\{\{reason\}\}：/)]);
    expect(await preview()).toMatchObject({ of: 'use', body: expect.not.stringContaining('raeson') });
    rmSync(file());
    expect((await extension()).faults).toEqual([expect.stringContaining('没有这个文件')]);
  });

  it('knows no letter that there is not', async () => {
    await hub.as('office').get('/api/v1/templates/letters/constructor/preview').expect(404);
  });
});
