import type { ChannelName, InboundMessage } from '@hub/domain';
import type { Observable } from 'rxjs';

/**
 * A place that citizens' messages come from. `messages()` is one pass: it starts when subscribed, offers what is there and
 * completes. It may offer a message again; the intake registers each (channel, sourceKey) once. A pass that cannot reach its
 * place errors with a plain `Error` whose Chinese message says what to do.
 */
export interface Channel {
  /** Its name in the settings. */
  readonly name: string;
  readonly channel: ChannelName;
  /** The door in full, e.g. 局长信箱. */
  readonly source: string;
  messages(): Observable<InboundMessage>;
  /** The same pass piece by piece, each made when it is asked for, so that what is new meanwhile can come first. */
  batches?(): AsyncIterable<readonly InboundMessage[]>;
  /** Says between two passes that something has come; it may miss something, the next pass does not. */
  hints?(): Observable<void>;
  /** Whether it hears by itself what comes; without it, the place is only asked in turn. */
  listens?(): boolean;
  /** What the place is like, in Chinese sentences; nothing is offered. */
  probe?(): Promise<readonly string[]>;
  /** Lets go of connections; a later pass opens them again. */
  close?(): Promise<void>;
}
