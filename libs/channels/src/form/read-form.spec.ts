import { readForm } from './read-form';

const read = (form: object) => readForm(JSON.stringify(form));

describe('a kept form', () => {
  it('becomes a reading', () => {
    const form = {
      subject: ' 油烟 ',
      text: '兰溪路油烟',
      name: '王女士',
      phone: '52564588',
      email: 'wang@example.org',
      place: '真如镇兰溪路',
      kind: 'complaint',
      secrecy: 'confidential',
      writtenAt: '2026-11-20T09:00:00+08:00',
      outsideNumber: 'X-1',
      source: '来信',
    };
    expect(read(form)).toMatchObject({
      subject: '油烟',
      text: '兰溪路油烟',
      party: { name: '王女士', phone: '52564588', email: 'wang@example.org', address: '' },
      kind: 'complaint',
      secrecy: 'confidential',
      writtenAt: '2026-11-20T01:00:00.000Z',
      place: '真如镇兰溪路',
      street: '真如镇',
      outsideNumber: 'X-1',
      source: '来信',
    });
  });

  it('may hold the text alone', () => {
    expect(read({ text: '油烟' })).toMatchObject({
      text: '油烟',
      subject: '',
      kind: null,
      secrecy: null,
      writtenAt: null,
      street: null,
      source: null,
    });
  });

  it('takes kinds and wishes in Chinese too', () => {
    expect(read({ text: '油烟', kind: '建言', secrecy: '匿名' })).toMatchObject({ kind: 'suggestion', secrecy: 'anonymous' });
  });

  it('takes no value of a wrong type or word', () => {
    expect(read({ text: '油烟', subject: 7, kind: 'nonsense', writtenAt: 'yesterday' })).toMatchObject({
      subject: '',
      kind: null,
      writtenAt: null,
    });
  });

  it('without a text is unreadable', () => {
    expect(() => read({ text: ' ' })).toThrow('没有内容');
  });

  it.each([null, '{', '[]', '7', '{"text":1}'])('that is damaged (%j) is unreadable', (record) => {
    expect(() => readForm(record)).toThrow('没有完整保存下来');
  });
});
