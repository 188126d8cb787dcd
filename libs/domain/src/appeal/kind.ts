export const KINDS = ['inquiry', 'complaint', 'report', 'suggestion', 'comment'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * Words by which a citizen names the kind of his submission, the plainest first: a letter that says "举报" is a report
 * even where it also asks a question.
 */
const SPEAKING_WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['report', /举报|检举|揭发|控告|偷排|私排|偷倒|非法(?:排放|倾倒|处置)|违法(?:排污|排放|生产|建设)|无证(?:排污|经营)|弄虚作假/],
  ['suggestion', /建言|建议|希望(?:能|可以)?(?:增设|增加|改进|完善|推广|设立)|提(?:个|一个|几点)?意见/],
  [
    'complaint',
    /投诉|扰民|受不了|睡不(?:着|好)|无法(?:休息|入睡|开窗)|不敢开窗|刺鼻|恶臭|臭味|异味|噪声|噪音|油烟|扬尘|黑烟|污水|冒黑|太吵|吵得|怪味|声音(?:很|太|特别)大|没人(?:管|修|收|处理)|坏了|拖欠|态度(?:很|太)?差|乱收费|严重影响/,
  ],
  ['inquiry', /咨询|请问|想问|询问|如何|怎么办理|怎样(?:办理|申请|提交)|是否需要|哪里可以|什么时候(?:能|可以)|吗[？?]/],
  ['comment', /评论|点评|表扬|感谢|点赞|评价|看法|批评/],
];

/** The submission's own first word decides where it opens with one ("咨询：…", "我要举报…"). */
const OPENING =
  /^[\s【[（(《“"]*(?:我要|本人要|我想|紧急|实名|匿名|关于|再次)?\s*(咨询|请问|投诉|举报|检举|建议|建言|评论|表扬|感谢)/;
const OPENING_KIND: Record<string, Kind> = {
  咨询: 'inquiry',
  请问: 'inquiry',
  投诉: 'complaint',
  举报: 'report',
  检举: 'report',
  建议: 'suggestion',
  建言: 'suggestion',
  评论: 'comment',
  表扬: 'comment',
  感谢: 'comment',
};

/** Guesses the kind from what is written; `inquiry` where nothing speaks. A person may change it. */
export function guessKind(subject: string, text: string): Kind {
  const opening = OPENING.exec(subject) ?? OPENING.exec(text);
  if (opening) return OPENING_KIND[opening[1]!]!;
  const said = `${subject}\n${text.slice(0, 4000)}`;
  return SPEAKING_WORDS.find(([, words]) => words.test(said))?.[0] ?? 'inquiry';
}
