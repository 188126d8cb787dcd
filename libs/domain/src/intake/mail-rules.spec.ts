import { NOBODY } from './inbound-message';
import { asideBy, NO_MAIL_RULES, type MailRule } from './mail-rules';

const letter = (about: object = {}) => ({
  party: { ...NOBODY, email: 'offer@shop.example' },
  subject: '低价代开',
  text: '请联系',
  spam: { score: null, flagged: false },
  ...about,
});
const rule = (about: Partial<MailRule>): MailRule => ({ name: '甲', active: true, reason: '广告', ...about });
const by = (rules: MailRule[], mail = letter(), allow = NO_MAIL_RULES.allow) => asideBy(mail, { allow, rules })?.name ?? null;

describe('mail rules', () => {
  it.each([
    ['an address', rule({ addresses: ['Offer@Shop.example'] }), letter()],
    [
      'a domain and what is below it',
      rule({ domains: ['shop.example'] }),
      letter({ party: { ...NOBODY, email: 'a@m.SHOP.example' } }),
    ],
    ['a word in the subject', rule({ words: ['代开'] }), letter()],
    ['a word in the text, whatever its case', rule({ words: ['vpn'] }), letter({ text: '出售 VPN' })],
    ['a score', rule({ score: 8 }), letter({ spam: { score: 8, flagged: false } })],
    ['the server’s verdict', rule({ flagged: true }), letter({ spam: { score: null, flagged: true } })],
  ])('put a letter aside by %s', (_, one, mail) => {
    expect(by([one], mail)).toBe('甲');
  });

  it('take a letter that is not quite so', () => {
    expect(by([rule({ domains: ['hop.example'] }), rule({ score: 8 }), rule({ flagged: true }), rule({ addresses: ['offer@shop'] })])).toBeNull(); // prettier-ignore
  });

  it('ask for all that one of them names, and the first that holds wins', () => {
    const both = rule({ name: '都要', words: ['代开'], domains: ['elsewhere.example'] });
    expect(by([both, rule({ name: '乙', words: ['代开'] }), rule({ name: '丙', words: ['代开'] })])).toBe('乙');
  });

  it('never touch whom the office lets in, and do nothing when switched off or empty', () => {
    const words = rule({ words: ['代开'] });
    expect(by([words], letter(), { addresses: ['offer@shop.example'], domains: [] })).toBeNull();
    expect(by([words], letter(), { addresses: [], domains: ['shop.example'] })).toBeNull();
    expect(by([{ ...words, active: false }, rule({})])).toBeNull();
  });
});
