import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  checkedDetails,
  checkedRepresentatives,
  dayOf,
  Fault,
  sourceForm,
  type Kind,
  type Representative,
  type Secrecy,
  type SourceDetails,
  type Staff,
} from '@hub/domain';
import { SourceQuery } from '@hub/persistence';
import { ReadoutService } from '../desk/readout.service';
import { draftSourceKey } from '../desk/source-key';
import { IntakeService } from '../intake/intake.service';
import { CLOCK, type Clock } from '../tokens';
import type { Registered } from '../web-form';
import { formMessage } from './form-record';

export interface DeskForm {
  readonly source: string;
  readonly kind?: Kind;
  readonly subject?: string;
  readonly text: string;
  readonly secrecy?: Secrecy;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly idNumber?: string;
  readonly place?: string;
  readonly street?: string;
  readonly receivedAt?: string;
  readonly outsideNumber?: string;
  readonly representatives?: readonly Representative[];
  /** What this source asks for; see `sourceForm`. */
  readonly details?: SourceDetails;
  /** The opening of a box that it lay in. */
  readonly openingId?: number;
  /** The draft that it was written as, by its key. */
  readonly draft?: string;
}

/** What staff enter for a citizen: a call, a visit, a letter, a slip from the box. */
@Injectable()
export class DeskService {
  constructor(
    private readonly intake: IntakeService,
    private readonly sources: SourceQuery,
    private readonly readout: ReadoutService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async register(form: DeskForm, by: Staff): Promise<Registered> {
    await this.refuseUnknown(form.source);
    const now = this.clock();
    const arrivedAt = form.receivedAt ? new Date(form.receivedAt) : now;
    if (arrivedAt > now) throw new Fault('invalid', 'received-at', '收到的时间还没有到。', '请写实际收到的时间，或不填。');
    const details = checkedDetails(form.source, form.details ?? {}, dayOf(arrivedAt));
    const representatives = speakersOf(form, details);
    const record = {
      subject: form.subject ?? '',
      text: form.text,
      kind: form.kind ?? null,
      secrecy: form.secrecy ?? null,
      name: form.name ?? '',
      phone: form.phone ?? '',
      email: form.email ?? '',
      address: form.address ?? '',
      ...(form.idNumber ? { idNumber: form.idNumber } : {}),
      place: form.place ?? '',
      street: form.street ?? null,
      outsideNumber: form.outsideNumber ?? null,
      ...(representatives.length ? { representatives } : {}),
      desk: { byId: by.id, byName: by.name, details, ...(form.openingId && { openingId: form.openingId }) },
    };
    const door = { channel: 'desk' as const, source: form.source, sourceKey: keyOf(form, by), arrivedAt };
    const [result] = await this.intake.accept([formMessage(record, door)]);
    if (result?.outcome === 'known') return this.again(form, door.sourceKey);
    if (!result?.number) throw new Fault('refused', 'not-registered', result?.reason ?? '没有登记成功。', '请核对内容后再保存。');
    return this.readout.of(result.number, result.queryCode ?? '');
  }

  private async refuseUnknown(source: string): Promise<void> {
    const active = (await this.sources.all()).filter((one) => one.active).map(({ name }) => name);
    if (!active.includes(source))
      throw new Fault('invalid', 'source', `来源里没有“${source}”，或它已停用。`, `可选：${active.join('、')}。`);
  }

  /** Only the answer to the first save was lost; an outside number that is there already may be anybody's. */
  private async again({ outsideNumber }: DeskForm, sourceKey: string): Promise<Registered> {
    if (outsideNumber)
      throw new Fault('refused', 'known', `外部编号 ${outsideNumber} 已经登记过。`, '请按这个编号在来件列表里查原件。');
    const known = await this.readout.again(sourceKey);
    if (!known) throw new Fault('refused', 'not-registered', '这一件已经收到，但没有登记成功。', '请到“待人工处理”里登记。');
    return known;
  }
}

function speakersOf({ source, representatives = [] }: DeskForm, { visitors }: SourceDetails): Representative[] {
  if (representatives.length && !sourceForm(source).representatives)
    throw new Fault('invalid', 'representatives', `${source}不登记代表。`, '来访的人推选了代表，请把来源选为“来访”。');
  return checkedRepresentatives(representatives, visitors ? Number(visitors) : null);
}

/** An outside number is registered once, and so is a draft; any other entry stands for itself. */
const keyOf = ({ source, outsideNumber, draft }: DeskForm, by: Staff): string =>
  outsideNumber ? `${source}:${outsideNumber}` : draft ? draftSourceKey(by, draft) : `desk:${randomUUID()}`;
