import { Inject, Injectable } from '@nestjs/common';
import { Fault, instant, NotFound, plainCode, queryCode, readAppealNumber, type ApiCaller } from '@hub/domain';
import { ApiQuery, AppealQuery, Secrets, type ApiSubmissionEntity, type AppealEntity } from '@hub/persistence';
import { registeredOf } from '../doors/registered';
import { CLOCK, type Clock } from '../tokens';
import type { Registered } from '../web-form';

/** The names of one request. */
export interface RequestNames {
  readonly sourceKey: string;
  readonly keyHash: string | null;
  readonly bodyHash: string;
}

/** How long a request that is repeated is told the query code once more. */
const CODE_MS = 24 * 3_600_000;

/** What other systems have handed in, each its own. */
@Injectable()
export class HandedIn {
  constructor(
    private readonly api: ApiQuery,
    private readonly appeals: AppealQuery,
    private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the same request was answered before; null where it is new, a fault where its names belong to another one. */
  async earlier({ id }: ApiCaller, { sourceKey, keyHash, bodyHash }: RequestNames): Promise<Registered | null> {
    const byKey = keyHash === null ? null : await this.api.submissionByKey(id, keyHash);
    if (byKey && byKey.bodyHash !== bodyHash)
      throw new Fault(
        'mismatched',
        'idempotency-key-reused',
        '这个 Idempotency-Key 已经用在另一份内容上。',
        '新的来件请用新的键；重发请保持内容一字不改。',
      );
    const before = byKey ?? (await this.api.submissionByItem(sourceKey));
    if (!before) {
      if (await this.api.itemExists(sourceKey)) throw known();
      return null;
    }
    if (before.tokenId !== id) throw known();
    const appeal = before.appealId === null ? null : await this.appeals.appealById(before.appealId);
    if (!appeal) throw waiting();
    if (before.bodyHash !== bodyHash)
      throw new Fault(
        'refused',
        'known',
        `外部编号 ${appeal.outsideNumber} 已登记为 ${appeal.number}，内容与这次不同。`,
        '同一件的补充请联系局办公室；新的一件请用新的外部编号。',
      );
    return registeredOf(appeal, this.codeOf(before, appeal));
  }

  async registered(number: string, code: string): Promise<Registered> {
    return registeredOf(await this.appeals.byNumber(number), code);
  }

  /** An appeal that this very system handed in; what it did not is not there. */
  async own(typed: string, { id }: ApiCaller): Promise<{ appeal: AppealEntity; submission: ApiSubmissionEntity }> {
    const number = readAppealNumber(typed);
    const appeal = number ? await this.appeals.find(number) : null;
    const submission = appeal && (await this.api.submissionOf(appeal.id, id));
    if (!appeal || !submission) throw new NotFound('没有这一件，或不是由您的系统递交的。', '编号是否抄错？');
    return { appeal, submission };
  }

  /** Empty once a day has passed, or where the code was given by another way. */
  private codeOf({ sourceKey, createdAt }: ApiSubmissionEntity, { number, queryCodeHash }: AppealEntity): string {
    if (createdAt < instant(this.clock().getTime() - CODE_MS)) return '';
    const code = queryCode(this.secrets.codeBytes(sourceKey));
    return this.secrets.codeMatches(number, plainCode(code), queryCodeHash) ? code : '';
  }
}

const known = () => new Fault('refused', 'known', '这个外部编号已由别的渠道登记过。', '请勿重复递交；要查进展请联系局办公室。');

export const waiting = () =>
  new Fault('unavailable', 'not-registered', '已收到，但登记时出了问题，工作人员会处理。', '请稍后用同样的请求再问一次编号。');
