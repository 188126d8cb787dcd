import type { ChannelName } from '@hub/domain';

/** GET /api/v1/sources: the doors by their full names, in the order in which they were added. */
export interface SourceView {
  readonly id: number;
  readonly name: string;
  /** How appeals from there usually come in. */
  readonly channel: ChannelName;
  readonly channelName: string;
  /** What comes from there is confidential from the start. */
  readonly confidential: boolean;
  /** Offered where somebody chooses a source; the others stay for what came before. */
  readonly active: boolean;
  readonly note: string;
  readonly version: number;
}

/** POST /api/v1/sources, and without `name` but with `version` POST /api/v1/sources/:id. */
export interface SourceBody {
  channel: ChannelName;
  confidential: boolean;
  active: boolean;
  note: string;
}
