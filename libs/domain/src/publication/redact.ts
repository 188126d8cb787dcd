import { findLeaks } from '../privacy/leak/leak';
import type { LeakKind } from '../privacy/leak/kinds';
import type { LeavingPart, Protected } from '../privacy/leak/protected';
import { maskIdentityIn } from '../privacy/mask-text';
import type { Party } from '../intake/inbound-message';
import type { PublicationContent } from './publication';

/** What stands in place of what tells who somebody is. What is somebody's own wording cannot be put in other words by a rule. */
const IN_ITS_PLACE: Partial<Record<LeakKind, string>> = {
  name: '反映人',
  title: '反映人',
  phone: '（电话略）',
  'other-phone': '（电话略）',
  mail: '（邮箱略）',
  'other-mail': '（邮箱略）',
  'id-number': '（证件号略）',
  plate: '（车牌略）',
  'own-plate': '（车牌略）',
  address: '（住址略）',
  'other-person': '其他反映人',
  staff: '工作人员',
};

/** A copy for everybody: each trace of a person is replaced, not half hidden. */
export function redacted(text: string, subject: Protected & { readonly own: Party }): string {
  let copy = '';
  let done = 0;
  for (const { kind, at, length } of findLeaks([{ where: '', text }], subject, 'public')) {
    const word = IN_ITS_PLACE[kind];
    const end = at + length;
    if (word === undefined || end <= done) continue;
    // Where two finds overlap, the first word stands for both.
    if (at >= done) copy += maskIdentityIn(text.slice(done, at), subject.own) + word;
    done = end;
  }
  return copy + maskIdentityIn(text.slice(done), subject.own);
}

/** What leaves with a publication, each part by its name. */
export const publicationParts = ({ title, facts, findings, measures }: PublicationContent): LeavingPart[] => [
  { where: '标题', text: title },
  { where: '基本情况', text: facts },
  { where: '调查核实', text: findings },
  { where: '处理和整改', text: measures },
];
