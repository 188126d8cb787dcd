import { Undelivered } from './mailer';
import { smtpTrouble } from './smtp-trouble';

const error = (fields: object) => Object.assign(new Error('Something'), fields);

describe('what a failure says about the next try', () => {
  it.each([
    ['letter', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }],
    ['letter', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }],
    ['later', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }],
    ['later', { code: 'ECONNECTION', command: 'CONN', message: 'Connection closed unexpectedly' }],
    ['later', { code: 'ETIMEDOUT', command: 'CONN', message: 'Timeout' }],
    ['later', { code: 'ESOCKET', originalCode: 'ECONNRESET', command: 'CONN' }],
    ['server', { code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }],
    ['server', { code: 'ETIMEDOUT', command: 'CONN', message: 'Greeting never received' }],
    ['server', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }],
    ['server', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 }],
    ['server', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }],
    ['server', { code: 'EDNS', command: 'CONN' }],
    ['server', { code: 'ETLS', command: 'CONN' }],
  ])('%s: %j', (obstacle, fields) => {
    expect(smtpTrouble(error(fields))).toMatchObject({ obstacle, name: 'Undelivered' });
  });

  it('gives the server’s words without the address', () => {
    const fields = { command: 'RCPT TO', code: 'EENVELOPE', responseCode: 550, response: '550 <a@example.com> unknown\r\n' };
    expect(smtpTrouble(error(fields))).toEqual(new Undelivered('letter', '对方不收这封信。服务器说：550 <〔地址〕> unknown'));
  });
});
