import { Inject, Injectable } from '@nestjs/common';
import {
  cleanFileName,
  dayOf,
  departmentName,
  Fault,
  fileKindOf,
  mayObject,
  NotFound,
  WITH_DEPARTMENT,
  type FileKind,
  type Office,
} from '@hub/domain';
import { AppealQuery, FileStore, TransferQuery, type TransferEntity, type TransferFileEntity } from '@hub/persistence';
import { CaseActs, type ActEffect, type OutsideContext } from '../acts/case-act';
import { tell } from '../notices/tell';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import { DepartmentSteps, type DepartmentWord } from './department-steps';
import { TransferLinks } from './transfer-links';
import type { HandedOver, UploadedFile } from './handed-over';

export type DepartmentWay = 'receipt' | 'objection' | 'reply';
export const MAX_UPLOADS = 5;
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;

/** What a department reads by its link. */
@Injectable()
export class HandedOverQuery {
  constructor(
    private readonly links: TransferLinks,
    private readonly transfers: TransferQuery,
    private readonly appeals: AppealQuery,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(token: string, from: string): Promise<HandedOver> {
    const transfer = await this.links.find(token, from);
    const appeal = await this.appeals.appealById(transfer.appealId);
    if (!appeal) throw new NotFound();
    const today = dayOf(this.clock());
    const expired = transfer.linkUntil !== null && today > transfer.linkUntil;
    const theirs = appeal.status === 'transferred' && WITH_DEPARTMENT.includes(transfer.state) && !expired;
    const [files, replied, party] = await Promise.all([
      expired ? [] : this.transfers.filesOf(transfer.id),
      this.transfers.repliedFiles(transfer.replyMessageId),
      theirs && transfer.consent ? this.appeals.partyOf(appeal.id) : null,
    ]);
    const day = (at: string | null) => at && dayOf(at);
    return {
      department: departmentName(this.office, transfer.departmentId) ?? transfer.departmentId,
      letterNumber: transfer.number,
      number: appeal.number,
      kind: appeal.kind,
      // What it was about is no longer told once the link has run out.
      matter: expired
        ? null
        : { place: [appeal.street, appeal.place].filter(Boolean).join('，'), summary: transfer.summary, reason: transfer.reason },
      person: party && { name: party.name, phone: party.phone },
      sentOn: dayOf(transfer.sentAt),
      dueOn: transfer.dueOn,
      objectBy: transfer.objectBy,
      designated: transfer.designated,
      mayObject: theirs && mayObject(transfer, today),
      mayAct: theirs,
      late: today > transfer.dueOn,
      expired,
      linkUntil: transfer.linkUntil!,
      state: transfer.state,
      officer: [transfer.officer, transfer.officerPhone].filter(Boolean).join('，'),
      receivedOn: day(transfer.receivedAt),
      objection: transfer.objectedAt === null ? null : { on: dayOf(transfer.objectedAt), text: transfer.objection ?? '' },
      reply:
        transfer.repliedAt === null
          ? null
          : {
              on: dayOf(transfer.repliedAt),
              text: transfer.reply ?? '',
              files: replied.map(({ name, size }) => ({ name, size })),
            },
      files: files.map(({ id, name, size }) => ({ id, name, size })),
    };
  }

  async file(token: string, from: string, id: number): Promise<TransferFileEntity> {
    const transfer = await this.links.find(token, from);
    const open = transfer.linkUntil !== null && dayOf(this.clock()) <= transfer.linkUntil;
    const file = open ? (await this.transfers.filesOf(transfer.id)).find((one) => one.id === id) : undefined;
    if (!file) throw new NotFound();
    return file;
  }
}

/** What a department does by its link: it receives, objects, or answers with files. */
@Injectable()
export class DepartmentDoor {
  constructor(
    private readonly links: TransferLinks,
    private readonly acts: CaseActs,
    private readonly steps: DepartmentSteps,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether this link may still be used to say something; asked before a body is read. */
  async mayAct(token: string, from: string): Promise<boolean> {
    return this.isOpen(await this.links.find(token, from));
  }

  private isOpen({ state, linkUntil }: TransferEntity): boolean {
    return WITH_DEPARTMENT.includes(state) && linkUntil !== null && dayOf(this.clock()) <= linkUntil;
  }

  async say(
    token: string,
    from: string,
    way: DepartmentWay,
    word: Omit<DepartmentWord, 'files' | 'on' | 'own'>,
    uploads: readonly UploadedFile[],
  ): Promise<void> {
    const known = await this.links.find(token, from);
    const { id, appealId, linkHash } = known;
    if (!this.isOpen(known)) throw new Fault('refused', 'link-over', '这份转交函已经办过，或链接已经到期。');
    const files = way === 'reply' ? await this.keep(uploads) : [];
    const name = this.steps.nameOf(known).slice(0, 60);
    await this.acts.performOutside({ appealId, name, act: 'transfer', way }, async (context) => {
      const transfer = await context.stores.transfers.find(id);
      // Renewed or settled while the form was being read.
      if (!transfer || transfer.linkHash !== linkHash) throw new NotFound();
      if (!WITH_DEPARTMENT.includes(transfer.state)) throw new Fault('refused', 'link-over', '这份转交函已经办过。');
      const effect = await this.steps[way](context, transfer, { ...word, files, own: true });
      await this.tellOffice(context, way, transfer, effect);
      return effect;
    });
  }

  /** Nobody of ours saw it come: it came by the link. */
  private async tellOffice(
    { appeal, stores, now }: OutsideContext,
    way: DepartmentWay,
    transfer: TransferEntity,
    { change }: ActEffect,
  ) {
    if (way === 'receipt') return;
    const did = way === 'objection' ? '提出异议，来件已退回，请看该由谁办理' : '已经答复，请转告来件人';
    const text = `${appeal.number}：${this.steps.nameOf(transfer)}${did}（${transfer.number}）。`;
    await tell(stores, { ...appeal, ...change }, { kind: 'transfer', duties: ['office'], text }, now);
  }

  private async keep(uploads: readonly UploadedFile[]): Promise<NonNullable<DepartmentWord['files']>> {
    if (uploads.length > MAX_UPLOADS) throw new Fault('invalid', 'files', `最多附 ${MAX_UPLOADS} 个文件。`);
    const kinds: FileKind[] = [];
    // Twice through, one file in memory at a time: nothing is kept before all are known to be good.
    for (const { name, load } of uploads) {
      const kind = fileKindOf(await load(), name);
      if (!kind) throw new Fault('invalid', 'files', `“${shownName(name)}”这种文件不收。`, FILES_HINT);
      kinds.push(kind);
    }
    const kept: NonNullable<DepartmentWord['files']>[number][] = [];
    for (const [at, { name, load }] of uploads.entries()) {
      const { ending, mediaType } = kinds[at]!;
      const bytes = await load();
      kept.push({ name: cleanFileName(name, ending), mediaType, size: bytes.length, fileHash: await this.files.put(bytes) });
    }
    return kept;
  }
}

/** As the department knows it, with its ending; cleaned as a kept one is. */
export function shownName(name: string): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1];
  return ending ? cleanFileName(name, ending) : cleanFileName(name, '').slice(0, -1);
}

export const FILES_HINT = '请附 PDF、Word、Excel 文件，或 JPG、PNG 图片。';
