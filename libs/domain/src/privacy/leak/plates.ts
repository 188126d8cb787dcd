import { findAt, type Find } from './find';
import type { Folded } from './folded';

const PLATE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z](?:[a-z0-9]{6}|[a-z0-9]{5})(?![a-z0-9])';
const MY_CAR =
  '(?:我|我家|我们家|本人|自己|自家)的?(?:私家车|家用车|小轿车|轿车|小汽车|汽车|电动车|新能源车|车子|车辆|车|(?=车?牌))';
const ITS_PLATE = '的?(?:车牌|牌照|号牌|车号)?(?:号码|号)?(?:是|为|叫)?';
/** 我的车牌号是沪A12345; 沪A12345是我家的车. */
const OWN = [
  `${MY_CAR}${ITS_PLATE}(${PLATE})`,
  `(${PLATE})(?:这辆车?|这车)?(?:是|为|系)(?:我|我家|我们家|本人|自己)的?(?:私家车|轿车|车)?`,
].map((pattern) => new RegExp(pattern, 'g'));

/** The plates that a citizen calls his own in his letters, which are folded. */
export const ownPlates = (letters: readonly string[]): ReadonlySet<string> =>
  new Set(letters.flatMap((letter) => OWN.flatMap((pattern) => [...letter.matchAll(pattern)].map((found) => found[1]!))));

/** Whatever has the form of a plate: the citizen's own tells who he is, another may be that of the lorry complained of. */
export function findPlates(folded: Folded, own: ReadonlySet<string>): Find[] {
  return [...folded.text.matchAll(new RegExp(PLATE, 'g'))]
    .filter(([plate]) => /\d/.test(plate))
    .map(({ 0: plate, index }) =>
      findAt(own.has(plate) ? 'own-plate' : 'plate', folded, index, plate.length, `${plate.slice(0, 2).toUpperCase()}*****`),
    );
}
