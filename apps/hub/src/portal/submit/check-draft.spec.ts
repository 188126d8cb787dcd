import { faultsOf, formOf } from './check-draft';
import { readDraft, type Draft } from './draft';

const streets = ['长寿路街道'];
const draft = (about: Partial<Draft> = {}): Draft => ({
  ...readDraft({}),
  kind: 'complaint',
  subject: '楼下饭店的风机夜里太吵',
  text: '每天晚上十点以后还在响。',
  street: '长寿路街道',
  secrecy: 'named',
  name: '陈女士',
  phone: '138 0000 0000',
  ...about,
});
const faulty = (about: Partial<Draft>) => faultsOf(draft(about), streets).map((one) => one.field);

describe('the form', () => {
  it('has no fault when it is filled in', () => expect(faulty({})).toEqual([]));

  it.each<[string, Partial<Draft>, string[]]>([
    ['no kind', { kind: 'party' }, ['kind-inquiry']],
    ['no text', { text: '' }, ['text']],
    ['a text over the limit', { text: '吵'.repeat(5001) }, ['text']],
    ['a telephone number in the text', { text: '请打 13800000000' }, ['text']],
    ['a complaint without a street', { street: '' }, ['street']],
    ['a street of another district', { street: '外滩街道' }, ['street']],
    ['no way to answer', { phone: '' }, ['phone']],
    ['a wrong telephone number', { phone: 'abc' }, ['phone']],
    ['a wrong mail address', { email: 'chen@' }, ['email']],
    ['a filled honeypot', { website: 'x' }, ['send']],
  ])('names the fault: %s', (_, about, fields) => expect(faulty(about)).toEqual(fields));

  it.each<[string, Partial<Draft>]>([
    ['the citizen wants to keep the number', { text: '店招上写着 13800000000', keep: true }],
    ['the street is not known', { street: 'unknown' }],
    ['a suggestion lies nowhere', { kind: 'suggestion', street: '' }],
    ['nothing is left but 匿名', { secrecy: 'anonymous', name: '', phone: '' }],
    ['only a mail address is left', { phone: '', email: 'chen@example.org' }],
  ])('is content where %s', (_, about) => expect(faulty(about)).toEqual([]));

  it('drops what was typed before 匿名 was chosen', () => {
    expect(formOf(draft({ secrecy: 'anonymous', email: 'chen@example.org' }))).toMatchObject({ name: '', phone: '', email: '' });
  });

  it('is the same appeal when sent twice, and another one when it tells of something else', () => {
    const first = draft();
    expect(formOf(first).receipt).toBe(formOf({ ...first, phone: '139 0000 0000' }).receipt);
    expect(formOf(first).receipt).not.toBe(formOf({ ...first, text: '另一件事' }).receipt);
  });
});
