import { Inject, Injectable } from '@nestjs/common';
import {
  actWord,
  dayOf,
  departmentName,
  Fault,
  instant,
  longDate,
  milestones,
  plainCode,
  readAppealNumber,
  unitName,
  type HistoryAct,
  type Office,
} from '@hub/domain';
import { AppealQuery, Secrets, UnitOfWork, type AppealEntity, type AppealFile } from '@hub/persistence';
import { joinAppeal } from '../intake/joining';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import type { Tracked } from '../web-form';
import { TryLimit } from './try-limit';

/** Steps that the citizen is told of, in his words; what is not here stays inside. */
const TOLD: Partial<Record<HistoryAct, string>> = {
  registration: '收到您的来件',
  acceptance: '决定受理',
  'non-acceptance': '决定不予受理',
  assignment: '交给负责的科室办理',
  'contact-records': '与您联系',
  'site-records': '到现场调查',
  extension: '延长答复期限',
  question: '请您补充情况',
  supplement: '收到您的补充',
  message: '收到您的补充',
  reply: '作出答复',
  transfer: '转交给负责这件事的单位',
  reopening: '收到您的意见',
  withdrawal: '撤回',
  closing: '办结',
};
/** Ways of these acts that are the office's own business. */
const UNTOLD_WAYS = ['archive', 'refuse', 'grant', 'ask', 'none'];

/** A transfer's ways in the citizen's words; the rest is between the offices. */
const TRANSFER_TOLD: Record<string, string | undefined> = {
  out: TOLD.transfer,
  designate: TOLD.transfer,
  answer: actWord('reply', null),
  objection: '那个单位认为不归它管，退回我们重新安排',
  'take-back': '收回转交，由我们重新安排',
};
const wordsOf = ({ act, way }: { act: HistoryAct; way: string | null }): string | undefined =>
  act === 'transfer' ? TRANSFER_TOLD[way ?? ''] : UNTOLD_WAYS.includes(way ?? '') ? undefined : TOLD[act];

const REPEATED_MS = 24 * 3_600_000;

/** The citizen follows his appeal by number and code. */
@Injectable()
export class TrackingService {
  private readonly limit = new TryLimit();

  constructor(
    private readonly appeals: AppealQuery,
    private readonly work: UnitOfWork,
    private readonly secrets: Secrets,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null where number and code do not belong together, whichever is wrong. `from` is the asker's address. */
  async find(number: string, code: string, from: string): Promise<Tracked | null> {
    const appeal = await this.proved(number, code, from);
    return appeal && this.told(await this.appeals.whole(appeal));
  }

  /** The citizen adds something, or answers a question. */
  async supplement(number: string, code: string, from: string, text: string): Promise<void> {
    const appeal = await this.proved(number, code, from);
    if (!appeal) throw new Fault('missing', 'not-found', '编号或查询码不对。', '请对照回执再输一次。');
    const now = instant(this.clock());
    await this.work.run(async (stores) => {
      // A page that is sent again says the same words again.
      if (await stores.messages.isRepeated(appeal.id, text, instant(new Date(now).getTime() - REPEATED_MS))) return;
      const id = await stores.counters.take('message-id', 1);
      const rows = { messages: [] };
      await joinAppeal(
        stores,
        appeal.id,
        rows,
        { id, appealId: appeal.id, direction: 'in', author: '反映人', text, at: now, remarks: ['网上补充'] },
        this.office.rules,
        now,
      );
      await stores.messages.add(rows.messages);
    });
  }

  private async proved(typed: string, code: string, from: string): Promise<AppealEntity | null> {
    const number = readAppealNumber(typed);
    const keys = [`from:${from}`, ...(number ? [`number:${number}`] : [])];
    this.limit.check(keys);
    const appeal = number ? await this.appeals.find(number) : null;
    // The same work for a number that does not exist.
    const right = this.secrets.codeMatches(number ?? '', plainCode(code), appeal?.queryCodeHash ?? '0'.repeat(64));
    if (appeal && right && appeal.status !== 'discarded') return appeal;
    this.limit.failed(keys);
    return null;
  }

  private told(file: AppealFile): Tracked {
    const { appeal, messages, history } = file;
    const { office } = this;
    const department = departmentName(office, appeal.departmentId);
    const question = appeal.status === 'awaiting-citizen' ? history.findLast((line) => line.act === 'question') : undefined;
    return {
      number: appeal.number,
      status: appeal.status,
      subject: appeal.subject,
      kind: appeal.kind,
      secrecy: appeal.secrecy,
      source: appeal.source,
      street: appeal.street,
      place: appeal.place,
      receivedOn: dayOf(appeal.receivedAt),
      lamps: milestones(appeal, dayOf(this.clock()), office.rules.soonDays),
      heldBy: department ?? unitName(office, appeal.unitId),
      departmentName: department,
      replies: [
        ...toldOf(file),
        ...messages.filter((one) => one.direction === 'out').map(({ at, text }) => ({ on: dayOf(at), text })),
      ],
      question: question ? { text: question.note, dueOn: appeal.waitDueOn } : null,
      history: history.flatMap((line) => {
        const words = wordsOf(line);
        return words ? [{ on: dayOf(line.at), words }] : [];
      }),
    };
  }
}

/** What letters told beside answers: whoever gets only a reminder by mail reads it here. */
function toldOf({ appeal, extensions }: AppealFile): Tracked['replies'] {
  const longer = extensions.filter(({ state }) => state === 'approved');
  const { status, informedAt, refusalGround, refusalPath } = appeal;
  const isRefused = status === 'not-accepted' && refusalGround;
  return [
    ...longer.map(({ decidedAt, newDueOn, reason }) => ({
      on: dayOf(decidedAt!),
      text: `答复要晚些，延到${longDate(newDueOn)}以前。原因：${reason}`,
    })),
    ...(isRefused
      ? [{ on: dayOf(informedAt!), text: `这件事我们不能受理，原因是：${refusalGround}\n\n您可以这样做：${refusalPath ?? ''}` }]
      : []),
  ];
}
