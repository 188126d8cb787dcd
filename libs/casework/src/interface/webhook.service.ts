import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import {
  Fault,
  instant,
  isInward,
  NotFound,
  oneLine,
  SYSTEM_NAME,
  tokenState,
  WEBHOOK_EVENTS,
  type Office,
  type Staff,
} from '@hub/domain';
import { Secrets, UnitOfWork } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import type { Keeper } from './api-token.service';

export interface WebhookForm {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  /** Whose appeals it is told of; null: all that are not guarded. */
  readonly tokenId: number | null;
}

/** Shown once. */
export interface NewWebhook {
  readonly id: number;
  readonly secret: string;
}

const DAY_MS = 86_400_000;
const SWEPT_AT_ONCE = 500;

/** Which other systems are told what becomes of appeals. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: Secrets,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Forgets what was told long enough ago; answers how much that was. What was given up waits for a person. */
  async sweep(): Promise<number> {
    const before = instant(this.clock().getTime() - this.office.webhooks.keepDays * DAY_MS);
    let swept = 0;
    for (let some = SWEPT_AT_ONCE; some === SWEPT_AT_ONCE; swept += some)
      some = await this.work.run(({ webhooks }) => webhooks.forgetSent(before, SWEPT_AT_ONCE));
    return swept;
  }

  async add(form: WebhookForm, by: Keeper): Promise<NewWebhook> {
    const { name, url, events } = this.checked(form);
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const now = instant(this.clock());
    const id = await this.work.run(async ({ api, webhooks, audit }) => {
      const token = form.tokenId === null ? null : await api.token(form.tokenId);
      if (form.tokenId !== null && (!token || tokenState(token, now) !== 'active'))
        throw new Fault('invalid', 'webhook', '没有这个令牌，或已不能用。', '请先发令牌，或不选令牌。');
      const fresh = {
        failures: 0,
        openAt: now,
        leaseOwner: null,
        leaseUntil: null,
        leaseToken: 0,
        lastError: null,
        lastOkAt: null,
      };
      const about = { name, url, events: events.join(' '), tokenId: form.tokenId, active: true };
      const author = { createdBy: by?.name ?? SYSTEM_NAME, createdAt: now };
      const given = await webhooks.add({ ...about, ...fresh, ...author, sealedSecret: this.secrets.seal(secret) });
      audit.add({
        ...this.entry('webhook.add', given, by),
        detail: { name, host: new URL(url).host, events, tokenId: form.tokenId },
      });
      return given;
    });
    return { id, secret };
  }

  /** Nothing more is written for it, and nothing more is sent to it. */
  pause(id: number, by: Keeper): Promise<void> {
    return this.switch(id, { active: false }, 'webhook.pause', by);
  }

  resume(id: number, by: Keeper): Promise<void> {
    return this.switch(id, { active: true, failures: 0, openAt: instant(this.clock()) }, 'webhook.resume', by);
  }

  /** What was given up, once more and now; one delivery or all of an address. Gives how many. */
  async retry(which: { readonly id?: number; readonly subscriptionId?: number }, by: Keeper): Promise<number> {
    const now = instant(this.clock());
    return this.work.run(async ({ webhooks, audit }) => {
      const done = await webhooks.retry(which, now);
      if (!done && which.id !== undefined) throw new NotFound('这一条已送到，或不存在。', '请刷新列表。');
      if (done)
        audit.add({ ...this.entry('webhook.retry', which.id ?? which.subscriptionId ?? 0, by), detail: { ...which, done } });
      return done;
    });
  }

  private switch(
    id: number,
    change: { readonly active: boolean; readonly failures?: number; readonly openAt?: string },
    action: string,
    by: Keeper,
  ): Promise<void> {
    return this.work.run(async ({ webhooks, audit }) => {
      if (!(await webhooks.change(id, change))) throw new NotFound('没有这个订阅。', '请刷新列表。');
      audit.add(this.entry(action, id, by));
    });
  }

  private checked(form: WebhookForm): { name: string; url: string; events: string[] } {
    const name = oneLine(form.name);
    const refuse = (message: string, hint: string) => new Fault('invalid', 'webhook', message, hint);
    if (!name) throw refuse('没有写名称。', '写对方系统的名称。');
    const unknown = form.events.find((one) => !(WEBHOOK_EVENTS as readonly string[]).includes(one));
    const events = WEBHOOK_EVENTS.filter((event) => form.events.includes(event));
    if (unknown !== undefined || !events.length) throw refuse('没有选事件。', `可选：${WEBHOOK_EVENTS.join('、')}。`);
    if (!URL.canParse(form.url)) throw refuse('网址不完整。', '要写完整，如 https://…。');
    const url = new URL(form.url);
    url.hash = '';
    const { host, hostname, protocol } = url;
    const named = this.office.webhooks.allowInward.some((one) => [host, hostname].includes(one.toLowerCase()));
    if (url.username || url.password) throw refuse('网址里不能写用户名和密码。', '对方用签名核对是不是我们发的。');
    if (protocol !== 'https:' && !(protocol === 'http:' && named))
      throw refuse('只能通知 https 网址。', '内部网络的主机，请管理员先写进 hub.yaml 的 webhooks.allowInward。');
    const address = hostname.replace(/^\[|\]$/g, '');
    if (!named && (hostname === 'localhost' || (isIP(address) > 0 && isInward(address))))
      throw refuse(`${host} 是本机或内部网络的地址。`, '确实要用的，请管理员先写进 hub.yaml 的 webhooks.allowInward。');
    if (url.href.length > 480) throw refuse('网址太长。', '最多 480 个字符。');
    return { name, url: url.href, events };
  }

  private entry(action: string, id: number, by: Pick<Staff, 'id' | 'name'> | null) {
    const at = instant(this.clock());
    return { at, actorId: by?.id ?? null, actorName: by?.name ?? SYSTEM_NAME, action, subject: `webhook ${id}` };
  }
}
