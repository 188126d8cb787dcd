import { oneLine, type OwedPosting, type Posting } from '@hub/domain';
import { HttpTrouble, type HttpAnswer, type HttpRequest } from '@hub/http';
import { textAt } from '../json-path';
import type { Page } from '../page';
import { decodePage, parsePage, plainWords, wordsOf } from '../page-text';
import type { SiteProfile, SiteReply } from '../profile';
import { restAsked, SiteWeb } from '../site-web';
import { parseJson } from '../values';
import { findAnswer } from './find-answer';
import { addressFor, answerForm, apiRequest, filledForm } from './posting-form';
import { forNow, postingOf, refused } from './trouble';

interface Ready {
  readonly url: URL;
  readonly request: HttpRequest;
}

const MINUTE_MS = 60_000;
const DEFAULT_WITHIN_MINUTES = 5;
const REST_MS = 60_000;

/** Posts answers on one complaint site. It looks whether an answer stands there before it posts it, each time. */
export class SiteReplier {
  private readonly web: SiteWeb;
  private readonly profile: SiteProfile;

  constructor(
    private readonly source: string,
    profile: SiteProfile,
    private readonly reply: SiteReply,
  ) {
    this.profile = { ...profile, ...(reply.login ? { login: reply.login } : {}) };
    this.web = new SiteWeb(source, this.profile);
  }

  async post(owed: OwedPosting, now: number = Date.now()): Promise<Posting> {
    try {
      const before = await this.find(owed);
      if (before !== 'absent') return before;
      const within = (this.reply.check.withinMinutes ?? DEFAULT_WITHIN_MINUTES) * MINUTE_MS;
      const freeAt = owed.doubtSince ? Date.parse(owed.doubtSince) + within : 0;
      if (freeAt > now)
        return forNow(`“${this.source}”上次没有等到回音，现在还没有看到答复，过一会儿再看，看清以前不再贴。`, {
          restMs: freeAt - now,
        });
      if (!owed.mayPost)
        return refused(
          `“${this.source}”已经贴过两次，都没有等到回音，原帖下也没有看到，不再自动贴。请打开原帖看一看，确实没有再点重试。`,
        );
      const ready = await this.ready(owed);
      return 'outcome' in ready ? ready : await this.send(ready, owed);
    } catch (error) {
      return postingOf(error, this.source);
    }
  }

  /** The page on which an answer of this post stands. */
  page(owed: Pick<OwedPosting, 'postId' | 'url'>): Promise<Page> {
    const { url } = this.reply.check;
    return this.read(url ? addressFor(url, owed) : new URL(owed.url));
  }

  /** The page that holds the form; null where there is an interface. */
  formPage(owed: Pick<OwedPosting, 'postId' | 'url'>): Promise<Page> | null {
    const { form } = this.reply;
    return form ? this.read(form.page ? addressFor(form.page, owed) : new URL(owed.url)) : null;
  }

  private async read(url: URL): Promise<Page> {
    return (await this.web.get(url)) as Page;
  }

  private async find(owed: OwedPosting): Promise<Posting | 'absent'> {
    const standing = findAnswer(await this.page(owed), this.profile, this.reply, owed);
    if (standing === 'stands') return { outcome: 'found' };
    if (standing === 'absent') return standing;
    return forNow(`“${this.source}”看不清原帖下有没有我们的答复：${standing.fault}。看清以前不贴，请看看版面是不是改了。`);
  }

  private async ready(owed: OwedPosting): Promise<Ready | Posting> {
    const { form, api } = this.reply;
    if (api) return { url: addressFor(api.url, owed), request: apiRequest(api, owed) };
    const found = answerForm((await this.formPage(owed))!, form!, this.profile.encoding);
    if ('fault' in found)
      return refused(
        `“${this.source}”没有贴上：${found.fault}，版面可能改了，也可能原帖已不让回复。请照新网页改渠道设置里的 reply，再点重试。`,
      );
    return { url: found.action, request: filledForm(found, form!, owed) };
  }

  private async send({ url, request }: Ready, owed: OwedPosting): Promise<Posting> {
    await this.web.enter();
    let answer: HttpAnswer;
    try {
      answer = await this.web.send(url, request);
    } catch (error) {
      const cause = error instanceof Error ? error.cause : null;
      const arrived = !(cause instanceof HttpTrouble) || cause.mayHaveArrived;
      return arrived
        ? forNow(`“${this.source}”贴答复时没有等到回音，可能已经贴上。再贴以前先看原帖。`, { ofSite: true, doubtful: true })
        : postingOf(error, this.source);
    }
    return this.judge(answer, owed);
  }

  private async judge(answer: HttpAnswer, owed: OwedPosting): Promise<Posting> {
    const { status, headers } = answer;
    if (status === 429)
      return forNow(`“${this.source}”要我们慢一点（429），到时再贴。`, {
        restMs: restAsked(headers['retry-after'], Date.now()) ?? REST_MS,
        ofSite: true,
      });
    if (status >= 500)
      return forNow(`“${this.source}”收答复时出错（${status}），可能已经贴上。再贴以前先看原帖。`, {
        restMs: restAsked(headers['retry-after'], Date.now()) ?? 0,
        ofSite: true,
        doubtful: true,
      });
    if (status >= 400) return refused(`“${this.source}”没有收下答复（${status}）${this.wordsOf(answer)}。`);
    if (this.tellsSuccess(answer)) return { outcome: 'posted' };
    // Some say nothing and show the answer at once.
    const after = await this.find(owed).catch(() => null);
    if (after === 'absent')
      return refused(
        `“${this.source}”没有说收下了，原帖下也没有看到${this.wordsOf(answer)}。请打开原帖看一看，可能不让回复了，也可能要等对方审核。`,
      );
    return after?.outcome === 'found'
      ? { outcome: 'posted' }
      : forNow(`“${this.source}”没有说收下了，原帖也没有看清。再贴以前先看原帖。`, { doubtful: true });
  }

  private tellsSuccess(answer: HttpAnswer): boolean {
    const { text, selector, path, is } = this.reply.success;
    const page = pageOf(answer);
    if (path !== undefined) {
      const found = parseJson(page, this.profile.encoding);
      return 'value' in found && textAt(found.value, path) === is;
    }
    const shown = decodePage(page, this.profile.encoding).text;
    if (text !== undefined && shown.includes(text)) return true;
    return selector !== undefined && parsePage(shown)(selector).length > 0;
  }

  /** What the site says, in short. */
  private wordsOf(answer: HttpAnswer): string {
    const shown = decodePage(pageOf(answer), this.profile.encoding).text;
    const $ = parsePage(/^\s*[{[]/.test(shown) ? '' : shown);
    const words = oneLine($.root().text() ? wordsOf($, $('body').length ? $('body') : $.root().children()) : plainWords(shown));
    return words ? `，网站说：${words.slice(0, 60)}` : '';
  }
}

const pageOf = ({ url, bytes, headers }: HttpAnswer): Page => ({
  url,
  bytes,
  contentType: headers['content-type'] ?? '',
  etag: null,
  lastModified: null,
});
