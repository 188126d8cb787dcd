import type { MailRule, MailRules } from '@hub/domain';
import { Items, Line, Lines, Optional, Section, Wants, Whole, YesNo } from '../wants';

const Some = (what: string) =>
  Wants(
    `[] 或若干个${what}`,
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '' && one.length <= 254),
  );

class AllowShape {
  @Some('邮箱地址') addresses: string[];
  @Some('域名') domains: string[];
}

class MailRuleShape implements MailRule {
  @Line(60) name: string;
  @YesNo() active: boolean;
  @Optional() @Lines(254) addresses?: string[];
  @Optional() @Lines(190) domains?: string[];
  @Optional() @Lines() words?: string[];
  @Optional() @Whole(1, 1000, '（分）') score?: number;
  @Optional() @YesNo() flagged?: boolean;
  @Line(200) reason: string;
}

export class MailRulesShape implements MailRules {
  @Section(() => AllowShape) allow: AllowShape;
  @Items(() => MailRuleShape) rules: MailRuleShape[];
}
