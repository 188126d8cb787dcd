import type { AppealView } from '@hub/contract';
import { aMail, mailMessage } from '../../factories/letter';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';

describeBothEngines('what a citizen writes himself', (open) => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    await hub.staff('office', 'dispatcher');
  });
  afterAll(() => hub.close());

  const appealOf = async (mail: string): Promise<AppealView> => {
    const [result] = await hub.intake.accept([mailMessage(mail)]);
    const { body } = await hub.as('office').get(`/api/v1/appeals/${result!.number}`).expect(200);
    return body as AppealView;
  };
  const ANSWER = [
    '---原始邮件---',
    '发件人: "局长信箱"',
    '主题: 举报某厂偷排废水',
    '',
    '您举报的曹杨路某厂偷排废水一事已经查处。',
  ];

  it('comes first, with the whole letter beside it', async () => {
    const text = ['路灯还是不亮。', '', '发自我的 iPhone', '', ...ANSWER].join('\n');
    const { messages } = await appealOf(aMail({ subject: '再问', text }));
    expect(messages[0]).toMatchObject({ text, reply: { own: '路灯还是不亮。', hasSignature: true, hasQuote: true } });
  });

  it('is all there is of a plain letter', async () => {
    const { messages } = await appealOf(aMail({ text: '路灯不亮。\n谢谢！' }));
    expect(messages[0]).toMatchObject({ text: '路灯不亮。\n谢谢！', reply: null });
  });

  it('is masked in a confidential letter as the letter itself', async () => {
    const from = `=?utf-8?B?${Buffer.from('李小明').toString('base64')}?= <xiaoming@example.com>`;
    const text = ['我叫李小明，邮箱 xiaoming@example.com，请保密。', '', ...ANSWER].join('\n');
    const { secrecy, messages } = await appealOf(aMail({ from, subject: '举报偷排废水', text }));
    expect(secrecy).toBe('confidential');
    expect(messages[0]!.reply!.own).toMatch(/^我叫.*请保密。$/);
    expect(JSON.stringify(messages[0])).not.toMatch(/李小明|xiaoming@/);
  });

  it('decides the kind, topic and street of a new letter, and not the answer quoted below', async () => {
    const alone = await appealOf(aMail({ subject: '再问', text: '请问环评公示在哪里看？' }));
    const quoting = await appealOf(aMail({ subject: '再问', text: ['请问环评公示在哪里看？', '', ...ANSWER].join('\n') }));
    const judged = ({ kind, topic, street, suggestion }: AppealView) => ({ kind, topic, street, suggestion });
    expect(judged(quoting)).toEqual(judged(alone));
    expect(quoting.kind).toBe('inquiry');
  });
});
