import { LOG_FIELDS } from '@hub/domain';
import { isTree, type Tree } from '../tree';
import { Host, Id, Line, Lines, OneOf, Optional, Secret, Section, Wants, Whole } from '../wants';
import { ProfileShape } from './site.shape';

export class ChannelsShape {
  /** Each is checked by its own type's shape. */
  @Wants('由“- ”开头的若干项设置（一个也没有时写 []）', (value) => Array.isArray(value) && value.every(isTree)) channels: Tree[];
}

class ChannelShape {
  @Id() name: string;
  @OneOf(['mailbox', 'mail-folder', 'hotline-folder', 'site']) type: string;
  @Line(40) source: string;
  @Whole(5, 86400, '（秒）') everySeconds: number;
}

class MailboxShape extends ChannelShape {
  @Host() host: string;
  @Whole(1, 65535) port: number;
  @OneOf(['required', 'starttls', 'none']) tls: string;
  @Optional() @OneOf(['verified', 'unverified']) certificate?: string;
  @Optional() @Line(400) ca?: string;
  @Line() user: string;
  @Optional() @Secret() password?: string;
  @Optional() @Line(400) tokenFile?: string;
  @Line() folder: string;
  @OneOf(['now', 'all']) from: string;
  @Optional() @Line() archiveFolder?: string;
}

class MailFolderShape extends ChannelShape {
  @Line(400) path: string;
}

class ColumnsShape {}
for (const field of LOG_FIELDS) {
  Optional()(ColumnsShape.prototype, field);
  Lines()(ColumnsShape.prototype, field);
}

class HotlineFolderShape extends ChannelShape {
  @Line(400) path: string;
  @Optional() @Section(() => ColumnsShape) columns?: ColumnsShape;
}

class SiteShape extends ChannelShape {
  @Section(() => ProfileShape) profile: ProfileShape;
}

const SHAPES: Record<string, new () => ChannelShape> = {
  mailbox: MailboxShape,
  'mail-folder': MailFolderShape,
  'hotline-folder': HotlineFolderShape,
  site: SiteShape,
};

/** A channel of a type that nobody knows is checked for what all channels have. */
export const shapeOf = (type: unknown): new () => ChannelShape => SHAPES[String(type)] ?? ChannelShape;
export const isChannelType = (type: unknown): boolean => Object.hasOwn(SHAPES, String(type));
