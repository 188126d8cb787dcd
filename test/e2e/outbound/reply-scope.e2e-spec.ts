import { Courier, SmtpMailer } from '@hub/outbound';
import { UnitOfWork } from '@hub/persistence';
import { simpleParser } from 'mailparser';
import { hireBureau, WalkedAppeal } from '../../factories/walked-appeal';
import { Hub } from '../../support/hub';
import { describeBothEngines } from '../../support/mariadb';
import { SmtpSink } from '../../support/smtp-sink';

describeBothEngines('what is sent about a letter with thirty copies', (open) => {
  let hub: Hub;
  let sink: SmtpSink;
  beforeAll(async () => {
    hub = await Hub.open((await open()).url);
    sink = await SmtpSink.open();
    await hireBureau(hub);
  });
  afterAll(async () => {
    await sink.close();
    await hub.close();
  });

  it('goes to the citizen alone and tells nothing of the others or of what the bureau noted', async () => {
    const others = Array.from({ length: 30 }, (_, at) => `neighbour${at}@block.example`);
    const letter = {
      from: 'zhang@mail.example',
      to: 'yixiantong@putuo-epb.example, reporter@paper.example',
      headers: `Cc: ${others.join(',\r\n ')}`,
    };
    const number = await new WalkedAppeal(hub).proved({ letter });
    await hub.as('officer').act(number, 'notes', { text: '内部：此人三年来已来信九次' }).expect(200);
    await hub.as('officer').act(number, 'draft', { text: '您好，已责令整改。', submit: true }).expect(200);
    await hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    await hub.as('head').act(number, 'reply').expect(200);
    const from = { name: '一线通', address: 'yixiantong@putuo-epb.example' };
    const mailer = new SmtpMailer({ host: '127.0.0.1', port: sink.port, secure: false }, from);
    await new Courier(hub.app.get(UnitOfWork), mailer, { log: { warn: () => undefined } }).runOnce();

    const mails = await Promise.all(sink.messages.map(({ raw }) => simpleParser(raw)));
    const texts = mails.map(({ text }) => text ?? '').join('\n');
    expect(texts).toContain('您好，已责令整改。');
    expect(sink.messages.map(({ envelope }) => envelope.to)).toEqual(mails.map(() => ['zhang@mail.example']));
    expect(mails.map(({ cc, bcc }) => cc ?? bcc)).toEqual(mails.map(() => undefined));
    for (const { text, html, headerLines } of mails)
      expect([text, html, ...headerLines.map(({ line }) => line)].join('\n')).not.toMatch(
        /neighbour|block\.example|paper\.example|九次/,
      );
  });
});
