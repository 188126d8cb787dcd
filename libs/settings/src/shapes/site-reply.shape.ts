import { REPLY_METHODS } from '../site-settings';
import { isTree } from '../tree';
import { Line, OneOf, Optional, Paragraphs, Section, Wants, Web, Whole } from '../wants';
import { LoginShape } from './login.shape';

const isFilled = (value: unknown): boolean => isTree(value) && Object.keys(value).length > 0;

class FormReplyShape {
  @Optional() @Web() page?: string;
  @Optional() @Line(200) selector?: string;
  @Line(60) textField: string;
  @Optional()
  @Wants(
    '一组“栏名: 内容”（内容是文字，全是数字的要加引号）',
    (value) => isFilled(value) && Object.values(value as object).every((one) => typeof one === 'string'),
  )
  fields?: Record<string, string>;
}

class ApiReplyShape {
  @Web() url: string;
  @Optional() @OneOf(REPLY_METHODS) method?: string;
  @Wants('一组“名字: 内容”，其中一项是 "{text}"', (value) => isFilled(value) && JSON.stringify(value).includes('{text}'))
  body: Record<string, unknown>;
}

class SuccessShape {
  @Optional() @Line(60) text?: string;
  @Optional() @Line(200) selector?: string;
  @Optional() @Line(200) path?: string;
  @Optional() @Line(60) is?: string;
}

class CheckShape {
  @Optional() @Web() url?: string;
  @Line(200) answers: string;
  @Optional() @Line(200) text?: string;
  @Optional() @Whole(0, 10080, '（分钟）') withinMinutes?: number;
}

export class SiteReplyShape {
  @Optional() @Section(() => FormReplyShape) form?: FormReplyShape;
  @Optional() @Section(() => ApiReplyShape) api?: ApiReplyShape;
  @Optional() @Paragraphs(500) text?: string;
  @Optional() @Whole(50, 20000, '（字）') maxChars?: number;
  @Section(() => SuccessShape) success: SuccessShape;
  @Section(() => CheckShape) check: CheckShape;
  @Optional() @Section(() => LoginShape) login?: LoginShape;
  @Optional() @Whole(0, 3600, '（秒）') everySeconds?: number;
}
