import { addDays, dayOf, instant, type Instant } from '@hub/domain';
import { civilMs, type Cell } from './cell';

const HOUR_MS = 3_600_000;
const SHANGHAI_HOURS = 8;

const DATE = String.raw`(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})`;
const WEEKDAY = String.raw`(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?`;
const PART = '上午|下午|中午|凌晨|清晨|早上|早晨|傍晚|晚上|夜间|晚|am|pm';
const CLOCK = String.raw`(${PART})?\s*(\d{1,2})\s*[:时点](?:\s*(\d{1,2})\s*(?:[:分](?:\s*(\d{1,2})(?:\.\d+)?\s*秒?)?)?)?\s*(am|pm)?\s*(z|[+-]\d{2}:?\d{2})?`;
const WHEN = String.raw`${DATE}(?:\s*[日号])?${WEEKDAY}(?:(?<=[日号)一二三四五六天])\s*${CLOCK}|[t\s]\s*${CLOCK})?`;
const WHOLE = new RegExp(`^${WHEN}$`, 'i');
const WITHIN = new RegExp(`(?<!\\d)${WHEN}(?!\\d)`, 'i');

/** The hour on a 24-hour clock, or null where the words leave it open ("上午12点" is noon to one and midnight to another). */
function hourOf(part: string, hour: number): number | null {
  if (/下午|傍晚|pm/i.test(part)) return hour < 12 ? hour + 12 : hour;
  if (/晚|夜间/.test(part)) return hour === 12 ? 24 : hour < 12 && hour > 4 ? hour + 12 : hour > 12 ? hour : null;
  if (part === '中午') return hour >= 1 && hour <= 3 ? hour + 12 : hour >= 11 && hour <= 14 ? hour : null;
  if (part === '上午') return hour < 12 ? hour : null;
  if (part) return hour === 12 ? 0 : hour < 12 ? hour : null;
  return hour;
}

function offsetHours(zone: string | undefined): number {
  if (!zone) return SHANGHAI_HOURS;
  if (/z/i.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) / 60;
}

function fromParts(found: RegExpExecArray): Instant | null {
  const [year, month, day] = found.slice(1, 4).map(Number) as [number, number, number];
  const clock = found.slice(4, 10).some((part) => part !== undefined) ? found.slice(4, 10) : found.slice(10, 16);
  const [before, hours = '0', minutes = '0', seconds = '0', after, zone] = clock;
  const hour = hourOf(before ?? after ?? '', Number(hours));
  const [minute, second] = [Number(minutes), Number(seconds)];
  const midnight = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC turns 30 February into 1 March.
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  if (hour === null || hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return null;
  return instant(midnight.getTime() + (hour - offsetHours(zone)) * HOUR_MS + (minute * 60 + second) * 1000);
}

const fromSerial = (serial: number): Instant | null => {
  const at = civilMs(serial) - SHANGHAI_HOURS * HOUR_MS;
  return serial > 0 && serial < 2_958_466 ? instant(at) : null;
};

/** A moment as people and programs write it; a time without an offset is Shanghai's. Null where it is no date. */
export function readWhen(text: string): Instant | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return fromSerial(Number(plain));
  const spelled = plain
    .replace(/^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/, (_, y, m, d, h, i, s = '00') => `${y}-${m}-${d} ${h}:${i}:${s}`)
    .replace(/^(\d{4})(\d{2})(\d{2})(?=\s|$)/, '$1-$2-$3');
  if (/^1\d{9}(?:\d{3})?$/.test(plain)) return instant(Number(plain.padEnd(13, '0')));
  const found = WHOLE.exec(spelled);
  return found && fromParts(found);
}

/** The first moment within a text, for pages that write "发布时间：2011年3月15日 09:20 浏览：33". */
export function findWhen(text: string): Instant | null {
  const found = WITHIN.exec(text.normalize('NFKC'));
  return found && fromParts(found);
}

export const isPlausible = (at: Instant, now: number): boolean =>
  dayOf(at) >= '1990-01-01' && dayOf(at) <= addDays(dayOf(new Date(now)), 1);

/** A cell's moment, or null where it holds none that can be true: before 1990 or later than tomorrow. */
export function whenOf(cell: Cell, now: number): Instant | null {
  const serial = cell.serial !== undefined && (cell.dated || cell.serial < 100_000) ? cell.serial : null;
  const at = serial !== null ? fromSerial(serial) : readWhen(cell.text);
  return at !== null && isPlausible(at, now) ? at : null;
}
