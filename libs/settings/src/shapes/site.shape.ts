import { POST_FIELDS, SITE_KINDS } from '../site-settings';
import { Line, Lines, OneOf, Optional, Section, Wants, Web, Whole, YesNo } from '../wants';
import { LoginShape } from './login.shape';
import { SiteReplyShape } from './site-reply.shape';

class PlacesShape {}
for (const field of POST_FIELDS) {
  Optional()(PlacesShape.prototype, field);
  Line(200)(PlacesShape.prototype, field);
}

const works = (make: (text: string) => unknown) => (value: unknown) => {
  try {
    return typeof value === 'string' && Boolean(make(value));
  } catch {
    return false;
  }
};

export class ProfileShape {
  @Optional() @OneOf(SITE_KINDS) kind?: string;
  @Web() listUrl: string;
  @Optional() @Wants('认得的编码，如 gb2312、utf-8', works((text) => new TextDecoder(text))) encoding?: string;
  @Optional() @Line(200) item?: string;
  @Optional() @Line(200) link?: string;
  @Optional()
  @Wants('带 {id} 的网址，如 https://…/post/{id}', works((text) => text.includes('{id}') && URL.canParse(text)))
  postUrl?: string;
  @Optional() @Line(200) id?: string;
  @Optional() @Line(200) nextPage?: string;
  @Optional() @Line(40) pageParam?: string;
  @Optional() @Whole(1, 100) maxPages?: number;
  @Optional() @Section(() => PlacesShape) row?: PlacesShape;
  @Optional() @Section(() => PlacesShape) detail?: PlacesShape;
  @Optional() @Line(60) datePattern?: string;
  @Optional() @Whole(0, 60000, '（千分之一秒）') pauseMs?: number;
  @Optional() @Whole(1000, 120000, '（千分之一秒）') timeoutMs?: number;
  @Optional() @Section(() => LoginShape) login?: LoginShape;
  @Optional() @Lines(260) allowInward?: string[];
  @Optional() @YesNo() complete?: boolean;
  @Optional() @Whole(0, 3650, '（天）') watchDays?: number;
  @Optional() @Whole(0, 8760, '（小时）') watchHours?: number;
  @Optional() @Section(() => SiteReplyShape) reply?: SiteReplyShape;
}
