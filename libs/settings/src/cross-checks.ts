import { REPLY_FIELDS, strangeFields, type LetterTemplate } from '@hub/domain';
import type { HubShape } from './shapes/hub.shape';
import { isTree, pathTo, treesIn, type Tree } from './tree';

type Tell = (key: string, message: string) => void;

export function unique(list: unknown, key: string, path: string, tell: Tell): void {
  const seen = new Set<unknown>();
  treesIn(list).forEach((item) => {
    const value = item[key];
    if (value !== undefined && seen.has(value)) tell(`${path}[${String(value)}]`, `${key}“${String(value)}”写了两次，不能重复。`);
    seen.add(value);
  });
}

const CONDITIONS = ['kinds', 'channels', 'words', 'unless', 'places'];

/** `units` is null where units.yaml cannot be read: then nobody can say which ids exist. */
export function checkRules(routing: Tree, units: Tree | null, tell: Tell): void {
  unique(routing.rules, 'name', 'rules', tell);
  const rules = treesIn(routing.rules);
  rules.forEach((rule, at) => {
    const path = pathTo('rules', routing.rules, String(at));
    const { unit, department } = rule;
    if (Boolean(unit) === Boolean(department)) {
      tell(
        path,
        unit ? 'unit 和 department 只能写一个，请删去一个。' : '没有写派给谁，请写 unit（本局科室）或 department（外单位）。',
      );
    }
    if (units) {
      exists(unit, units.units, `${path}.unit`, '本局科室', tell);
      exists(department, units.departments, `${path}.department`, '外单位', tell);
    }
    if (department && rule.auto === true) tell(`${path}.auto`, '转外单位的规则不能自动派，请删去 auto。');
    if (at < rules.length - 1 && !CONDITIONS.some((one) => rule[one] !== undefined)) {
      tell(path, '一个条件也没有，后面的规则就永远用不上。请写条件，或挪到最后。');
    }
  });
}

export function exists(id: unknown, among: unknown, key: string, what: string, tell: Tell): void {
  if (typeof id !== 'string') return;
  const ids = treesIn(among).map((one) => one.id);
  if (!ids.includes(id)) tell(key, `${what}里没有“${id}”。units.yaml 里有：${ids.join('、')}。`);
}

export function checkDeadlines(rules: Tree, tell: Tell): void {
  const [contact, site, reply, finish] = ['contactDays', 'siteDays', 'replyDays', 'finishDays'].map((key) => Number(rules[key]));
  if (contact! > site!) tell('siteDays', '现场的天数不能少于联系的天数 contactDays。');
  if (site! > reply!) tell('replyDays', '答复的天数不能少于现场的天数 siteDays。');
  if (rules.count === 'calendar' && reply! > finish!) tell('finishDays', '办结的天数不能少于答复的天数 replyDays。');
  const { soon, moderate, severe } = (rules.warning ?? {}) as Tree;
  if (Number(moderate) >= Number(severe)) tell('warning.severe', '严重超期的天数要大于中度超期的天数 moderate。');
  if (rules.soonDays !== undefined && Number(rules.soonDays) !== Number(soon))
    tell('soonDays', 'soonDays 和 warning.soon 是同一项，写得不一样；请删去 soonDays。');
}

export function checkCalendar(calendar: Tree, tell: Tell): void {
  const on: unknown[] = Array.isArray(calendar.makeUpDays) ? calendar.makeUpDays : [];
  const both = Array.isArray(calendar.holidays) ? calendar.holidays.filter((day) => on.includes(day)) : [];
  if (both.length) tell('holidays', `${both.join('、')} 既写在放假里又写在上班里，请删去一处。`);
}

export function checkRevisit(rules: Tree, tell: Tell): void {
  if (Number(rules.tryDays) > Number(rules.tries)) tell('tryDays', '分在几天不能多于打几次 tries。');
}

export function checkRisk({ levels }: Tree, tell: Tell): void {
  const { medium, high, major } = (levels ?? {}) as Tree;
  if (Number(medium) >= Number(high)) tell('levels.high', '高风险的分数要大于中风险的分数 medium。');
  if (Number(high) >= Number(major)) tell('levels.major', '重大风险的分数要大于高风险的分数 high。');
}

export function checkTemplates(tree: Tree, tell: Tell): void {
  unique(tree.templates, 'id', 'templates', tell);
  treesIn(tree.templates).forEach(({ text }, at) => {
    const strange = typeof text === 'string' ? strangeFields(text) : [];
    if (!strange.length) return;
    const path = pathTo('templates', tree.templates, String(at));
    const fields = REPLY_FIELDS.join('、');
    tell(`${path}.text`, `没有${strange.map((name) => `{{${name}}}`).join('、')}这样的栏目。可以用：${fields}。`);
  });
}

export function checkMail(mail: unknown, tell: Tell): void {
  const { delivery, smtp, ...given } = (mail ?? {}) as Tree & { smtp?: Tree };
  // The secret that is put behind it takes 39 of the 64 signs that a name in an address may have.
  for (const key of ['replyTo', 'bounceAddress']) {
    const address = given[key];
    if (typeof address === 'string' && !/^[^@+]{1,24}@/.test(address))
      tell(`mail.${key}`, `“${address}”的 @ 前面太长或已有加号；请换一个 @ 前不超过 24 个字符、没有加号的地址。`);
  }
  if (isTree(given.pace)) unique(given.pace.domains, 'domain', 'mail.pace.domains', tell);
  if (delivery === 'smtp' && !smtp) tell('mail.smtp', 'delivery 写了 smtp，就要写 smtp 的 host、port、secure。');
  if (smtp?.password !== undefined && smtp.tokenFile !== undefined)
    tell(
      'mail.smtp.tokenFile',
      'password 和 tokenFile 只能写一个：用密码（授权码）登录的写 password，用令牌登录的写 tokenFile。',
    );
  else if (smtp?.user && !smtp.password && !smtp.tokenFile)
    tell('mail.smtp.password', '写了 user 就要写 password，请写成 ${SMTP_PASSWORD}；用令牌登录的写 tokenFile。');
  else if (smtp?.tokenFile && !smtp.user) tell('mail.smtp.user', '写了 tokenFile 就要写 user。');
}

/** The letter that is not to tell whom it is from names neither the bureau nor its telephone. */
export function checkDiscreet(
  { subject, body }: LetterTemplate,
  { bureau, mail }: { readonly bureau: { readonly name: string; readonly phone: string }; readonly mail: HubShape['mail'] },
  tell: Tell,
): void {
  const telling = [bureau.name, bureau.phone, mail.from.name].filter((word) => `${subject}\n${body}`.includes(word));
  if (telling.length) tell(telling.join('、'), '保密来件的通知不能让旁人看出是哪里寄来的，请删去局名和电话。');
}
