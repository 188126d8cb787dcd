import { createTransport } from 'nodemailer';
import { type Mood, SmtpSink } from './smtp-sink';

describe('the SMTP sink', () => {
  let sink: SmtpSink;
  beforeEach(async () => void (sink = await SmtpSink.open()));
  afterEach(() => sink.close());

  const send = () =>
    createTransport({ host: '127.0.0.1', port: sink.port, secure: false, socketTimeout: 300, greetingTimeout: 300 }).sendMail({
      envelope: { from: 'reply@bureau.example', to: ['citizen@example.test'] },
      raw: 'Subject: reply\r\n\r\nbody\r\n',
    });

  it('keeps envelope and bytes of what it accepts', async () => {
    await send();
    expect(sink.messages).toEqual([
      {
        envelope: { from: 'reply@bureau.example', to: ['citizen@example.test'] },
        raw: Buffer.from('Subject: reply\r\n\r\nbody\r\n'),
      },
    ]);
  });

  it.each<[Mood, number, RegExp]>([
    [{ kind: 'refuse', code: 550 }, 0, /550/],
    [{ kind: 'refuse', code: 451, at: 'data' }, 0, /451/],
    [{ kind: 'refuse', code: 421, at: 'connect' }, 0, /421/],
    [{ kind: 'hang' }, 0, /timeout/i],
    [{ kind: 'hang', at: 'connect' }, 0, /timeout|greeting/i],
    [{ kind: 'drop' }, 1, /closed|hang up|reset/i],
  ])('can be told %j', async (mood, kept, error) => {
    sink.behave(mood);
    await expect(send()).rejects.toThrow(error);
    expect(sink.messages).toHaveLength(kept);
  });
});
