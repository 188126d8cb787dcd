// People and systems at the hub's other doors, whom trouble in the mail must not keep waiting.
import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { HubProcess, HubYard } from './hub-yard';

const FORM = {
  kind: 'complaint',
  subject: '风机夜里太吵',
  text: '每天晚上十点以后还在响。',
  phone: '13800000000',
  street: '曹杨新村街道',
};

/** Milliseconds that each visit took, the shortest first. */
export type Waits = readonly number[];

/** Somebody who opens the citizens' form and hands something in, again and again, until told to stop. */
export class Visitors {
  private over = false;
  private readonly visits: Promise<number[]>;

  private constructor(
    private readonly hub: HubProcess,
    private readonly token: string,
  ) {
    this.visits = this.come();
    // What goes wrong is told when it is asked for.
    this.visits.catch(() => undefined);
  }

  static async at(hub: HubProcess, yard: HubYard): Promise<Visitors> {
    return new Visitors(hub, await intakeToken(yard));
  }

  async leave(): Promise<Waits> {
    this.over = true;
    return (await this.visits).sort((a, b) => a - b);
  }

  private async come(): Promise<number[]> {
    const waited: number[] = [];
    for (; !this.over; await rest(100)) {
      const began = performance.now();
      const page = await fetch(`${this.hub.url}/submit`);
      if (!page.ok || !(await page.text()).includes('<form')) throw new Error(`the form was answered with ${page.status}`);
      await handIn(this.hub, this.token);
      waited.push(performance.now() - began);
    }
    return waited;
  }
}

/** A token by which a system may hand in. */
export async function intakeToken(yard: HubYard): Promise<string> {
  const printed = await yard.yxt('token', 'add', '区城运平台', '--source', '12345', '--scope', 'intake', '--per-minute', '6000');
  return printed.trim();
}

/** Hands one submission in; throws where it is not taken. */
export async function handIn({ url }: HubProcess, token: string): Promise<void> {
  const key = randomUUID();
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const answer = await fetch(`${url}/api/v1/intake`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...FORM, text: `${FORM.text}（${key}）` }),
  });
  if (answer.status !== 201) throw new Error(`a submission was answered with ${answer.status}: ${await answer.text()}`);
}

export const p95 = (waits: Waits): number => waits[Math.floor(waits.length * 0.95)] ?? 0;

/** One line for whoever reads the run. */
export function tell(what: string, waits: Waits): void {
  const median = Math.round(waits[Math.floor(waits.length / 2)] ?? 0);
  process.stdout.write(`${what}：别的门来了 ${waits.length} 件，中位 ${median} 毫秒，p95 ${Math.round(p95(waits))} 毫秒\n`);
}
