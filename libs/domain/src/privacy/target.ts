import { guessTopic, isConductTopic } from '../appeal/topic';

export interface TargetSuggestion {
  readonly unitId: string | null;
  readonly aboutConduct: boolean;
  /** What a person reads: the words that were found. */
  readonly reason: string;
}

/** What people say of an office that they complain about, rather than ask for help. */
const BLAME =
  /(?:不作为|乱作为|推诿|敷衍|踢皮球|不受理|不处理|不管|拖延|拖着|包庇|通风报信|态度(?:差|恶劣|很差|不好)|乱收费|多收|收(?:了)?(?:钱|红包|礼)|受贿|索贿|吃拿卡要|失职|渎职|徇私|刁难|没有(?:回复|答复|人管))/u;
const PEOPLE = /(?:工作人员|执法人员|人员|科长|队长|站长|所长|领导|同志|干部)/u;
/** Signs between the unit's name and what it is blamed for. */
const NEAR = 24;

/**
 * The unit of the bureau that a letter blames, and whether it is about somebody's conduct; null where it speaks of neither.
 * A suggestion with its words: naming a unit is not yet complaining about it, and a person decides.
 */
export function suggestTarget(
  subject: string,
  text: string,
  units: readonly { readonly id: string; readonly name: string }[],
): TargetSuggestion | null {
  const said = `${subject}\n${text.slice(0, 4000)}`;
  for (const { id, name } of units) {
    for (let at = said.indexOf(name); at >= 0; at = said.indexOf(name, at + name.length)) {
      const after = said.slice(at + name.length, at + name.length + NEAR).split(/[。！？!?\n]/u)[0]!;
      const blame = BLAME.exec(after)?.[0];
      if (!blame) continue;
      const aboutConduct = isConductTopic(guessTopic(subject, text)) || PEOPLE.test(after);
      return { unitId: id, aboutConduct, reason: `文中有“${name}”“${blame}”` };
    }
  }
  const topic = guessTopic(subject, text);
  const blame = BLAME.exec(said)?.[0];
  if ((topic === 'integrity' || topic === 'charges' || topic === 'service') && PEOPLE.test(said) && blame)
    return { unitId: null, aboutConduct: true, reason: `文中有“${blame}”，像是反映工作人员` };
  return null;
}
