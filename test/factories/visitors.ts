import { GuideService } from '@hub/casework';
import { addDays, dayOf } from '@hub/domain';
import { Database, UnitOfWork } from '@hub/persistence';
import request, { type Test } from 'supertest';
import type { Hub } from '../support/hub';
import type { Asked } from './asked';
import { publish } from './publication';
import { hireBureau, WalkedAppeal } from './walked-appeal';

const LONG = `河道发黑，有臭味，夜里更重。${'很长的一段话'.repeat(40)} https://example.org/${'a'.repeat(150)}`;

/** The citizens and departments who open the pages, and the bureau that brings their appeals along. */
export class Visitors {
  readonly appeals: WalkedAppeal;

  private constructor(readonly hub: Hub) {
    this.appeals = new WalkedAppeal(hub);
  }

  static async at(hub: Hub): Promise<Visitors> {
    await hireBureau(hub);
    return new Visitors(hub);
  }

  readonly keysOf = (number: string): { number: string; code: string } => ({ number, code: this.appeals.codes.get(number)! });

  /** As a browser without script asks; a form is sent with what its page keeps hidden. */
  open([path, fields, cookies = '']: Asked): Test {
    const server = this.hub.app.getHttpServer() as Parameters<typeof request>[0];
    const asked = fields ? request(server).post(path).type('form').send(fields) : request(server).get(path);
    return asked.set('Cookie', cookies);
  }

  /** The keys of an appeal whose citizen is asked something. */
  async asked(): Promise<{ number: string; code: string }> {
    const number = await this.appeals.inHand();
    const question = { text: '夜里方便测量吗？', dueOn: addDays(dayOf(new Date()), 5) };
    await this.hub.as('officer').act(number, 'question', question).expect(200);
    return this.keysOf(number);
  }

  async rateLink(): Promise<string> {
    return this.link(await this.appeals.answered(), 'reply');
  }

  async transferred(): Promise<string> {
    const number = await this.appeals.received({ subject: '河道发黑' });
    const out = { departmentId: 'water', summary: LONG, reason: '河道保洁属贵单位职责，见区河道管理分工。' };
    await this.hub.as('office').act(number, 'transfer', out).expect(200);
    return number;
  }

  /** The address of a section's promise, with a notice on top. */
  async article(): Promise<string> {
    const guide = this.hub.app.get(GuideService);
    const [office, head] = [
      { id: 1, name: '办公室', role: 'dispatcher', unitId: null },
      { id: 2, name: '科长', role: 'section-head', unitId: 'supervision' },
    ] as const;
    const words = { chapter: 'promise', unitId: 'supervision', year: 2026, title: '监察支队承诺', text: LONG } as const;
    const id = await guide.add({ ...words, promise: '2 个工作日内到现场' }, office);
    await guide.sign(id, 1, head);
    await guide.publish(id, 2, office);
    await guide.notify('今天电话故障，请改用网上提交。', dayOf(new Date()), dayOf(new Date()), office);
    return `/guide/${id}`;
  }

  /** The address of a published result. */
  async published(): Promise<string> {
    return `/published/${await publish(this.hub.app.get(UnitOfWork))}`;
  }

  /** The link in the newest letter of its kind. */
  async link(number: string, kind: 'transfer' | 'reply' = 'transfer'): Promise<string> {
    const [letter] = (await this.hub.app
      .get(Database)
      .writer.query(
        'SELECT o.body FROM outbox_letters o JOIN appeals a ON a.id = o.appealId WHERE a.number = ? AND o.kind = ? ORDER BY o.id DESC',
        [number, kind],
      )) as [{ body: string }];
    return /\/(?:transfers|rate)\/[\w-]+/.exec(letter.body)![0];
  }
}
