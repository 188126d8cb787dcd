import { readFile } from 'node:fs/promises';
import { ChannelTrouble } from '../channel-trouble';

/** An OAuth2 token that another program renews in a file; read anew for every login. */
export async function readToken(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? '没有这个文件' : `打不开（${error.code}）`;
    throw new ChannelTrouble(`令牌文件 ${path} ${why}。请检查 tokenFile 和换发令牌的程序。`, 'settings', 0, error);
  });
  const token = text.trim();
  if (!token) throw new ChannelTrouble(`令牌文件 ${path} 是空的。请检查换发令牌的程序。`, 'settings');
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new ChannelTrouble(`令牌文件 ${path} 里不是一个令牌。文件里应只有令牌本身，没有空格和别的行。`, 'settings');
  return token;
}
