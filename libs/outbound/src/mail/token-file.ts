import { readFile } from 'node:fs/promises';
import { Undelivered } from './mailer';

/** An OAuth2 token that another program renews in a file; read anew for every login. */
export async function readToken(path: string): Promise<string> {
  const token = await readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
  if (token && /^[\x21-\x7e]+$/.test(token)) return token;
  const why = token === null ? '打不开' : token ? '里不是一个令牌' : '是空的';
  throw new Undelivered('server', `令牌文件 ${path} ${why}。请检查 mail.smtp 的 tokenFile 和换发令牌的程序。`);
}
