import { addDays, longDate, type Day } from '../deadline/day';
import type { Office } from '../office';
import type { LetterField } from './letter';

type Facts = Pick<Office, 'bureau' | 'phone' | 'hours' | 'publicUrl' | 'departments'>;

/** Every field of a letter, of an appeal that nobody wrote: for whoever words the templates. */
export function sampleLetter(office: Facts, today: Day): Record<LetterField, string> {
  const inDays = (days: number) => longDate(addDays(today, days));
  return {
    number: `YXT-${today.replaceAll('-', '')}-0001`,
    kind: '投诉',
    received: longDate(today),
    contactLine: `${inDays(7)}以前`,
    siteLine: `${inDays(14)}以前`,
    replyBy: inDays(28),
    trackUrl: `${office.publicUrl}/track`,
    queryCode: 'ABCD-EFGH-JKLM-NPQR',
    bureau: office.bureau,
    phone: office.phone,
    hours: office.hours,
    today: longDate(today),
    department: office.departments[0]?.name ?? '某单位',
    letterNumber: '（样例）转送函第 1 号',
    answerBy: inDays(15),
    reason: '（样例）所反映的事项属贵单位职责范围。',
    summary: '（样例）长寿路某饭店的风机夜里噪声大。',
    place: '长寿路 1 号（样例）',
    text: '（样例）经现场调查，风机已加装隔声罩，夜间不再开启。',
    ground: '（样例）这件事不属于环保部门的职责。',
    rightPath: '（样例）请向有关部门反映。',
    greeting: '您好：',
    linkLine: `请打开下面的链接签收、提出异议或者答复：\n${office.publicUrl}/transfers/（样例）`,
    codeLine: '查询码：ABCD-EFGH-JKLM-NPQR',
    identityLine: '本函不附来件人的身份和联系方式。',
    objectLine: `如认为不属于贵单位职责，请在${inDays(7)}以前提出异议。`,
    sizeLine: '',
    dueLine: `答复期限是${inDays(3)}，还有 3 天。`,
    nextLine: '由哪个单位办理，',
    rateLine: `问题解决了吗？您满意吗？请在${inDays(30)}以前打开下面的链接告诉我们，只能评价一次：\n${office.publicUrl}/rate/（样例）`,
  };
}
