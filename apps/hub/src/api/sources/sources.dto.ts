import { CHANNELS, type ChannelName } from '@hub/domain';
import { Flag, OneOf, Text, Whole } from '../http/validation';

class SourceDto {
  @OneOf(CHANNELS)
  channel: ChannelName;

  @Flag()
  confidential: boolean;

  @Flag()
  active: boolean;

  @Text(0, 300)
  note: string;
}

export class NewSourceDto extends SourceDto {
  /** The door in full, e.g. 纠风热线. */
  @Text(1, 58)
  name: string;
}

export class SourceChangeDto extends SourceDto {
  @Whole(1, 1_000_000_000)
  version: number;
}
