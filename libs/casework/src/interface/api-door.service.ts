import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  checkedUpload,
  cleanFileName,
  Fault,
  oneLine,
  receivedAtOf,
  UPLOAD_TYPES,
  type ApiCaller,
  type KeptFile,
  type Office,
  type Submission,
} from '@hub/domain';
import { FileStore, KeyTaken } from '@hub/persistence';
import { formMessage, type FormRecord } from '../doors/form-record';
import { IntakeService } from '../intake/intake.service';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import type { UploadedFile } from '../transfers/handed-over';
import type { Registered } from '../web-form';
import { HandedIn, waiting } from './handed-in.service';

/** What another system hands in, field by field. */
export interface ApiForm extends Omit<FormRecord, 'files'> {
  /** When it came to that system: a day, or a moment. */
  readonly receivedAt: string | null;
}

/** Around the form: its files, the Idempotency-Key, and what Open311 adds. */
export interface Around {
  readonly files: readonly UploadedFile[];
  readonly key: string | null;
  readonly service?: Pick<Submission, 'serviceCode' | 'latitude' | 'longitude'>;
}

export interface HandedInAnswer {
  readonly registered: Registered;
  /** It had been handed in before, by the very same request. */
  readonly again: boolean;
}

export const API_FILES = 10;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const NO_SERVICE = { serviceCode: null, latitude: null, longitude: null };

/** The door for other systems: once by the request's key, and once by their own number. */
@Injectable()
export class ApiDoorService {
  /** Requests of this process that have not been answered yet. */
  private readonly busy = new Set<string>();

  constructor(
    private readonly intake: IntakeService,
    private readonly handedIn: HandedIn,
    private readonly files: FileStore,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async submit(caller: ApiCaller, form: ApiForm, around: Around): Promise<HandedInAnswer> {
    const { receivedAt, ...fields } = this.checked(form);
    const record: FormRecord = { ...fields, files: await filesOf(around.files) };
    const bodyHash = sha256(JSON.stringify({ ...record, receivedAt, ...around.service }));
    const keyHash = around.key === null ? null : sha256(around.key);
    const sourceKey = fields.outsideNumber
      ? `number:${caller.source}:${fields.outsideNumber}`
      : `key:${caller.id}:${keyHash ?? randomUUID()}`;
    return this.alone(`${caller.id}:${keyHash ?? sourceKey}`, async () => {
      const before = await this.handedIn.earlier(caller, { sourceKey, keyHash, bodyHash });
      if (before) return { registered: before, again: true };
      const submission = { ...NO_SERVICE, ...around.service, tokenId: caller.id, keyHash, bodyHash };
      const now = this.clock();
      const arrivedAt = receivedAt === null ? now : new Date(receivedAtOf(receivedAt, now));
      // The form says what lies in the file store; so the files are there first.
      for (const file of around.files) await this.files.put(await file.load());
      const message = formMessage(record, { channel: 'api', source: caller.source, sourceKey, arrivedAt, submission });
      const [result] = await this.intake.accept([message]);
      if (result?.outcome === 'quarantined') throw waiting();
      if (result?.number)
        return { registered: await this.handedIn.registered(result.number, result.queryCode ?? ''), again: false };
      // Another process was quicker with the same names.
      const other = await this.handedIn.earlier(caller, { sourceKey, keyHash, bodyHash });
      if (!other) throw inProgress();
      return { registered: other, again: true };
    });
  }

  private checked(form: ApiForm): ApiForm {
    const street = oneLine(form.street ?? '') || null;
    if (street !== null && !this.office.streets.includes(street))
      throw new Fault(
        'invalid',
        'street',
        `没有“${street}”这个街道（镇）。`,
        `可填：${this.office.streets.join('、')}；不清楚就不填。`,
      );
    if (form.receivedAt !== null) receivedAtOf(form.receivedAt, this.clock());
    const outsideNumber = oneLine(form.outsideNumber ?? '') || null;
    return { ...form, street, outsideNumber };
  }

  private async alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.busy.has(name)) throw inProgress();
    this.busy.add(name);
    try {
      return await work();
    } catch (error) {
      throw error instanceof KeyTaken ? inProgress() : error;
    } finally {
      this.busy.delete(name);
    }
  }
}

const inProgress = () =>
  new Fault('refused', 'in-progress', '同一个请求正在办理。', '请等几秒，再用同一个 Idempotency-Key 和同样的内容重发。');

/** What each file is, by its content and not by its name; one that is not taken refuses them all. */
async function filesOf(files: readonly UploadedFile[]): Promise<KeptFile[]> {
  if (files.length > API_FILES)
    throw new Fault('invalid', 'too-many-files', `最多附 ${API_FILES} 个文件。`, '请合并，或分成几件递交。');
  const kept: KeptFile[] = [];
  for (const { name, load } of files) {
    const bytes = await load();
    const mediaType = checkedUpload(bytes);
    kept.push({ name: cleanFileName(name, UPLOAD_TYPES[mediaType]), mediaType, size: bytes.byteLength, fileHash: sha256(bytes) });
  }
  return kept;
}
