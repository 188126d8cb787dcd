import type { HttpAnswer, HttpRequest } from '@hub/http';
import { ChannelTrouble } from '../channel-trouble';
import { formOf } from './page-form';
import { decodePage, parsePage } from './page-text';
import type { FormLogin } from './profile';

type Send = (url: URL, request: HttpRequest) => Promise<HttpAnswer>;

/** A wrong password is not tried again and again: sites lock accounts. */
const HOLD_MS = 15 * 60_000;

/** Logs in by the site's own form, with what the form hides; throws where the site still shows the form. */
export async function logIn(login: FormLogin, source: string, send: Send): Promise<void> {
  const url = new URL(login.page);
  const form = await formAt(url, login, send);
  if (!form)
    throw new ChannelTrouble(
      `“${source}”的登录页上没有找到登录的表单，版面可能改了。请照新网页改渠道设置里的 login（${url.href}）。`,
      'layout',
    );
  const missing = [login.userField, login.passwordField].find((name) => !form.names.includes(name));
  if (missing)
    throw new ChannelTrouble(
      `“${source}”的登录表单里没有“${missing}”这一栏，版面可能改了。请照新网页改渠道设置里的 login。`,
      'layout',
    );
  const fields = { ...form.fields, [login.userField]: login.user, [login.passwordField]: login.password };
  const answer = await send(form.action, form.request(fields));
  const shown = answer.status < 400 ? formIn(answer, login) : null;
  if (answer.status >= 500) throw new ChannelTrouble(`“${source}”登录时出错（${answer.status}），稍后再试。`, 'unreachable');
  if (answer.status >= 400 || shown?.names.includes(login.passwordField))
    throw new ChannelTrouble(`“${source}”不让登录。请检查渠道设置里 login 的用户名和密码。`, 'login', HOLD_MS);
}

async function formAt(url: URL, login: FormLogin, send: Send) {
  const answer = await send(url, { headers: { accept: 'text/html' } });
  return answer.status === 200 ? formIn(answer, login) : null;
}

function formIn(answer: HttpAnswer, login: FormLogin) {
  const contentType = answer.headers['content-type'] ?? '';
  const { text, formEncoding } = decodePage({ bytes: answer.bytes, contentType });
  return formOf(parsePage(text), login.form ?? 'form:has(input[type="password"])', answer.url, formEncoding);
}
