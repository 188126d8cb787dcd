import { load, type CheerioAPI } from 'cheerio';
import request, { type Response } from 'supertest';
import type { Hub } from './hub';

/** A citizen's browser without scripts: it keeps cookies, follows what it is sent to, and sends the forms that it sees. */
export class Citizen {
  /** Sent with every request. */
  headers: Record<string, string> = {};
  path = '/submit';
  page: CheerioAPI = load('');
  answer!: Response;

  constructor(
    private readonly hub: Hub,
    private readonly cookies = new Map<string, string>(),
  ) {}

  /** Another window of the same browser, at this hub. */
  in(hub: Hub): Citizen {
    return new Citizen(hub, this.cookies);
  }

  async get(path: string): Promise<this> {
    return this.take(
      path,
      await request(this.hub.app.getHttpServer())
        .get(path)
        .set({ ...this.headers, Cookie: this.jar }),
    );
  }

  /** Sends the page's main form with these fields typed in; what is typed already goes along. */
  async send(fields: Record<string, string | string[]>): Promise<this> {
    const action = this.page('main form').last().attr('action')!;
    return this.post(action, { ...this.typed(), ...fields });
  }

  async post(path: string, fields: object): Promise<this> {
    const sent = request(this.hub.app.getHttpServer())
      .post(path)
      .set({ ...this.headers, Cookie: this.jar })
      .type('form')
      .send(fields);
    return this.take(path, await sent);
  }

  /** Sends the files' form. */
  async upload(files: readonly { name: string; bytes: Buffer }[], fields: Record<string, string> = {}): Promise<this> {
    const action = this.page('main form').last().attr('action')!;
    const sent = request(this.hub.app.getHttpServer())
      .post(action)
      .set({ ...this.headers, Cookie: this.jar });
    for (const [name, value] of Object.entries(fields)) sent.field(name, value);
    // Forms without files are sent as parts as well.
    if (!files.length) sent.attach('file', Buffer.alloc(0), '');
    for (const { name, bytes } of files) sent.attach('file', bytes, name);
    return this.take(action, await sent);
  }

  get h1(): string {
    return this.page('h1').first().text();
  }

  get faults(): string[] {
    return this.page('.errors a')
      .map((_, one) => this.page(one).attr('href'))
      .get();
  }

  /** Name and value of every answer on the check page. */
  get answers(): Record<string, string> {
    const rows = this.page('.facts > div').map((_, row) => [
      [this.page('dt', row).text(), this.page('dd', row).first().text().trim()],
    ]);
    return Object.fromEntries(rows.get() as [string, string][]);
  }

  get jar(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private typed(): Record<string, string | string[]> {
    const form = this.page('main form').last();
    const pairs = form.serializeArray().filter(({ name }) => name !== 'act');
    return Object.fromEntries(
      pairs.map(({ name }) => [name, pairs.filter((one) => one.name === name).map(({ value }) => value)]),
    );
  }

  private async take(path: string, answer: Response): Promise<this> {
    for (const cookie of [answer.headers['set-cookie'] ?? []].flat() as string[]) {
      const [name, value] = cookie.split(';')[0]!.split('=') as [string, string];
      this.cookies.set(name, value);
    }
    if (answer.status === 303) return this.get(answer.headers['location']!);
    this.answer = answer;
    this.path = path;
    this.page = load(Buffer.isBuffer(answer.body) ? '' : answer.text);
    return this;
  }
}
