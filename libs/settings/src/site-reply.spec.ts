import { OfficeFixture } from './office-fixture';

const channel = (reply: string) => `channels:
  - name: dongfang
    type: site
    source: 东方网投诉中心
    everySeconds: 600
    profile:
      listUrl: https://tousu.example/list.html
      item: tr
      detail: { text: td.content }
      reply:
${reply.replace(/^/gm, '        ')}
`;

describe('the settings of answering on a complaint site', () => {
  let office: OfficeFixture;
  beforeEach(() => void (office = new OfficeFixture()));
  afterEach(() => office.remove());

  it('become a door with words that hold the number where the office sets none', () => {
    office.write(
      'channels.yaml',
      channel('form: { textField: content }\nsuccess: { text: 成功 }\ncheck: { answers: div.reply }\nmaxChars: 900'),
    );
    expect(office.load().office.siteReplies).toEqual([
      { channel: 'dongfang', source: '东方网投诉中心', text: expect.stringContaining('{number}'), maxChars: 900 },
    ]);
  });

  it('are told with all their faults at once', () => {
    office.write(
      'channels.yaml',
      channel(
        [
          'form: { page: "https://other.example/{id}", fields: { anonymous: 0 } }',
          'api: { url: "https://tousu.example/{id}", body: { content: 答复 } }',
          'text: "{text}"',
          'success: { path: code }',
          'check: { withinMinutes: -1 }',
        ].join('\n'),
      ),
    );
    const faults = office.faults().map((fault) => fault.replace('channels.yaml channels[dongfang].profile.reply.', ''));
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^form: .*只写一种/),
        expect.stringMatching(/^form\.page: .*同一个网站/),
        expect.stringMatching(/^form\.textField: 没有写/),
        expect.stringMatching(/^form\.fields: .*引号/),
        expect.stringMatching(/^api\.body: .*\{text\}/),
        expect.stringMatching(/^text: 要有 \{text\}/),
        expect.stringMatching(/^success\.path: .*一起写/),
        expect.stringMatching(/^check\.answers: 没有写/),
        expect.stringMatching(/^check\.withinMinutes: /),
      ]),
    );
  });
});
