import { clip, oneLine } from '@hub/domain';

/** A line of iCalendar (RFC 5545, 3.1): name, parameters, raw value. */
interface Line {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}
type Event = ReadonlyMap<string, Line>;

const LINES = 20_000;
const EVENTS = 5;
const TITLES: Readonly<Record<string, string>> = { CANCEL: '日程取消', REPLY: '日程回复', COUNTER: '日程改期建议' };
/** Zones in which the time is Beijing's, under the names of IANA and of Windows. */
const BEIJING =
  /^(?:asia\/(?:shanghai|chongqing|beijing|urumqi|harbin)|prc|china standard time|\(utc\+0?8:00\)|gmt\+0?800|北京|中国标准时间)/i;

function lineOf(text: string): Line | null {
  const head = /^([A-Za-z0-9-]{1,60})((?:;[A-Za-z0-9-]{1,60}=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):/.exec(text);
  if (!head) return null;
  const parameters = new Map<string, string>();
  for (const found of head[2]!.matchAll(/;([A-Za-z0-9-]+)=(?:"([^"]*)"|([^;]*))/g))
    parameters.set(found[1]!.toUpperCase(), found[2] ?? found[3]!);
  return { name: head[1]!.toUpperCase(), parameters, value: text.slice(head[0].length) };
}

const unescaped = (text: string): string =>
  text.replace(/\\([nN]|[\s\S])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign));

/** The events of a calendar; what stands in alarms and zones inside is not theirs. */
function eventsIn(lines: readonly string[]): { method: string; events: Event[] } {
  const events: Event[] = [];
  const open: string[] = [];
  let event = new Map<string, Line>();
  let method = '';
  for (const text of lines) {
    const line = lineOf(text);
    if (!line) continue;
    if (line.name === 'BEGIN') {
      open.push(line.value.trim().toUpperCase());
      if (open.at(-1) === 'VEVENT') event = new Map();
    } else if (line.name === 'END') {
      if (open.pop() === 'VEVENT') events.push(event);
    } else if (open.at(-1) === 'VEVENT' && !event.has(line.name)) event.set(line.name, line);
    else if (line.name === 'METHOD' && open.length === 1) method = line.value.trim().toUpperCase();
  }
  return { method, events };
}

interface Moment {
  /** Clock time written as if it were UTC. */
  readonly time: number;
  readonly isDay: boolean;
  readonly zone: string;
}

function momentOf(line: Line | undefined): Moment | null {
  const found = line && /^\s*(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?\s*$/.exec(line.value);
  if (!found) return null;
  const [, year, month, day, hour = '0', minute = '0'] = found;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  if (found[7]) return { time: time + 8 * 3_600_000, isDay: false, zone: '北京时间' };
  const zone = oneLine(line.parameters.get('TZID') ?? '');
  return { time, isDay: found[4] === undefined, zone: BEIJING.test(zone) ? '北京时间' : clip(zone, 60) };
}

function lengthOf(line: Line | undefined): number | null {
  const found =
    line && /^\s*\+?P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:\d{1,5}S)?)?\s*$/.exec(line.value);
  if (!found) return null;
  const [weeks, days, hours, minutes] = found.slice(1, 5).map((count) => Number(count ?? 0));
  return (((weeks! * 7 + days!) * 24 + hours!) * 60 + minutes!) * 60_000;
}

const DAYS = ['日', '一', '二', '三', '四', '五', '六'];
const dayText = (time: number): string => {
  const date = new Date(time);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日（周${DAYS[date.getUTCDay()]}）`;
};
const clockText = (time: number): string => new Date(time).toISOString().slice(11, 16);

/** When it is, e.g. 2026年11月30日（周一）14:00至15:30（北京时间）. */
function whenOf(event: Event): string {
  const start = momentOf(event.get('DTSTART'));
  if (!start) return oneLine(event.get('DTSTART')?.value ?? '');
  const length = lengthOf(event.get('DURATION'));
  const end = momentOf(event.get('DTEND')) ?? (length === null ? null : { ...start, time: start.time + length });
  if (start.isDay) {
    // The end of whole days is the day after the last.
    const last = end && end.time > start.time ? end.time - 86_400_000 : start.time;
    return last > start.time ? `${dayText(start.time)}至${dayText(last)}全天` : `${dayText(start.time)}全天`;
  }
  const zone = (one: Moment) => (one.zone ? `（${one.zone}）` : '');
  const begin = `${dayText(start.time)}${clockText(start.time)}`;
  if (!end) return begin + zone(start);
  if (end.zone !== start.zone) return `${begin}${zone(start)}至${dayText(end.time)}${clockText(end.time)}${zone(end)}`;
  const sameDay = dayText(end.time) === dayText(start.time);
  return `${begin}至${sameDay ? '' : dayText(end.time)}${clockText(end.time)}${zone(start)}`;
}

function whoOf(line: Line | undefined): string {
  if (!line) return '';
  const name = oneLine(line.parameters.get('CN') ?? '');
  const email = oneLine(line.value.replace(/^mailto:/i, ''));
  return name && email && name !== email ? `${name} <${email}>` : email || name;
}

/** The invitations of a text/calendar part in words: what, when and in which zone, where, by whom. Empty where there is none. */
export function calendarText(content: string): string {
  const lines = content
    .slice(0, 2_000_000)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n', LINES);
  const { method, events } = eventsIn(lines);
  const words = (event: Event, name: string, signs: number) =>
    clip(
      unescaped(event.get(name)?.value ?? '')
        .replace(/[ \t]+/g, ' ')
        .trim(),
      signs,
    );
  return events
    .slice(0, EVENTS)
    .map((event) =>
      [
        `【${TITLES[method] ?? '日程邀请'}】${oneLine(words(event, 'SUMMARY', 200))}`,
        ['时间', whenOf(event)],
        ['地点', oneLine(words(event, 'LOCATION', 300))],
        ['组织者', whoOf(event.get('ORGANIZER'))],
        ['说明', words(event, 'DESCRIPTION', 2_000)],
      ]
        .flatMap((row) => (typeof row === 'string' ? row : row[1] ? `${row[0]}：${row[1]}` : []))
        .join('\n'),
    )
    .join('\n\n');
}
