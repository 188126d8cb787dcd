import type { AppealView } from '@hub/contract';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

const inHtml = (mail: string) => mail.replace('text/plain', 'text/html');

describeBothEngines('a letter as its writer laid it out', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
    await hub.staff('caller', 'revisitor');
    await hub.staff('officer', 'handler', 'supervision');
  });
  afterAll(() => hub.close());

  const appealOf = async (mail: string): Promise<AppealView> => {
    const [result] = await hub.intake.accept([mailMessage(mail)]);
    const { body } = await hub.as('office').get(`/api/v1/appeals/${result!.number}`).expect(200);
    return body as AppealView;
  };
  const HTML = '<p onclick="x()">楼下<b>风机</b>很吵</p><script>alert(1)</script><img src="https://a.example/x.png">';

  it('is a page of its own, which can do nothing and is kept nowhere', async () => {
    const { messages } = await appealOf(inHtml(aMail({ text: HTML })));
    expect(messages[0]!.text).toBe('楼下风机很吵');
    const { headers, text } = await hub.as('office').get(messages[0]!.html!.href).expect(200);
    expect(text).toContain('<p>楼下<b>风机</b>很吵</p>');
    expect(text).not.toMatch(/script|onclick|a\.example/);
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-popups.*default-src 'none'; img-src data:/);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('is offered for no letter that has only text', async () => {
    const { number, messages } = await appealOf(aMail());
    expect(messages[0]!.html).toBeNull();
    await hub.as('office').get(`/api/v1/appeals/${number}/letters/${messages[0]!.id}/html`).expect(404);
  });

  it('is shown to nobody who may not see the appeal, nor under another’s number', async () => {
    const one = await appealOf(inHtml(aMail({ text: HTML })));
    const other = await appealOf(aMail());
    await hub.as('officer').get(one.messages[0]!.html!.href).expect(404);
    await hub.as(null).get(one.messages[0]!.html!.href).expect(401);
    await hub.as('office').get(`/api/v1/appeals/${other.number}/letters/${one.messages[0]!.id}/html`).expect(404);
  });

  it('is shown of no confidential letter to whoever reads it masked', async () => {
    const { number, messages } = await appealOf(inHtml(aMail({ subject: '举报偷排废水', text: '<p>我是李<b>小</b>明</p>' })));
    const { body } = await hub.as('office').get(`/api/v1/appeals/${number}`).expect(200);
    const view = body as AppealView;
    const page = await hub.as('office').get(`/api/v1/appeals/${number}/letters/${messages[0]!.id}/html`);
    expect([view.secrecy, view.messages[0]!.html === null, page.status]).toEqual(['confidential', true, 403]);
    expect(page.text).not.toContain('李');
  });
});
