// Makes the first Word templates of this folder: `node config/documents/first-templates.cjs` writes those that are missing.
// From then on they are the office's own and are edited in WPS or Word. Needs the development packages.
//
// Letters follow GB/T 9704-2012: A4, top margin 37 mm, left 28 mm, a text block of 156 x 225 mm with 22 lines of 28
// characters, body in size 3 FangSong (16 pt), title in size 2 XiaoBiaoSong (22 pt), red mark and rule, date with Arabic
// numerals, imprint at the foot of the last page, page numbers between dashes, outside on odd and even pages.
const { existsSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const docx = require('docx');
const PizZip = require('pizzip');

const { AlignmentType, BorderStyle, LineRuleType, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } =
  docx;

const mm = (length) => Math.round((length / 25.4) * 1440);
const pt = (size) => Math.round(size * 20);

const SIZE = { 小初: 36, 二号: 22, 三号: 16, 四号: 14, 小四: 12 };
const LINE = 579; // 225 mm in 22 lines, 28.95 pt
// 28 characters to a line: 16 pt less a quarter of a point each.
const SQUEEZE = -5;
const CHAR = pt(16) + SQUEEZE;
const BLOCK = mm(156);
const RED = 'FF0000';
// As the standard names them; `fontTable` tells what may stand in for each.
const FANGSONG = '仿宋_GB2312';
const SONG = '方正小标宋简体';
const HEI = '黑体';
const KAI = '楷体_GB2312';

const font = (eastAsia) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
  hint: 'eastAsia',
});
const run = (text, { face = FANGSONG, size = SIZE.三号, ...more } = {}) =>
  new TextRun({
    text,
    font: font(face),
    size: size * 2,
    ...(size === SIZE.三号 ? { characterSpacing: SQUEEZE } : {}),
    ...more,
  });
const exact = (more = {}) => ({ line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...more });

const line = (text, { look, ...form } = {}) =>
  new Paragraph({ alignment: AlignmentType.BOTH, spacing: exact(), ...form, children: [run(text, look)] });
const blank = () => line('');
/** A paragraph that begins two characters in. */
const body = (text) => line(text, { indent: { firstLine: Math.round(CHAR * 2) } });
const heading = (text) => line(text, { keepNext: true, indent: { firstLine: Math.round(CHAR * 2) }, look: { face: HEI } });
/** Left out, with all that stands between the marks, where the column is empty. */
const onlyIf = (name, ...paragraphs) => [line(`{#${name}}`), ...paragraphs, line(`{/${name}}`)];

/** 发文机关标志 35 mm below the upper edge of the text block, number two lines below it, red rule 4 mm below that. */
const mark = () => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: mm(35), after: 0, line: pt(44), lineRule: LineRuleType.EXACT },
    children: [run('{发文机关}', { face: SONG, size: SIZE.小初, color: RED })],
  }),
  blank(),
  blank(),
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: exact(),
    border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: RED, space: 11 } },
    children: [run('{文号}')],
  }),
];
const title = (text) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0, line: pt(35), lineRule: LineRuleType.EXACT },
    children: [run(text, { face: SONG, size: SIZE.二号 })],
  });

/** The date ends four characters from the right; the office's name stands centred over it, for the seal. */
const signature = () => {
  const form = { alignment: AlignmentType.CENTER, indent: { left: BLOCK - pt(240), right: 0 }, keepLines: true };
  return [
    line('', { keepNext: true }),
    line('', { keepNext: true }),
    line('{发文机关}', { ...form, keepNext: true }),
    line('{成文日期}', form),
  ];
};
const enclosures = () => [...onlyIf('附件', blank(), body('附件：{附件}'))];

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const rule = (size) => ({ style: BorderStyle.SINGLE, size, color: '000000' });

/** 版记 at the foot of the last page: thick rules outside, a thin one below the copies. */
function imprint() {
  const widths = [0.6, 0.34, 0.06].map((share) => Math.round(BLOCK * share));
  const cell = (text, from, to, { alignment = AlignmentType.LEFT, ...more } = {}) =>
    new TableCell({
      columnSpan: to - from,
      width: { size: widths.slice(from, to).reduce((sum, width) => sum + width), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: from === 0 ? pt(SIZE.四号) : 0, right: to === 3 && from === 1 ? pt(SIZE.四号) : 0 },
      children: [
        new Paragraph({
          alignment,
          spacing: { line: pt(24), lineRule: LineRuleType.EXACT },
          children: [run(text, { size: SIZE.四号 })],
        }),
      ],
      ...more,
    });
  const thin = { borders: { bottom: rule(6) } };
  return new Table({
    width: { size: BLOCK, type: WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    borders: { top: rule(8), bottom: rule(8), left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    float: {
      horizontalAnchor: docx.TableAnchorType.MARGIN,
      verticalAnchor: docx.TableAnchorType.MARGIN,
      relativeHorizontalPosition: docx.RelativeHorizontalPosition.LEFT,
      relativeVerticalPosition: docx.RelativeVerticalPosition.BOTTOM,
      overlap: docx.OverlapType.NEVER,
    },
    rows: [
      // Marks in two cells of one row: the row is left out where there are no copies.
      new TableRow({ children: [cell('{#抄送}抄送：{抄送}。', 0, 2, thin), cell('{/抄送}', 2, 3, thin)] }),
      new TableRow({ children: [cell('{印发机关}', 0, 1), cell('{印发日期}印发', 1, 3, { alignment: AlignmentType.RIGHT })] }),
    ],
  });
}

/** — 1 —, one character in from the right on odd pages and from the left on even ones, 7 mm below the text block. */
const pageNumber = (alignment) =>
  new docx.Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: pt(SIZE.四号), right: pt(SIZE.四号) },
        children: [
          run('— ', { face: '宋体', size: SIZE.四号 }),
          new TextRun({ children: [docx.PageNumber.CURRENT], font: font('宋体'), size: SIZE.四号 * 2 }),
          run(' —', { face: '宋体', size: SIZE.四号 }),
        ],
      }),
    ],
  });

const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(23), gutter: 0 },
};

function file(name, grid, children) {
  return new docx.Document({
    title: name,
    creator: '一线通',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: font(FANGSONG), size: SIZE.三号 * 2, language: { eastAsia: 'zh-CN', value: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: { page: PAGE, ...(grid ? { grid } : {}) },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children,
      },
    ],
  });
}

const LETTER_GRID = { type: docx.DocumentGridType.LINES, linePitch: LINE };

const letter = (name, { heads = [name], to, text, after = [] }) =>
  file(name, LETTER_GRID, [
    ...mark(),
    blank(),
    blank(),
    ...heads.map(title),
    blank(),
    line(to),
    ...text,
    ...signature(),
    ...after,
    imprint(),
    // The imprint hangs on this one.
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ]);

const LABEL = { face: HEI, size: SIZE.小四 };
const VALUE = { face: FANGSONG, size: SIZE.小四 };
const COLUMNS = [0.17, 0.33, 0.17, 0.33].map((share) => Math.round(BLOCK * share));
const cellText = (text, look, alignment) =>
  new Paragraph({
    alignment,
    snapToGrid: false,
    spacing: { line: pt(20), lineRule: LineRuleType.AT_LEAST },
    children: [run(text, look)],
  });
function cell(text, look, span, alignment) {
  const width = span === 3 ? COLUMNS[1] + COLUMNS[2] + COLUMNS[3] : look === LABEL ? COLUMNS[0] : COLUMNS[1];
  return new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: span === 3 && look === VALUE && alignment === AlignmentType.BOTH ? VerticalAlign.TOP : VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [].concat(text).map((one) => cellText(one, look, alignment)),
  });
}
const row = (children, height) =>
  new TableRow({ cantSplit: height < mm(60), height: { value: height, rule: docx.HeightRule.ATLEAST }, children });
const label = (text) => cell(text, LABEL, 1, AlignmentType.CENTER);
/** Two columns of a line each. */
const pair = (a, b, c, d) =>
  row([label(a), cell(b, VALUE, 1, AlignmentType.LEFT), label(c), cell(d, VALUE, 1, AlignmentType.LEFT)], mm(10));
const wide = (name, text) => row([label(name), cell(text, VALUE, 3, AlignmentType.LEFT)], mm(10));
const block = (name, text, height) => row([label(name), cell(text, VALUE, 3, AlignmentType.BOTH)], mm(height));

const grid = (rows) =>
  new Table({
    alignment: AlignmentType.CENTER,
    width: { size: BLOCK, type: WidthType.DXA },
    columnWidths: COLUMNS,
    layout: docx.TableLayoutType.FIXED,
    borders: Object.fromEntries(
      [
        ['top', 8],
        ['bottom', 8],
        ['left', 8],
        ['right', 8],
        ['insideHorizontal', 4],
        ['insideVertical', 4],
      ].map(([side, size]) => [side, rule(size)]),
    ),
    rows,
  });
const form = (name, rows, foot) =>
  file(name, null, [
    title('{发文机关}'),
    title(name),
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: { before: pt(12), after: pt(4) },
      children: [run('编号：{文号}', VALUE)],
    }),
    grid(rows),
    new Paragraph({ spacing: { before: pt(6) }, children: [run(foot, { face: KAI, size: SIZE.小四 })] }),
  ]);

const ABOUT = '您{来件日期}通过{来件方式}反映的事项（来件编号：{来件编号}）';
const CONTACT = body('办理情况可凭来件编号和查询码在 {查询网址} 查看，也可致电{联系电话}（{办公时间}）。');

const SLIP = [
  new Paragraph({ pageBreakBefore: true, spacing: exact(), children: [run('附件', { face: HEI })] }),
  blank(),
  title('转交事项办理回执'),
  blank(),
  grid([
    pair('转交函号', '{文号}', '来件编号', '{来件编号}'),
    pair('收文单位', '', '收文日期', ''),
    wide('是否属本单位职责', '□ 是，由本单位办理　　□ 否，退回（请说明理由，并提出建议的承办单位）'),
    block('不属职责的理由', '', 16),
    pair('承办人', '', '联系电话', ''),
    block('办理结果', '', 24),
    row(
      [label('收文单位盖章'), cell(['', '　　　　　　　　　　　　　　年　　月　　日'], VALUE, 3, AlignmentType.CENTER)],
      mm(16),
    ),
  ]),
  line('请于{异议期限}前提出异议，于{答复期限}前反馈办理结果。', { look: { face: KAI, size: SIZE.小四 } }),
];

const templates = {
  'receipt-notice': letter('受理告知书', {
    to: '{收件人}：',
    text: [
      body(`${ABOUT}，我局已予受理。现告知如下：`),
      heading('一、反映的事项'),
      body('{诉求}'),
      heading('二、办理途径和程序'),
      body('{办理程序}'),
      heading('三、办理期限'),
      body('我局将在{办理期限}前答复您。确需延长的，会另行告知理由和新的期限。'),
      heading('四、联系和查询'),
      CONTACT,
    ],
  }),
  'non-acceptance-notice': letter('不予受理告知书', {
    to: '{收件人}：',
    text: [
      body(`${ABOUT}收悉。经审查，决定不予受理。现告知如下：`),
      heading('一、反映的事项'),
      body('{诉求}'),
      heading('二、不予受理的依据'),
      body('{依据}'),
      heading('三、您可以采取的途径'),
      body('{正确途径}'),
      body('对本告知有不明白的地方，请致电{联系电话}（{办公时间}）。'),
    ],
  }),
  'transfer-letter': letter('转交函', {
    heads: ['关于转交群众来件的函'],
    to: '{主送单位}：',
    text: [
      body(
        '我局{来件日期}收到群众来件一件（{来件类型}，来件编号：{来件编号}）。经审查，反映的事项属贵单位职责范围，现转请贵单位办理。',
      ),
      heading('一、事由摘要'),
      body('地点：{被反映地点}'),
      body('{事由摘要}'),
      heading('二、转交理由'),
      body('{转交理由}'),
      heading('三、有关要求'),
      body(
        '请贵单位依法办理，于{答复期限}前将办理结果函告我局，由我局转告来件人。认为不属于贵单位职责的，请于{异议期限}前说明理由，并提出建议的承办单位。',
      ),
      body('本函不附来件人的身份和联系方式。办理中确需与来件人联系的，请与我局联系，电话{联系电话}。'),
      ...enclosures(),
    ],
    after: SLIP,
  }),
  'whereabouts-notice': letter('去向告知书', {
    to: '{收件人}：',
    text: [
      body(`${ABOUT}收悉。该事项不属于我局职责范围，现将去向告知如下：`),
      heading('一、反映的事项'),
      body('{诉求}'),
      heading('二、事项的去向'),
      body('该事项由{去向单位}处理。{去向说明}'),
      ...onlyIf(
        '转交函号',
        body(
          '我局已于{转交日期}以{转交函号}转交{去向单位}，并请其于{答复期限}前答复。收到答复后，我局会转告您。转交函中没有您的姓名和联系方式。',
        ),
      ),
      body('对本告知有不明白的地方，请致电{联系电话}（{办公时间}）。'),
    ],
  }),
  'extension-notice': letter('延期告知书', {
    to: '{收件人}：',
    text: [
      body(`${ABOUT}，原定于{原定期限}前答复。因情况复杂，经批准延长办理期限。现告知如下：`),
      heading('一、反映的事项'),
      body('{诉求}'),
      heading('二、延期的理由'),
      body('{延期理由}'),
      heading('三、新的期限'),
      body('我局将在{延长期限}前答复您。'),
      CONTACT,
    ],
  }),
  opinion: letter('处理意见书', {
    heads: ['信访事项处理意见书'],
    to: '{收件人}：',
    text: [
      body(`${ABOUT}，我局已调查核实完毕。现提出处理意见如下：`),
      heading('一、您的诉求'),
      body('{诉求}'),
      heading('二、查明的事实和理由'),
      body('{调查情况}'),
      heading('三、依据'),
      body('{依据}'),
      heading('四、处理意见'),
      body('对您的诉求，处理意见为：{处理结论}。'),
      body('{处理意见}'),
      ...onlyIf(
        '复查权利',
        heading('五、复查的权利'),
        body('如对本处理意见不服，可以自收到本意见书之日起30日内，向{复查机关}请求复查。逾期不请求复查的，不再受理。'),
      ),
      ...enclosures(),
    ],
  }),
  'reply-letter': letter('答复函', {
    heads: ['关于来件事项的答复函'],
    to: '{收件人}：',
    text: [
      body(`${ABOUT}收悉。您反映：`),
      body('{诉求}'),
      body('经办理，现答复如下：'),
      body('{答复内容}'),
      ...onlyIf('救济途径', body('{救济途径}')),
      body('感谢您对环境保护工作的关心和支持。对本答复有不明白的地方，请致电{联系电话}（{办公时间}）。'),
      ...enclosures(),
    ],
  }),
  'site-record': form(
    '现场调查记录',
    [
      pair('来件编号', '{来件编号}', '来件类型', '{来件类型}'),
      wide('事由', '{来件标题}'),
      wide('调查时间', '{调查时间}'),
      wide('调查地点', '{调查地点}'),
      pair('调查人员', '{调查人员}', '承办单位', '{承办单位}'),
      pair('被反映单位', '{被反映单位}', '现场负责人', '{现场负责人}'),
      block('现场情况', '{现场情况}', 62),
      wide('照片', '{照片说明}'),
      block('被反映单位意见', '{被反映单位意见}', 22),
      row(
        [
          label('签名'),
          cell(
            [
              '调查人员：　　　　　　　　　　　　　　　　年　　月　　日',
              '现场负责人：　　　　　　　　　　　　　　　年　　月　　日',
            ],
            VALUE,
            3,
            AlignmentType.LEFT,
          ),
        ],
        mm(20),
      ),
    ],
    '调查须两名以上工作人员到场并签名；现场负责人拒绝签名的，请写明情况。',
  ),
  'supervision-order': form(
    '督办单',
    [
      pair('来件编号', '{来件编号}', '收件日期', '{来件日期}'),
      wide('事由', '{来件标题}'),
      pair('督办对象', '{督办对象}', '签发人', '{签发人}'),
      block('督办事由', '{督办事由}', 36),
      block('督办要求', '{督办要求}', 40),
      pair('反馈期限', '{反馈期限}', '签发日期', '{成文日期}'),
      block('办理结果', '{办理结果}', 44),
      row(
        [label('承办单位'), cell(['负责人签名：　　　　　　　　　　　　　　　年　　月　　日'], VALUE, 3, AlignmentType.LEFT)],
        mm(14),
      ),
    ],
    '请在反馈期限前把办理结果送局办公室。',
  ),
  'revisit-sheet': form(
    '回访记录表',
    [
      pair('来件编号', '{来件编号}', '承办单位', '{承办单位}'),
      wide('事由', '{来件标题}'),
      wide('回访时间', '{回访时间}'),
      pair('回访方式', '{回访方式}', '回访人', '{回访人}'),
      pair('行政效率', '{行政效率}', '公开透明', '{公开透明}'),
      pair('收费规范', '{收费规范}', '服务质量', '{服务质量}'),
      pair('清正廉洁', '{清正廉洁}', '回访结论', '{回访结论}'),
      block('反映人原话', '{反映人原话}', 50),
      block('后续处理', '{后续处理}', 36),
      row(
        [label('签名'), cell(['回访人：　　　　　　　　　　　　　　　　　年　　月　　日'], VALUE, 3, AlignmentType.LEFT)],
        mm(14),
      ),
    ],
    '五项由反映人打分：5 分最好，1 分最差；不了解的写“不了解”。',
  ),
  'risk-sheet': form(
    '信访矛盾风险评估表',
    [
      pair('来件编号', '{来件编号}', '收件日期', '{来件日期}'),
      wide('事由', '{来件标题}'),
      block('诉求', '{诉求}', 22),
      block('风险因素', '{风险因素}', 40),
      wide('风险等级', '{风险等级}'),
      block('化解措施', '{化解措施}', 42),
      pair('责任单位', '{责任单位}', '责任人', '{责任人}'),
      pair('完成期限', '{完成期限}', '评估日期', '{成文日期}'),
      row(
        [label('审核意见'), cell(['', '负责人签名：　　　　　　　　　　　　　　　年　　月　　日'], VALUE, 3, AlignmentType.LEFT)],
        mm(22),
      ),
    ],
    '风险等级分低、中、高、重大；高和重大的，报局领导。',
  ),
};

/** Where a font of the standard is not installed, Word and WPS take the one named here. */
const STAND_INS = { [FANGSONG]: '仿宋', [SONG]: '宋体', [KAI]: '楷体', 黑体: 'SimHei', 宋体: 'SimSun', 'Times New Roman': '' };
const fontTable = () => {
  const fonts = Object.entries(STAND_INS).map(
    ([name, other]) =>
      `<w:font w:name="${name}">${other ? `<w:altName w:val="${other}"/>` : ''}<w:charset w:val="${other ? '86' : '00'}"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
};

async function make() {
  for (const [kind, document] of Object.entries(templates)) {
    const path = join(__dirname, `${kind}.docx`);
    if (existsSync(path)) continue;
    const zip = new PizZip(await docx.Packer.toBuffer(document));
    zip.file('word/fontTable.xml', fontTable());
    writeFileSync(path, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
    console.log(path);
  }
}

void make();
