/** What a person can answer and a simple program does not: asked in words, so that it can be read aloud as well. */
export interface WordQuestion {
  readonly id: number;
  readonly words: string;
}

const DIGITS = '零一二三四五六七八九';
const COUNT = 120;

/** Questions are made from their number, so that only the number has to be remembered. */
function partsOf(id: number): { words: string; answer: number } {
  const [first, second] = [1 + (id % 8), 1 + (Math.floor(id / 8) % 5)] as [number, number];
  const taken = id % 3 === 0 && first > second;
  const words = taken ? `${DIGITS[first]}减${DIGITS[second]}等于几？` : `${DIGITS[first]}加${DIGITS[second]}等于几？`;
  return { words, answer: taken ? first - second : first + second };
}

/** By a random number of any size. */
export function wordQuestion(random: number): WordQuestion {
  const id = Math.abs(Math.trunc(random)) % COUNT;
  return { id, words: partsOf(id).words };
}

/** Whether it is the answer: in digits of any width, or in Chinese. */
export function answersQuestion(id: number, typed: string): boolean {
  const { answer } = partsOf(id);
  const plain = typed.normalize('NFKC').replace(/[\s。.]/g, '');
  const inWords = answer < 10 ? DIGITS[answer]! : `十${answer > 10 ? DIGITS[answer - 10] : ''}`;
  return plain === String(answer) || plain === inWords || (answer === 2 && plain === '两');
}
