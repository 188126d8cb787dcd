import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NewUser } from '@hub/casework';
import { addDays, dayOf } from '@hub/domain';
import { Clerk } from './clerk';

/** An appeal of the past weeks that was answered, and what everybody is told of it. */
interface Told {
  readonly daysAgo: number;
  readonly unitId: string;
  readonly handler: string;
  readonly entry: object;
  readonly contact?: string;
  readonly findings?: string;
  readonly answer: string;
  readonly page: object;
}

interface Stand {
  readonly id: number;
  readonly version: number;
}

/** Some answered appeals are published, each by the people whose steps they are; one waits for the leader. */
export async function publishSome(url: string, samples: string, users: readonly NewUser[]): Promise<void> {
  const all = JSON.parse(readFileSync(join(samples, 'published.json'), 'utf8')) as Told[];
  const signIn = (wanted: (user: NewUser) => boolean) => {
    const { account, password } = users.find(wanted)!;
    return Clerk.signIn(url, account, password);
  };
  const office = await signIn(({ role }) => role === 'dispatcher');
  const leader = await signIn(({ role }) => role === 'leader');
  for (const [at, told] of all.entries()) {
    const handler = await signIn(({ account }) => account === told.handler);
    const head = await signIn(({ role, unitId }) => role === 'section-head' && unitId === told.unitId);
    const appeal = await answered(told, { office, handler, head, leader });
    const step = (clerk: Clerk, { id, version }: Stand, name: string, body: object = {}) =>
      clerk.post<Stand>(`/publications/${id}${name}`, { version, ...body });
    let stand = await office.post<Stand>('/publications', { appeal });
    stand = await step(office, stand, '', told.page);
    stand = await step(head, stand, '/agreement', { yes: true });
    if (at === all.length - 1) continue;
    stand = await step(leader, stand, '/approval', { yes: true });
    await step(office, stand, '/publication');
  }
}

async function answered(
  { daysAgo, unitId, entry, contact, findings, answer }: Told,
  { office, handler, head, leader }: Readonly<Record<'office' | 'handler' | 'head' | 'leader', Clerk>>,
): Promise<string> {
  const receivedAt = `${addDays(dayOf(new Date()), -daysAgo)}T10:00:00+08:00`;
  const { number } = await office.post<{ number: string }>('/appeals', { ...entry, receivedAt });
  await office.act(number, 'acceptance');
  await office.act(number, 'assignment', { unitId });
  await handler.act(number, 'receipt');
  if (contact) await handler.act(number, 'contact-records', { method: 'phone', outcome: 'reached', words: contact });
  if (findings) {
    const site = { at: new Date().toISOString(), officers: ['沈佳', '顾敏'], place: '反映的地点', findings };
    await handler.act(number, 'site-records', site);
  }
  await handler.act(number, 'draft', { text: answer, submit: true });
  const { approval } = await head.act<{ approval: { next: string | null } }>(number, 'approval', { decision: 'pass' });
  if (approval.next) await leader.act(number, 'approval', { decision: 'pass' });
  await head.act(number, 'reply', { delivery: 'phone', note: '当天电话告知，反映人表示知道了。' });
  return number;
}
