import { fold, placesOf, type Folded } from './folded';

export interface NamePlace {
  readonly at: number;
  readonly length: number;
  /** The whole name; else a surname with a form of address. */
  readonly whole: boolean;
  /** Not an ordinary word that only happens to be a name. */
  readonly sure: boolean;
}

/** What may stand inside a name; a comma or a full stop ends one (紧张，晓峰路 is nobody's name). */
const WITHIN_NAMES = /[\s\p{Cf}·•・.\-_*~]/u;
/** Names under which nobody can be found. */
const NOBODYS = /^(?:匿名|不详|无|未留名?|未提供|保密|市民|居民|群众|业主|网友|游客|先生|女士|anonymous|unknown|none)?$/i;
const HONORIFIC = '先生|女士|小姐|同志|老师|阿姨|师傅|大爷|大妈|老伯|叔叔|太太|某';
const TITLED = new RegExp(`^(?:${HONORIFIC})`);
const ONLY_TITLED = new RegExp(`^(.{1,2}?)(?:${HONORIFIC}|某某|\\*+)$`);
const COMPOUND = /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|长孙|端木|宇文)(?=.)/;
const LABEL =
  /(?:反映人|投诉人|举报人|来信人|来电人|来访人|来件人|联系人|申请人|信访人|当事人|居民|市民|业主|住户|姓名|名叫)[为是:：]?$/;

/** Names that are words too: they count only where the words around them say that a person is meant. */
const ORDINARY = new Set(
  ('高明 光明 文明 黎明 平安 安静 安康 安宁 安全 安定 和平 和谐 江山 江河 江海 海洋 高峰 高原 高山 高尚 高兴 高超 高洁 ' +
    '方向 方圆 方正 方便 金属 金星 金山 石油 石英 石泉 水平 水利 马上 马路 陆地 陆续 华东 华南 华北 华山 成功 成长 成立 ' +
    '常见 常青 常州 程序 严格 严重 严明 白云 白天 白雪 黄山 黄河 黄金 黄浦 明确 明显 明亮 明天 温和 温度 温暖 时间 时光 ' +
    '全面 全部 全新 万里 万一 关于 关心 关键 关注 任何 任务 向阳 向上 许多 许可 周边 周期 周末 周全 周到 周围 康复 康健 ' +
    '能力 能源 易燃 易碎 连续 连接 应当 应急 项目 车辆 解决 解放').split(' '),
); // prettier-ignore

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
const isLatin = (sign: string | undefined): boolean => sign !== undefined && /[\p{Script=Latin}\d]/u.test(sign);

/** Where a text names this person, whatever parts the signs of the name. */
export function namePlaces(name: string, text: string): NamePlace[] {
  const bare = fold(name, WITHIN_NAMES).text;
  if (NOBODYS.test(bare)) return [];
  const folded = fold(text, WITHIN_NAMES);
  const titled = ONLY_TITLED.exec(bare);
  if (!isHan(bare) && !titled) return latinPlaces(name, folded);
  const surname = titled?.[1] ?? COMPOUND.exec(bare)?.[0] ?? bare[0]!;
  const whole = titled || bare.length < 2 ? [] : wholePlaces(bare, folded);
  const titles = surnamePlaces(surname, folded);
  return [...whole, ...titles.filter((one) => whole.every((other) => other.at !== one.at))];
}

const placeOf = ({ at }: Folded, from: number, length: number) => ({
  at: at[from]!,
  length: at[from + length - 1]! + 1 - at[from]!,
});

function wholePlaces(name: string, folded: Folded): NamePlace[] {
  return placesOf(folded.text, name).flatMap((from): NamePlace[] => {
    const place = { ...placeOf(folded, from, name.length), whole: true };
    if (!ORDINARY.has(name)) return [{ ...place, sure: true }];
    const before = folded.text.slice(Math.max(from - 8, 0), from);
    const after = folded.text.slice(from + name.length, from + name.length + 3);
    if (TITLED.test(after) || LABEL.test(before)) return [{ ...place, sure: true }];
    const alone = !isHan(before.slice(-1)) && !isHan(after.slice(0, 1));
    return alone ? [{ ...place, sure: false }] : [];
  });
}

function surnamePlaces(surname: string, folded: Folded): NamePlace[] {
  if (!isHan(surname)) return [];
  return placesOf(folded.text, surname).flatMap((from) => {
    const title = TITLED.exec(folded.text.slice(from + surname.length, from + surname.length + 3));
    return title ? [{ ...placeOf(folded, from, surname.length + title[0].length), whole: false, sure: false }] : [];
  });
}

/** The parts in either order, not within another word. */
function latinPlaces(name: string, folded: Folded): NamePlace[] {
  const parts = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter(Boolean);
  const orders = [...new Set([parts.join(''), [...parts].reverse().join('')])].filter((one) => one.length >= 4);
  const touches = (left: number) =>
    isLatin(folded.text[left]) && isLatin(folded.text[left + 1]) && folded.at[left + 1]! - folded.at[left]! === 1;
  return orders.flatMap((needle) =>
    placesOf(folded.text, needle)
      .filter((from) => !touches(from - 1) && !touches(from + needle.length - 1))
      .map((from) => ({ ...placeOf(folded, from, needle.length), whole: true, sure: true })),
  );
}
