import {
  instant,
  type ChannelName,
  type DeskFacts,
  type InboundMessage,
  type KeptFile,
  type Kind,
  type Representative,
  type Secrecy,
  type Submission,
} from '@hub/domain';

/** The fields of a form, ours or the desk's, as they are kept beside the item. */
export interface FormRecord {
  readonly subject: string;
  readonly text: string;
  readonly kind: Kind | null;
  readonly secrecy: Secrecy | null;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly idNumber?: string;
  readonly place: string;
  readonly street: string | null;
  readonly outsideNumber: string | null;
  readonly files?: readonly KeptFile[];
  readonly representatives?: readonly Representative[];
  readonly desk?: DeskFacts;
  readonly remarks?: readonly string[];
}

/** A form as every other message: its bytes are the JSON of its fields. */
export function formMessage(
  record: FormRecord,
  door: { channel: ChannelName; source: string; sourceKey: string; arrivedAt: Date; submission?: Submission },
): InboundMessage {
  const text = JSON.stringify(record);
  return {
    channel: door.channel,
    source: door.source,
    sourceKey: door.sourceKey,
    format: 'form',
    original: { name: 'form.json', mediaType: 'application/json', load: async () => Buffer.from(text) },
    record: text,
    arrivedAt: instant(door.arrivedAt),
    ...(door.submission ? { submission: door.submission } : {}),
  };
}
