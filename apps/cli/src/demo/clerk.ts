import { Fault } from '@hub/domain';

/** A member of staff at the real interface, signed in by cookie. */
export class Clerk {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn(url: string, account: string, password: string): Promise<Clerk> {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    if (!answer.ok)
      throw new Fault('unavailable', 'demo', `演示账号 ${account} 登录不了。`, '请换一个数据目录（--data），或删去原来的。');
    return new Clerk(url, (answer.headers.get('set-cookie') ?? '').split(';')[0]!);
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  act<T>(number: string, act: string, body: object = {}): Promise<T> {
    return this.call<T>('POST', `/appeals/${number}/${act}`, body);
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { cookie: this.cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(`${this.url}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const text = await answer.text();
    if (!answer.ok) throw new Fault('unavailable', 'demo', `演示没有做完：${path} ${text.slice(0, 200)}`);
    return JSON.parse(text) as T;
  }
}

/** Fills in the citizens' form as a browser without scripts would. */
export async function submitForm(url: string, form: Record<string, string>): Promise<void> {
  const page = await (await fetch(`${url}/submit`)).text();
  const receipt = /name="receipt" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const { identity = 'named', ...fields } = form;
  const body = new URLSearchParams({ ...fields, secrecy: identity, receipt, website: '', keep: 'keep' });
  const answer = await fetch(`${url}/submit`, { method: 'POST', body });
  const text = await answer.text();
  if (!answer.ok || text.includes('class="errors"'))
    throw new Fault('unavailable', 'demo', `演示的网上来件没有收下：${form.subject}`);
}
