import { LOG_FIELDS } from '@hub/domain';
import { isTree, type Tree } from '../tree';
import { Host, Id, Line, Lines, OneOf, Optional, Secret, Section, Wants, Web, Whole } from '../wants';

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

class DetailShape {
  @Line(200) subject: string;
  @Line(200) text: string;
  @Optional() @Line(200) author?: string;
  @Optional() @Line(200) postedAt?: string;
  @Optional() @Line(200) phone?: string;
  @Optional() @Line(200) place?: string;
  @Optional() @Line(200) kind?: string;
}

const works = (make: (text: string) => unknown) => (value: unknown) => {
  try {
    return typeof value === 'string' && Boolean(make(value));
  } catch {
    return false;
  }
};

class ProfileShape {
  @Web() listUrl: string;
  @Optional() @Wants('认得的编码，如 gb2312、utf-8', works((text) => new TextDecoder(text))) encoding?: string;
  @Line(200) item: string;
  @Optional() @Line(200) link?: string;
  @Optional()
  @Wants('能用的正则表达式，且要有一对括号，如 show-(\\d+)\\.html', works((text) => new RegExp(`${text}|`).exec('')!.length > 1))
  id?: string;
  @Optional() @Line(200) nextPage?: string;
  @Optional() @Whole(1, 100) maxPages?: number;
  @Section(() => DetailShape) detail: DetailShape;
  @Optional() @Line(60) datePattern?: string;
  @Optional() @Whole(0, 60000, '（千分之一秒）') pauseMs?: number;
  @Optional() @Whole(1000, 120000, '（千分之一秒）') timeoutMs?: number;
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
