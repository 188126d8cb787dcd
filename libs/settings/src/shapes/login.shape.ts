import { Line, Optional, Secret, Wants, Web } from '../wants';

export class LoginShape {
  @Optional() @Web() page?: string;
  @Optional() @Line(200) form?: string;
  @Optional() @Line(60) userField?: string;
  @Optional() @Line() user?: string;
  @Optional() @Line(60) passwordField?: string;
  @Optional() @Secret() password?: string;
  @Optional()
  @Wants('请求头的名字，如 Authorization', (value) => /^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(String(value)))
  header?: string;
  @Optional() @Secret() value?: string;
}
