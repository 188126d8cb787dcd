import {
  addDays,
  appealNumber,
  dayOf,
  dueDays,
  instant,
  standing,
  startOf,
  type AppealStatus,
  type Day,
  type DueDays,
  type Kind,
  type Office,
} from '@hub/domain';
import type { Row } from './bare';
import { pick, seeded } from './random';

const KINDS: readonly Kind[] = ['complaint', 'complaint', 'complaint', 'report', 'inquiry', 'suggestion', 'comment'];
const CHANNELS = ['mailbox', 'hotline', 'hotline', 'web', 'site', 'desk'];
const OPEN: readonly AppealStatus[] = ['received', 'accepted', 'assigned', 'in-hand', 'in-hand', 'in-review', 'transferred'];
const TROUBLES = ['夜间施工噪声扰民', '饭店油烟无净化设施', '河道发黑发臭', '工地扬尘', '厂房焚烧异味', '空调外机噪声'];
const SOURCES: Record<string, string> = {
  mailbox: '局长信箱',
  hotline: '纠风热线',
  web: '网上提交',
  site: '投诉网站',
  desk: '来信',
};

/** Days over which the appeals are spread, the last of them today: two and a half years of a busy bureau. */
const DAYS = 900;

/**
 * Rows of the table `appeals` as the hub would have written them: `openShare` of them open, spread over days, units, handlers,
 * kinds and channels.
 */
export function* appealRows(count: number, openShare: number, office: Office): Generator<Row> {
  const random = seeded(count);
  const first = addDays(dayOf(new Date()), -DAYS);
  const dues = new Map<Day, DueDays>();
  const units = office.units.map(({ id }) => id);
  const running = new Map<Day, number>();
  for (let id = 1; id <= count; id++) {
    const day = addDays(first, Math.floor(((id - 1) / count) * DAYS));
    const due = dues.get(day) ?? dueDays(day, office.rules, office.calendar);
    dues.set(day, due);
    const number = (running.get(day) ?? 0) + 1;
    running.set(day, number);
    const isOpen = random() < openShare;
    const status = isOpen ? pick(random, OPEN) : ('closed' as const);
    const channel = pick(random, CHANNELS);
    const receivedAt = instant(new Date(startOf(day, 8)).getTime() + Math.floor(random() * 36_000_000));
    const doneAt = isOpen ? null : receivedAt;
    const place = `${pick(random, office.streets)}金沙江路${1 + Math.floor(random() * 900)}号`;
    const facts = {
      id,
      number: appealNumber(day, number),
      subject: `${place}${pick(random, TROUBLES)}`,
      kind: pick(random, KINDS),
      channel,
      source: SOURCES[channel]!,
      status,
      secrecy: 'named',
      topic: null,
      track: null,
      street: pick(random, office.streets),
      place,
      outsideNumber: channel === 'hotline' ? `HL-${id}` : null,
      unitId: status === 'received' || status === 'accepted' ? null : pick(random, units),
      handlerId: status === 'in-hand' ? 1 + Math.floor(random() * 40) : null,
      departmentId: null,
      suggestedUnitId: pick(random, units),
      suggestedDepartmentId: null,
      suggestionReason: '标题里有“油烟”，由污染控制科承办。',
      receivedAt,
      contactDueOn: due.contact,
      siteDueOn: due.site,
      replyDueOn: due.reply,
      informDueOn: due.inform,
      finishDueOn: due.finish,
      contactDoneAt: status === 'in-hand' ? receivedAt : doneAt,
      siteDoneAt: doneAt,
      replyDoneAt: doneAt,
      informedAt: doneAt,
      contactWaiver: null,
      siteWaiver: null,
      waitDueOn: status === 'transferred' ? addDays(day, 30) : null,
      returns: 0,
      queryCodeHash: id.toString(16).padStart(64, '0'),
      createdAt: receivedAt,
      changedAt: receivedAt,
      version: 1,
    };
    const { open, ...row } = standing(facts);
    yield { ...row, open: open ? 1 : 0 };
  }
}
