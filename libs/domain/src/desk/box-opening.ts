import { Fault } from '../errors';
import type { Role } from '../appeal/person';
import type { Instant } from '../deadline/day';

/** Boxes that two people open together (SD25: 意见箱, 举报箱). */
export const BOXES = ['意见箱', '举报箱'] as const;
export type Box = (typeof BOXES)[number];

export const isBox = (source: string): source is Box => (BOXES as readonly string[]).includes(source);

export interface Opener {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** Refuses a second opener who is the first again, or who handles no appeals. */
export function refuseSecond(first: Pick<Opener, 'id'>, second: Opener | null): asserts second is Opener {
  if (!second || second.disabled || second.role === 'administrator')
    throw new Fault('invalid', 'second-opener', '第二位开箱人不是在用的业务人员。', '请从工作人员名单里选另一位当场开箱的人。');
  if (second.id === first.id)
    throw new Fault('invalid', 'second-opener', '开箱要有两个人。', '请选另一位当场开箱的人；不能两次都写自己。');
}

export interface OpeningState {
  readonly source: string;
  readonly items: number;
  readonly signedAt: Instant | null;
}

/** Slips are registered from a record that both have signed, and never more than were counted. */
export function refuseFromOpening(opening: OpeningState, source: string, registered: number): void {
  if (opening.source !== source)
    throw new Fault('invalid', 'opening', `这份开箱记录是${opening.source}的，不是${source}的。`, '请选对来源或开箱记录。');
  if (opening.signedAt === null)
    throw new Fault('refused', 'opening-unsigned', '这份开箱记录还没有两人都签。', '请第二位开箱人签名以后再登记箱里的来件。');
  if (registered >= opening.items)
    throw new Fault(
      'refused',
      'opening-full',
      `这次开箱清点 ${opening.items} 件，已经登记满了。`,
      '请核对清点的件数；点错了的，另做一份开箱记录写明。',
    );
}
