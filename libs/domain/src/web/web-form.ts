import type { Secrecy } from '../appeal/channel';
import type { Kind } from '../appeal/kind';
import type { Representative } from '../intake/inbound-message';
import { UNKNOWN_STREET } from './check-thing';
import { sinceWords } from './since';
import { hoursWords, REPLY_WAYS, type ReplyWay, type WebContact, type WebThing } from './submission';

/** What the citizen's form hands in once nothing is wrong with it. */
export interface WebForm {
  readonly kind: Kind;
  readonly subject: string;
  readonly text: string;
  readonly street: string | null;
  readonly place: string;
  readonly secrecy: Secrecy;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** Whose matter it is, where he speaks for another; the guardian of a child. */
  readonly representatives: readonly Representative[];
  /** What a person should know beside the text; nothing in it says who he is. */
  readonly remarks: readonly string[];
}

/** What a thing says beside its text stands below it, each on a line of its own. */
function toldText({ text, from, hours, site }: WebThing): string {
  const lines = [
    ['开始时间', sinceWords(from)],
    ['时段', hoursWords(hours)],
    ['被反映的单位', site],
  ].filter(([, value]) => value);
  return lines.length ? `${text}\n\n${lines.map(([label, value]) => `${label}：${value}`).join('\n')}` : text;
}

function contactRemarks({ secrecy, reply, agent, share }: WebContact): string[] {
  if (secrecy === 'anonymous') return [];
  const shared = secrecy === 'named' && share === 'yes';
  return [
    ...(reply === 'page' ? [] : [`希望的答复方式：${REPLY_WAYS[reply as ReplyWay].replace('我', '反映人')}`]),
    ...(agent === 'yes' ? ['替别人反映'] : []),
    ...(agent === 'minor' ? ['反映人不满 14 周岁，先与监护人联系'] : []),
    shared ? '转别的部门时，同意一起转姓名和电话' : '转别的部门时，不同意转姓名和电话',
  ];
}

function othersOf({ agent, whom, guardian, guardianPhone }: WebContact): Representative[] {
  if (agent === 'yes') return [{ name: whom, phone: '', as: '被代理人' }];
  return agent === 'minor' ? [{ name: guardian, phone: guardianPhone, as: '监护人' }] : [];
}

const NOBODY_KNOWN = { name: '', phone: '', email: '', address: '' };

/** Of a thing and a contact without faults. What was filled in before 匿名 was chosen is dropped here. */
export function webForm(thing: WebThing, contact: WebContact): WebForm {
  const { name, phone, email, address, reply } = contact;
  const known = contact.secrecy !== 'anonymous';
  return {
    kind: thing.kind as Kind,
    subject: thing.subject,
    text: toldText(thing),
    street: thing.street && thing.street !== UNKNOWN_STREET ? thing.street : null,
    place: thing.place,
    secrecy: contact.secrecy as Secrecy,
    ...(known ? { name, phone, email, address: reply === 'letter' ? address : '' } : NOBODY_KNOWN),
    representatives: known ? othersOf(contact) : [],
    remarks: contactRemarks(contact),
  };
}
