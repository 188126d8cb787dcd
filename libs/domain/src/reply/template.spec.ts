import {
  fillReply,
  fittingTemplates,
  strangeFields,
  unfilledIn,
  type ReplyTemplate,
  type ReplyValues,
  type TemplateFacts,
} from './template';

const template = (about: Partial<ReplyTemplate> & { id: string }): ReplyTemplate => ({ name: about.id, text: '', ...about });
const facts: TemplateFacts = { kind: 'complaint', topic: 'noise', track: 'enforcement', status: 'in-hand' };
const fitting = (templates: ReplyTemplate[], about: Partial<TemplateFacts> = {}) =>
  fittingTemplates(templates, { ...facts, ...about }).map(({ id }) => id);
const values = { 编号: 'YXT-20261124-0007', 调查情况: '见{{编号}}', 地点: '  ' } as unknown as ReplyValues;

describe('a reply template', () => {
  it('fits where all that it names holds, and everywhere where it names nothing', () => {
    const all = [
      template({ id: 'any' }),
      template({ id: 'noise', topics: ['noise'] }),
      template({ id: 'water', topics: ['water'] }),
      template({ id: 'inquiry', kinds: ['inquiry'] }),
      template({ id: 'petition', tracks: ['petition'] }),
      template({ id: 'waiting', statuses: ['awaiting-citizen'] }),
    ];
    expect(fitting(all)).toEqual(['noise', 'any']);
    expect(fitting(all, { topic: null, track: null, kind: 'inquiry' })).toEqual(['inquiry', 'any']);
    expect(fitting(all, { status: 'awaiting-citizen', topic: 'water' })).toEqual(['water', 'waiting', 'any']);
  });

  it('is filled, and what is not known stands in it as what is still to be written', () => {
    expect(fillReply({ text: '{{ 编号 }} 在{{地点}}，{{地点}}。' }, values)).toEqual({
      text: 'YXT-20261124-0007 在【请填写地点】，【请填写地点】。',
      missing: ['地点'],
    });
  });

  it('never reads what somebody wrote as a template', () => {
    expect(fillReply({ text: '{{调查情况}}' }, values).text).toBe('见{{编号}}');
  });

  it('tells the names that nobody knows', () => {
    expect(strangeFields('{{编号}}{{编好}}{{ 姓名 }}{{编好}}')).toEqual(['编好', '姓名']);
  });
});

it('a reply is not whole while something in it is to be filled in', () => {
  expect(unfilledIn('【请填写地点】和{{现场时间}}')).toEqual(['地点', '现场时间']);
  expect(unfilledIn('【注意】请填写回执')).toEqual([]);
});
