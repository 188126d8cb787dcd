import { Document, Packer, Paragraph, TextRun } from 'docx';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { OfficeFixture } from './office-fixture';

let office: OfficeFixture;
beforeEach(() => void (office = new OfficeFixture()));
afterEach(() => office.remove());

const template = (...lines: string[]) =>
  Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((text) => new Paragraph({ children: [new TextRun(text)] })) }] }),
  );
const RECEIPT = '{文号}{收件人}{诉求}{办理程序}{办理期限}';

describe('the templates of documents', () => {
  it('may be worded freely, with any column of the kind and parts that are left out', async () => {
    office.write('documents/receipt-notice.docx', await template(RECEIPT, '{#抄送}', '抄送 { 抄送 }', '{/}', '{^抄送}无{/抄送}'));
    expect(office.faults()).toEqual([]);
  });

  it.each<[string, string[], RegExp]>([
    ['a column that there is not', [`${RECEIPT}{诉请}`], /receipt-notice\.docx \{诉请\}: 没有这样的栏目。可以用：\{发文机关\}、/],
    ['a column that is needed and not there', ['{文号}{收件人}{诉求}{办理期限}'], /\{办理程序\}: 文书里少了这一栏/],
    ['a brace that is not closed', [`${RECEIPT}{来件编号`], /\{来件编号: 少了后面的“}”/],
    ['a part without its end', [`${RECEIPT}{#抄送}`, '抄送'], /\{#抄送\}: 有开头没有结尾，请在这一段的末尾补 \{\/抄送\}/],
    ['a part without its beginning', [`${RECEIPT}{/抄送}`], /\{\/抄送\}: 有结尾没有开头/],
    ['a part that ends under another name', [`${RECEIPT}{#抄送}`, '{/诉求}'], /\{#抄送\}: 开头是 \{#抄送\}，结尾却是 \{\/诉求\}/],
    ['full-width braces', [`${RECEIPT}｛来件编号｝`], /｛来件编号｝: 大括号要用英文半角/],
  ])('with %s are faults', async (_, lines, fault) => {
    office.write('documents/receipt-notice.docx', await template(...lines));
    expect(office.faults()).toEqual([expect.stringMatching(fault)]);
  });

  it('that are faulty are told all at once', async () => {
    office.write('documents/opinion.docx', 'text');
    rmSync(join(office.configDir, 'documents', 'risk-sheet.docx'));
    office.write('documents/reply-letter.docx', await template('{文号}{收件人}{诉求}{答复}'));
    expect(office.faults()).toEqual([
      expect.stringMatching(/^opinion\.docx : 不是 Word 文档/),
      expect.stringMatching(/^reply-letter\.docx \{答复\}: 没有这样的栏目/),
      expect.stringMatching(/^reply-letter\.docx \{答复内容\}: 文书里少了这一栏/),
      expect.stringMatching(/^risk-sheet\.docx : 没有这个文件/),
    ]);
  });

  it('may have marks that were broken into runs', () => {
    const path = join(office.configDir, 'documents', 'receipt-notice.docx');
    const zip = new PizZip(readFileSync(path));
    const xml = zip.file('word/document.xml')!.asText();
    const broken = xml.replace(
      '{收件人}',
      '{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>收件人</w:t></w:r><w:r><w:t>}',
    );
    expect(broken).not.toBe(xml);
    zip.file('word/document.xml', broken);
    office.write('documents/receipt-notice.docx', zip.generate({ type: 'nodebuffer' }));
    expect(office.faults()).toEqual([]);
  });
});

describe('documents.yaml', () => {
  it.each<[string, string, string, RegExp]>([
    ['a kind without a word', '  opinion: 信意 #', '  #', /documents\.yaml words\.opinion: 没有写/],
    [
      'one word for two kinds',
      'receipt-notice: 信受',
      'receipt-notice: 转',
      /words\.transfer-letter: “转”和 receipt-notice 的一样/,
    ],
    ['a kind that there is not', '  opinion: 信意', '  opinion: 信意\n  opinions: 信见', /words\.opinions: 没有这一项/],
  ])('is refused with %s', (_, from, to, fault) => {
    office.edit('documents.yaml', from, to);
    expect(office.faults()).toEqual([expect.stringMatching(fault)]);
  });
});
