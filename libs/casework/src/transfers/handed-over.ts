import type { Day, Kind, TransferState } from '@hub/domain';

/** A transfer as its department may see it: nothing of the letter as it came, nothing of who wrote it without his consent. */
export interface HandedOver {
  readonly department: string;
  readonly letterNumber: string;
  readonly number: string;
  readonly kind: Kind;
  readonly matter: { readonly place: string; readonly summary: string; readonly reason: string } | null;
  readonly person: { readonly name: string; readonly phone: string } | null;
  readonly sentOn: Day;
  readonly dueOn: Day;
  readonly objectBy: Day;
  readonly designated: boolean;
  readonly mayObject: boolean;
  readonly mayAct: boolean;
  readonly late: boolean;
  readonly expired: boolean;
  readonly linkUntil: Day;
  readonly state: TransferState;
  readonly officer: string;
  readonly receivedOn: Day | null;
  readonly objection: { readonly on: Day; readonly text: string } | null;
  readonly reply: { readonly on: Day; readonly text: string; readonly files: readonly NamedFile[] } | null;
  readonly files: readonly (NamedFile & { readonly id: number })[];
}

export interface NamedFile {
  readonly name: string;
  readonly size: number;
}

export interface UploadedFile {
  readonly name: string;
  /** Its bytes wait on the disk. */
  load(): Promise<Uint8Array>;
}
