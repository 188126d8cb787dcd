import {
  STATUSES,
  KINDS,
  TOPICS,
  TRACKS,
  type AppealStatus,
  type Kind,
  type ReplyTemplate,
  type Topic,
  type Track,
} from '@hub/domain';
import { Id, Items, Line, Optional, Paragraphs, SomeOf } from '../wants';

class TemplateShape implements ReplyTemplate {
  @Id() id: string;
  @Line(40) name: string;
  @Optional() @SomeOf(KINDS) kinds?: Kind[];
  @Optional() @SomeOf(TOPICS) topics?: Topic[];
  @Optional() @SomeOf(TRACKS) tracks?: Track[];
  @Optional() @SomeOf(STATUSES) statuses?: AppealStatus[];
  @Paragraphs(10_000) text: string;
}

export class TemplatesShape {
  @Items(() => TemplateShape) templates: TemplateShape[];
}
