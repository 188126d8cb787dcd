import type { Appeal } from '../appeal/appeal';
import { dayOf, longDate, withOffset, type Day, type Instant } from '../deadline/day';
import type { Office } from '../office';
import { KIND_WORDS, TOPIC_WORDS, TRACK_WORDS } from '../words/words';
import type { ReplyValues } from './template';

/** What is on file of an appeal, as far as a reply may tell of it. */
export interface ReplyFacts {
  readonly appeal: Appeal;
  readonly name: string;
  readonly unit: string;
  readonly handler: string;
  readonly department: string;
  readonly today: Day;
  /** When somebody first spoke with the citizen. */
  readonly contactAt: Instant | null;
  /** The latest visit. */
  readonly site: {
    readonly at: Instant;
    readonly place: string;
    readonly officers: readonly string[];
    readonly findings: string;
  } | null;
  /** What the outside department answered last. */
  readonly outsideAnswer: string;
}

const COMPOUND = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|司徒|端木|长孙|宇文)(?=.)/;

/** Not more than the mask of his name shows: the clerk who writes may not know the whole of it. */
function greeting({ appeal, name }: ReplyFacts): string {
  const surname = /^\p{Script=Han}{2,4}$/u.test(name.trim()) ? (COMPOUND.exec(name.trim())?.[0] ?? [...name.trim()][0]!) : '';
  if (appeal.secrecy !== 'named' || !surname || /先生|女士|匿名|市民|居民/.test(name)) return '您好';
  return `${surname}先生/女士，您好`;
}

function moment(at: Instant): string {
  const [, hour, minute] = /T(\d\d):(\d\d)/.exec(withOffset(at))!;
  return `${longDate(dayOf(at))}${Number(hour)}时${minute}分`;
}

export function replyValues(facts: ReplyFacts, office: Office): ReplyValues {
  const { appeal, site, contactAt, today } = facts;
  return {
    编号: appeal.number,
    称呼: greeting(facts),
    收到日期: longDate(dayOf(appeal.receivedAt)),
    来件方式: appeal.source,
    类型: KIND_WORDS[appeal.kind],
    主题: appeal.topic ? TOPIC_WORDS[appeal.topic] : '',
    途径: appeal.track ? TRACK_WORDS[appeal.track] : '',
    事由: appeal.subject,
    地点: appeal.place,
    承办单位: facts.unit,
    承办人: facts.handler,
    联系日期: contactAt ? longDate(dayOf(contactAt)) : '',
    现场时间: site ? moment(site.at) : '',
    现场地点: site?.place ?? '',
    现场人员: site?.officers.join('、') ?? '',
    调查情况: site?.findings ?? '',
    答复期限: longDate(appeal.replyDueOn),
    外单位: facts.department,
    外单位答复: facts.outsideAnswer,
    单位名称: office.bureau,
    联系电话: office.phone,
    办公时间: office.hours,
    查询网址: `${office.publicUrl}/track`,
    今天: longDate(today),
  };
}
