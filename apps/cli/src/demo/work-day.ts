import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewUser } from '@hub/casework';
import { Clerk } from './clerk';

/** Words that people of the invented bureau write on a working day; one kind of entry is used by turns. */
interface Words {
  readonly contacts: readonly string[];
  readonly findings: readonly string[];
  readonly drafts: readonly string[];
  readonly reasons: readonly string[];
}

interface Listed {
  readonly number: string;
  readonly subject: string;
  readonly kind: string;
  readonly status: string;
  readonly place: string;
  readonly suggestion: { readonly unitId: string | null } | null;
}

interface Person {
  readonly id: number;
  readonly account: string;
  readonly role: string;
  readonly unitId: string | null;
}

/** How far each goes, by turns, so that the queue shows every state of a working day. */
const TURNS = ['received', 'assigned', 'in-hand', 'contacted', 'inspected', 'in-review', 'accepted', 'returned'] as const;
type Reach = (typeof TURNS)[number];

/** The office takes up what its rules suggest to a unit, and the units go on with it, each person by his own account. */
export async function workDay(url: string, samples: string, users: readonly NewUser[]): Promise<void> {
  const words = JSON.parse(readFileSync(join(samples, 'work-day.json'), 'utf8')) as Words;
  const signIn = (user: NewUser) => Clerk.signIn(url, user.account, user.password);
  const office = await signIn(users.find(({ role }) => role === 'dispatcher')!);
  const handlers = new Map<string, { readonly id: number; readonly clerk: Clerk }>();
  for (const { id, account, role, unitId } of await office.get<Person[]>('/users')) {
    const user = users.find((one) => one.account === account);
    if (user && role === 'handler' && unitId && !handlers.has(unitId)) handlers.set(unitId, { id, clerk: await signIn(user) });
  }
  const { items } = await office.get<{ items: Listed[] }>('/appeals?status=received&sort=received&limit=200');
  let turn = 0;
  for (const { number } of items) {
    const appeal = await office.get<Listed>(`/appeals/${number}`);
    const unitId = appeal.suggestion?.unitId;
    const handler = unitId ? handlers.get(unitId) : undefined;
    if (!unitId || !handler) continue;
    const hands = { office, handler: handler.clerk, unitId, handlerId: handler.id };
    await take(appeal, TURNS[turn % TURNS.length]!, hands, words, turn);
    turn += 1;
  }
}

interface Hands {
  readonly office: Clerk;
  readonly handler: Clerk;
  readonly unitId: string;
  readonly handlerId: number;
}

async function take(
  { number, kind, place }: Listed,
  reach: Reach,
  { office, handler, unitId, handlerId }: Hands,
  words: Words,
  turn: number,
): Promise<void> {
  const by = <T>(list: readonly T[]): T => list[turn % list.length]!;
  const full = kind === 'complaint' || kind === 'report';
  if (reach === 'received') return;
  await office.act(number, 'acceptance');
  if (reach === 'accepted') return;
  // What is confidential is known to the handler only where he is named.
  await office.act(number, 'assignment', { unitId, handlerId });
  if (reach === 'assigned') return;
  if (reach === 'returned') return void (await handler.act(number, 'return', { reason: by(words.reasons) }));
  await handler.act(number, 'receipt');
  if (reach === 'in-hand') return;
  if (full) await handler.act(number, 'contact-records', { method: 'phone', outcome: 'reached', words: by(words.contacts) });
  if (reach === 'contacted') return;
  if (full) {
    const officers = ['沈佳', '顾敏'];
    const site = { at: new Date().toISOString(), officers, place: place || '反映的地点', findings: by(words.findings) };
    await handler.act(number, 'site-records', site);
  }
  if (reach === 'inspected') return;
  await handler.act(number, 'draft', { text: by(words.drafts), submit: true });
}
