import { SECRECIES, type Secrecy } from '../appeal/channel';
import { FaultFinder, type FormFault } from './form-fault';
import { AGENTS, REPLY_WAYS, type WebContact } from './submission';

export const CONTACT_LIMITS = { name: 40, phone: 30, email: 120, address: 100, whom: 40, guardian: 40 } as const;

/** What has to be changed of who tells it, in the order of the page. Whoever stays unknown is asked nothing more. */
export function contactFaults(contact: WebContact): FormFault[] {
  const { secrecy, name, phone, email, reply, address, agent, whom, guardian, guardianPhone } = contact;
  const find = new FaultFinder();
  find.say(!SECRECIES.includes(secrecy as Secrecy), 'id-named', '请选实名、保密或匿名');
  if (secrecy === 'anonymous') return find.faults;
  find.say(secrecy === 'named' && !name, 'name', '请写怎么称呼您');
  find.tooLong(name, CONTACT_LIMITS.name, 'name', '称呼');
  find.say(!phone && !email, 'phone', '请留下电话或邮箱；都不想留的，请选“匿名”');
  find.say(phone && !isPhone(phone), 'phone', '电话号码好像不对，请再核对一遍');
  find.say(email && !isEmail(email), 'email', '邮箱地址好像不对，请再核对一遍');
  find.say(!Object.hasOwn(REPLY_WAYS, reply), 'r-page', '请选怎样得到答复');
  find.say(reply === 'phone' && !phone, 'phone', '想要我们打电话答复，请留下电话');
  find.say(reply === 'letter' && !address, 'address', '想要我们寄信答复，请写收信的地址');
  find.tooLong(address, CONTACT_LIMITS.address, 'address', '地址');
  find.say(!Object.hasOwn(AGENTS, agent), 'a-no', '请选是自己的事，还是替别人反映');
  find.say(agent === 'yes' && !whom, 'whom', '请写您替谁反映');
  find.tooLong(whom, CONTACT_LIMITS.whom, 'whom', '这一栏');
  if (agent === 'minor') {
    find.say(!guardian, 'guardian', '请写监护人怎么称呼');
    find.tooLong(guardian, CONTACT_LIMITS.guardian, 'guardian', '监护人的称呼');
    find.say(!guardianPhone || !isPhone(guardianPhone), 'guardianPhone', '请写监护人的电话，我们要先问过监护人');
    find.say(!contact.agreed, 'agreed', '请先和监护人商量，监护人同意了再勾选');
  }
  return find.faults;
}

const isPhone = (typed: string): boolean =>
  typed.length <= CONTACT_LIMITS.phone &&
  /^\+?\d{5,15}(?:(?:转|x|#)\d{1,6})?$/.test(typed.normalize('NFKC').replace(/[\s()-]/g, ''));
const isEmail = (typed: string): boolean =>
  typed.length <= CONTACT_LIMITS.email && /^[^\s@<>"]+@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/.test(typed);
