import { Inject, Injectable } from '@nestjs/common';
import {
  APPROVAL_STEP_WORDS,
  approvalSteps,
  clipBytes,
  Fault,
  openSteps,
  stepOf,
  TEXT_BYTES,
  unfilledIn,
  VersionConflict,
  type ApprovalStep,
  type Office,
  type Role,
  type Staff,
} from '@hub/domain';
import type { AppealEntity, DraftEntity, Stores } from '@hub/persistence';
import { OFFICE } from '../tokens';
import { CaseActs, type ActContext } from './case-act';
import { LeakCheckService } from './leak-check.service';

export interface Draft {
  readonly text: string;
  readonly submit?: boolean;
  /** The version of the draft that the writer began from; 0 where there was none. */
  readonly base?: number;
}

/** A colleague saved the draft meanwhile: his text goes back beside the one that was not saved. */
export class DraftConflict extends VersionConflict {
  constructor(readonly theirs: DraftEntity) {
    super(`${theirs.byName}已经改过这一稿，您的没有存上。`, '请对照他的文字合并后再存，您写的内容还在。');
  }
}

export interface ApprovalWord {
  readonly decision: 'pass' | 'send-back';
  readonly reason?: string;
  /** Why what the text tells of a citizen may leave. */
  readonly leakReason?: string;
}

/** The answer as it is written and agreed on; it goes out by ReplyService. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly acts: CaseActs,
    private readonly leaks: LeakCheckService,
    @Inject(OFFICE) private readonly office: Office,
  ) {}

  /** A changed text is a new version, which nobody has agreed to yet. */
  draft(number: string, body: Draft, by: Staff, version?: number): Promise<AppealEntity> {
    const way = body.submit ? 'submit' : 'save';
    return this.acts.perform({ number, by, act: 'draft', way }, async ({ appeal, stores, now }) => {
      const { text, cut } = clipBytes(body.text, TEXT_BYTES);
      if (cut) throw new Fault('invalid', 'too-long', '答复太长，存不下。', '请压缩到 2 万字以内，详情作附件。');
      if (body.submit && !text.trim()) throw new Fault('invalid', 'draft-empty', '答复还没有写。', '请写好再送审。');
      const unfilled = body.submit ? unfilledIn(text) : [];
      if (unfilled.length)
        throw new Fault(
          'refused',
          'draft-unfilled',
          `答复里还有没填的内容：${unfilled.join('、')}。`,
          '请填好，或删去【请填写…】后再送审。',
        );
      const before = await stores.evidence.draftOf(appeal.id);
      const held = version === undefined || version === appeal.version;
      const current = body.base === undefined ? held : body.base === (before?.version ?? 0);
      if (!current) throw before ? new DraftConflict(before) : new VersionConflict();
      const kept = { appealId: appeal.id, text, version: (before?.version ?? 0) + 1, byName: by.name, at: now };
      await stores.evidence.keepDraft({ ...kept, byId: by.id, byRole: by.role, approvedBy: null, approvedAt: null });
      await stores.approvals.keepVersion(kept);
      const [reviewStep = null] = body.submit ? this.steps(appeal, by.role) : [];
      return { change: { handlerId: appeal.handlerId ?? by.id, reviewStep } };
    });
  }

  approve(number: string, body: ApprovalWord, by: Staff, version?: number): Promise<AppealEntity> {
    return this.acts.perform({ number, by, act: 'approval', way: body.decision, version }, async (context) => {
      const { appeal, stores, now } = context;
      const draft = await stores.evidence.draftOf(appeal.id);
      if (!draft) throw new Fault('refused', 'draft-missing', '没有答复稿。', '请先由承办人起草送审。');
      if (body.decision === 'send-back') {
        if (!body.reason?.trim()) throw new Fault('invalid', 'reason', '退回修改要写明理由。', '请写明要改什么。');
        await this.say(draft, 'send-back', body.reason, by, stores, now);
        return { change: { reviewStep: null }, note: body.reason };
      }
      if (draft.byId === by.id) throw new Fault('forbidden', 'own-draft', '不能审核自己起草的答复。', '请由上一级审核。');
      const author = { id: draft.byId, name: draft.byName, role: draft.byRole, unitId: appeal.unitId };
      const question = { audience: 'citizen' as const, parts: [{ where: '答复', text: draft.text }] };
      const allowed = await this.leaks.allowByApprover(context, question, author, body.leakReason ?? '');
      await this.say(draft, 'pass', body.reason ?? '', by, stores, now);
      const open = await this.open(appeal, draft, stores);
      if (!open.length) await stores.evidence.keepDraft({ ...draft, approvedBy: by.name, approvedAt: now });
      return { change: { reviewStep: open[0] ?? null }, note: [body.reason, allowed].filter(Boolean).join('；') };
    });
  }

  /** The text that may go out: agreed to by whoever must agree as the appeal stands now, and telling of nobody. */
  async cleared(context: ActContext): Promise<string> {
    const { appeal, stores } = context;
    const draft = await stores.evidence.draftOf(appeal.id);
    const open = draft ? await this.open(appeal, draft, stores) : [];
    if (!draft || open.length)
      throw new Fault(
        'refused',
        'approval-missing',
        `还要${open.map((step) => APPROVAL_STEP_WORDS[step]).join('、') || '先起草'}审核。`,
        '归类、保密或督办改变后，要审核的人可能变多，请再送审。',
      );
    await this.leaks.refuse(context, { audience: 'citizen', parts: [{ where: '答复', text: draft.text }] });
    return draft.text;
  }

  private steps(appeal: AppealEntity, author: Role): readonly ApprovalStep[] {
    return approvalSteps(appeal, author, this.office.approval);
  }

  private async open(appeal: AppealEntity, draft: DraftEntity, stores: Stores): Promise<readonly ApprovalStep[]> {
    const said = await stores.approvals.of(appeal.id, draft.version);
    const passed = said.filter(({ decision }) => decision === 'pass').map(({ step }) => step);
    return openSteps(this.steps(appeal, draft.byRole), passed);
  }

  private say(
    { appealId, version }: DraftEntity,
    decision: 'pass' | 'send-back',
    reason: string,
    by: Staff,
    stores: Stores,
    at: string,
  ): Promise<void> {
    const step = stepOf(by) ?? 'leader';
    return stores.approvals.add({ appealId, draftVersion: version, step, decision, byId: by.id, byName: by.name, at, reason });
  }
}
