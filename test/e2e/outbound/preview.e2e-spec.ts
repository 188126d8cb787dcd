import { LETTER_KINDS } from '@hub/domain';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('the preview of letters', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  it('lists every letter that the office words, with its fields', async () => {
    const { body } = await hub.as('office').get('/api/v1/templates/letters').expect(200);
    expect((body as { name: string }[]).map(({ name }) => name)).toEqual([...LETTER_KINDS]);
    expect(body[0].fields).toContain('queryCode');
  });

  it.each(LETTER_KINDS.map((kind) => [kind]))('shows %s filled, as text and as HTML', async (kind) => {
    const { body } = await hub.as('office').get(`/api/v1/templates/letters/${kind}/preview`).expect(200);
    expect(`${body.subject}${body.body}`).not.toMatch(/\{\{|undefined/);
    expect(body.body).toContain(hub.settings.office.bureau);
    expect(body.html).toMatch(/^<!DOCTYPE html>/);
  });

  it('knows no letter that there is not', async () => {
    await hub.as('office').get('/api/v1/templates/letters/constructor/preview').expect(404);
  });
});
