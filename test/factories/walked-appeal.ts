import { addDays, dayOf } from '@hub/domain';
import type { Hub } from '../support/hub';
import { aMail, mailMessage } from './letter';

/** Ten in the morning so many days ago. */
export const ago = (days: number): string => `${addDays(dayOf(new Date()), -days)}T10:00:00+08:00`;

/** The people of the bureau who bring an appeal along; the supervision unit leads. */
export async function hireBureau(hub: Hub): Promise<void> {
  await hub.staff('office', 'dispatcher');
  await hub.staff('officer', 'handler', 'supervision');
  await hub.staff('head', 'section-head', 'supervision');
  await hub.staff('chemist', 'handler', 'monitoring');
  await hub.staff('leader', 'leader');
  await hub.staff('director', 'director');
  await hub.staff('caller', 'revisitor');
}

interface About {
  readonly subject?: string;
  /** More about the citizen's letter. */
  readonly letter?: Parameters<typeof aMail>[0];
  /** What the office says when it accepts. */
  readonly acceptance?: object;
}

/** Brings a letter of four days ago to the state that a test begins at, by the acts of those whose steps they are. */
export class WalkedAppeal {
  /** Query codes by number, as the citizens have them. */
  readonly codes = new Map<string, string>();

  constructor(private readonly hub: Hub) {}

  async received({ subject = '投诉夜间噪声', letter }: About = {}): Promise<string> {
    const [result] = await this.hub.intake.accept([
      mailMessage(aMail({ date: new Date(ago(4)).toUTCString(), subject, ...letter })),
    ]);
    this.codes.set(result!.number!, result!.queryCode!);
    return result!.number!;
  }

  async assigned(about: About = {}): Promise<string> {
    const number = await this.received(about);
    await this.hub.as('office').act(number, 'acceptance', about.acceptance).expect(200);
    await this.hub.as('office').act(number, 'assignment', { unitId: 'supervision' }).expect(200);
    return number;
  }

  async inHand(about: About = {}): Promise<string> {
    const number = await this.assigned(about);
    await this.hub.as('officer').act(number, 'receipt').expect(200);
    return number;
  }

  /** With contact and inspection proved. */
  async proved(about: About = {}): Promise<string> {
    const number = await this.inHand(about);
    const contact = { at: ago(3), method: 'phone', outcome: 'reached', words: '已接通' };
    const site = { at: ago(2), officers: ['沈佳', '顾敏'], place: '长寿路', findings: '已查' };
    await this.hub.as('officer').act(number, 'contact-records', contact).expect(200);
    await this.hub.as('officer').act(number, 'site-records', site).expect(200);
    return number;
  }

  /** The answer has gone to the outbox. */
  async answered(about: About = {}): Promise<string> {
    const number = await this.proved(about);
    await this.hub.as('officer').act(number, 'draft', { text: '您好，已责令整改。', submit: true }).expect(200);
    await this.hub.as('head').act(number, 'approval', { decision: 'pass' }).expect(200);
    await this.hub.as('head').act(number, 'reply').expect(200);
    return number;
  }
}
