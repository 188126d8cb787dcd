/** What an appeal is about: the pollution, or the conduct of the bureau itself (work plan 2011, 二（二）). */
export const POLLUTION_TOPICS = [
  'air',
  'water',
  'noise',
  'waste',
  'radiation',
  'soil',
  'ecology',
  'construction',
  'other',
] as const;
export const CONDUCT_TOPICS = ['efficiency', 'openness', 'charges', 'service', 'integrity'] as const;
export const TOPICS = [...POLLUTION_TOPICS, ...CONDUCT_TOPICS] as const;
export type Topic = (typeof TOPICS)[number];

export const isConductTopic = (topic: string | null): boolean => (CONDUCT_TOPICS as readonly string[]).includes(topic ?? '');

/** Words that speak for a topic, the plainest first; what is about the bureau itself outweighs what it was about. */
const TOPIC_WORDS: readonly (readonly [Topic, RegExp])[] = [
  ['integrity', /受贿|索贿|行贿|收(?:了)?(?:红包|礼品|好处)|吃拿卡要|以权谋私|通风报信/],
  ['charges', /乱收费|收费(?:不|标准|依据|太高|过高|规范)|排污费|多收|罚款(?:标准|太)/],
  ['service', /(?:窗口|工作人员|接电话的|办事).{0,12}(?:态度|推诿|敷衍|不耐烦|踢皮球)|态度(?:很|太|极)?(?:差|恶劣)/],
  ['openness', /信息公开|不公开|没有公示|公示(?:内容|期)|公开(?:结果|透明|数据)/],
  ['efficiency', /(?:迟迟|一直|长期)(?:没有|不)(?:回复|答复|处理)|办事(?:效率|慢)|拖延|超期(?:未|不)/],
  ['radiation', /辐射|基站|变电站|电磁|放射/],
  ['soil', /土壤|土地污染|场地污染/],
  ['water', /污水|废水|河道|河水|水质|黑臭|排(?:入|进)(?:河|下水|雨水)|雨水管/],
  ['waste', /固废|固体废物|危废|危险废物|垃圾|废油|废渣|倾倒/],
  ['noise', /噪声|噪音|扰民|太吵|吵得|轰鸣|夜间施工|冷却塔|风机|震动|广场舞/],
  ['air', /油烟|废气|异味|臭味|恶臭|刺鼻|黑烟|扬尘|粉尘|烟味|气味|喷漆|焚烧|烧烤/],
  ['construction', /环评|环境影响|三同时|新建项目|建设项目|审批(?:手续)?/],
  ['ecology', /绿地|树木|湿地|鸟|生态/],
];

const topicOf = (said: string): Topic | null => TOPIC_WORDS.find(([, words]) => words.test(said))?.[0] ?? null;

/** Guesses the topic, from the subject before the text; null where nothing speaks. A person may change it. */
export const guessTopic = (subject: string, text: string): Topic | null => topicOf(subject) ?? topicOf(text.slice(0, 4000));
