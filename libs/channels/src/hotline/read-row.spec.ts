import { readRow } from './read-row';

const read = (record: object) => readRow(JSON.stringify({ row: 2, text: '油烟', ...record }));

describe('a kept row', () => {
  it('becomes a reading', () => {
    const record = {
      outsideNumber: 'A-1',
      receivedAt: '2011-03-01T01:00:00.000Z',
      subject: '油烟扰民',
      name: '王女士',
      phone: '52564588',
      kind: '投诉',
      place: '兰溪路',
      street: '真如镇',
    };
    expect(read(record)).toMatchObject({
      subject: '油烟扰民',
      text: '油烟',
      party: { name: '王女士', phone: '52564588', email: '', address: '' },
      writtenAt: '2011-03-01T01:00:00.000Z',
      kind: 'complaint',
      secrecy: null,
      place: '兰溪路',
      street: '真如镇',
      outsideNumber: 'A-1',
    });
  });

  it.each([
    ['咨询', 'inquiry'],
    ['投诉类', 'complaint'],
    ['举报', 'report'],
    ['意见建议', 'suggestion'],
    ['建言', 'suggestion'],
    ['表扬', 'comment'],
    ['评论', 'comment'],
    ['投诉举报', null],
    ['非投诉', null],
    ['求助', null],
  ])('of kind %s is %s', (word, kind) => {
    expect(read({ kind: word }).kind).toBe(kind);
  });

  it.each([
    [{ name: '保密' }, '', 'confidential'],
    [{ name: '匿名' }, '', 'anonymous'],
    [{ name: '不愿留名' }, '', 'anonymous'],
    [{ name: '张先生（要求保密）' }, '张先生', 'confidential'],
    [{ name: '张先生', secrecy: '是否保密：是' }, '张先生', 'confidential'],
    [{ name: '张先生', secrecy: '是否保密：否' }, '张先生', 'named'],
    [{ name: '张先生', secrecy: '是否匿名：是' }, '张先生', 'anonymous'],
    [{ name: '张先生', secrecy: '是否实名：否' }, '张先生', 'anonymous'],
    [{ name: '张先生', secrecy: '实名/匿名：实名' }, '张先生', 'named'],
    [{ name: '张先生', note: '要求保密，不要说是内部人员' }, '张先生', 'confidential'],
    [{ name: '张先生', note: '本人表示不需要保密' }, '张先生', 'named'],
    [{ name: '张先生' }, '张先生', null],
  ])('knows what the caller asked for: %j', (record, name, secrecy) => {
    expect(read(record)).toMatchObject({ party: { name }, secrecy });
  });

  it('finds the street in the words where no column names it', () => {
    expect(read({ text: '桃浦镇真南路夜里有怪味' }).street).toBe('桃浦镇');
  });

  it('says which door it names itself', () => {
    expect([read({ source: '12345' }).source, read({}).source]).toEqual(['12345', null]);
  });

  it.each([null, '', '{"row":2}', '[]'])('that is damaged (%j) is unreadable, with what to do', (record) => {
    expect(() => readRow(record)).toThrow('请找到原来的文件');
  });
});
