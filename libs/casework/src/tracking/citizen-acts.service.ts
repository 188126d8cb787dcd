import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant, mayWithdraw, withdrawalWay, type Office } from '@hub/domain';
import { FileStore, UnitOfWork, type AppealEntity, type Stores } from '@hub/persistence';
import { CaseActs } from '../acts/case-act';
import { joinAppeal } from '../intake/joining';
import { tell } from '../notices/tell';
import { OFFICE } from '../tokens';
import { TryLimits } from '../tries/try-limits';
import type { UploadedFile } from '../transfers/handed-over';
import { keepFiles, type KeptFile } from './citizen-files';
import { ADDED_ONLINE, hasAskedToWithdraw } from './tracked-of';

const REPEATED_MS = 24 * 3_600_000;
const ONLY_FILES = '（只交了文件，没有写字。）';
const CITIZEN = '反映人';

/** What the citizen does on the page of his appeal: he adds to it, answers a question, or takes it back. */
@Injectable()
export class CitizenActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acts: CaseActs,
    private readonly files: FileStore,
    private readonly limits: TryLimits,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  async add(appeal: AppealEntity, from: string, typed: string, uploads: readonly UploadedFile[]): Promise<void> {
    await this.limits.count('addition', { from, appeal: appeal.number });
    const files = await keepFiles(uploads, this.files);
    const text = typed || ONLY_FILES;
    await this.work.run(async (stores) => {
      const now = instant(this.acts.now());
      // A page that is sent again says the same again.
      const since = instant(new Date(now).getTime() - REPEATED_MS);
      const known = await stores.messages.knownFiles(
        appeal.id,
        files.map(({ fileHash }) => fileHash),
      );
      if (known && (await stores.messages.isRepeated(appeal.id, text, since))) return;
      await this.join(stores, appeal, text, files, now);
    });
  }

  private async join(stores: Stores, { id: appealId }: AppealEntity, text: string, files: readonly KeptFile[], now: string) {
    const id = await stores.counters.take('message-id', 1);
    const rows = { messages: [] };
    const told = files.length ? `${ADDED_ONLINE}，附 ${files.length} 个文件` : ADDED_ONLINE;
    const message = { id, appealId, direction: 'in' as const, author: CITIZEN, text, at: now, remarks: [ADDED_ONLINE] };
    const number = await joinAppeal(stores, appealId, rows, message, this.office.rules, now, told);
    await stores.messages.add(rows.messages);
    await stores.messages.addAttachments(files.map((file) => ({ ...file, appealId, messageId: id, siteRecordId: null })));
    const appeal = await stores.appeals.holdById(appealId);
    const words = appeal.status === 'reopen-requested' ? '反映人对答复有话说，请决定是否重办' : '反映人在网上补充了情况';
    const duties = appeal.status === 'reopen-requested' ? (['office'] as const) : (['handler'] as const);
    await tell(stores, appeal, { kind: 'citizen', duties, text: `${number}：${words}。` }, now);
  }

  /** A report goes to a person, who lets it go or carries it on by the bureau's own duty; anything else is over at once. */
  async withdraw(appeal: AppealEntity, reason: string): Promise<void> {
    const way = withdrawalWay(appeal.kind);
    if (!mayWithdraw(appeal.status))
      throw new Fault('refused', 'not-withdrawable', '这一件现在不能在网上撤回。', `请打电话 ${this.office.phone}。`);
    await this.acts.performOutside({ appealId: appeal.id, name: CITIZEN, act: 'withdrawal', way }, async (context) => {
      const { stores, now } = context;
      if (way === 'ask' && hasAskedToWithdraw(await stores.appeals.historyOf(appeal.id)))
        throw new Fault('refused', 'already-asked', '您已经要求撤回过了。', '请等我们的决定。');
      const words = way === 'ask' ? '反映人要求撤回举报，请决定撤回还是依职权继续办' : '反映人撤回了这一件';
      const duties = way === 'ask' ? (['office'] as const) : (['handler', 'office'] as const);
      await tell(stores, context.appeal, { kind: 'citizen', duties, text: `${appeal.number}：${words}。` }, now);
      return { note: reason };
    });
  }
}
