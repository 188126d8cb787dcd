import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DRAFT_BYTES, Fault, instant, NEW_SUBMISSION, type Instant, type Office, type WebSubmission } from '@hub/domain';
import { DraftShelf, UnitOfWork, WebDraftQuery, type DraftPlace, type KeptDraft } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import type { DraftContent, OpenDraft } from './draft-content';

const DAY_MS = 24 * 60 * 60_000;
const SHOWN = 20;
const SWEPT_AT_ONCE = 500;
const KEY_SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Whose draft it is: the cookie of his browser, and the key in the address of its pages. */
export interface DraftKeys {
  readonly owner: string;
  readonly key: string;
}

/** What citizens are writing, kept for a while on the server, for the browser in which they began. */
@Injectable()
export class WebDraftService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: WebDraftQuery,
    private readonly shelf: DraftShelf,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `owner` is the cookie that the browser has already; without one it gets one now. */
  async begin(owner: string | null, submission: WebSubmission = NEW_SUBMISSION): Promise<DraftKeys> {
    const keys = { owner: owner ?? randomBytes(24).toString('base64url'), key: newKey() };
    const text = written({ submission, became: null, asked: null, codesShown: false });
    const { now, until } = this.times();
    await this.work.run(({ webDrafts }) => webDrafts.begin(placeOf(keys), text, now, until));
    return keys;
  }

  async open(keys: DraftKeys): Promise<OpenDraft | null> {
    const kept = await this.drafts.find(placeOf(keys), this.times().now);
    return kept && openedOf(kept);
  }

  /** Those that somebody has not handed in yet, the newest first. */
  async unfinished(owner: string): Promise<OpenDraft[]> {
    const kept = await this.drafts.ofOwner(hashOf(owner), this.times().now, SHOWN);
    return kept.map(openedOf).filter(({ became }) => became === null);
  }

  /** Changes what is written, by one tab after the other; null where the draft is over. What is handed in changes no more. */
  change(keys: DraftKeys, edit: (submission: WebSubmission) => WebSubmission): Promise<OpenDraft | null> {
    return this.rewrite(keys, (content) => (content.became ? content : { ...content, submission: edit(content.submission) }));
  }

  /** Runs more than once where the database asks for it, so `edit` only tells the new content from the old. */
  rewrite(keys: DraftKeys, edit: (content: DraftContent) => DraftContent): Promise<OpenDraft | null> {
    const { now, until } = this.times();
    const place = placeOf(keys);
    return this.work.run(async ({ webDrafts }) => {
      const kept = await webDrafts.hold(place, now);
      if (!kept) return null;
      const content = edit(contentOf(kept));
      await webDrafts.change(place, written(content), until);
      return { ...content, key: keys.key, startedAt: kept.startedAt };
    });
  }

  async discard(keys: DraftKeys): Promise<void> {
    await this.work.run(({ webDrafts }) => webDrafts.discard(placeOf(keys)));
    await this.shelf.clear(keys.key);
  }

  /** Throws away what is over, with its files and the counts of those who began; answers how many. */
  async sweep(): Promise<number> {
    let swept = 0;
    for (let found = SWEPT_AT_ONCE; found === SWEPT_AT_ONCE; swept += found) {
      const keys = await this.work.run(({ webDrafts }) => webDrafts.discardUntil(this.times().now, SWEPT_AT_ONCE));
      for (const key of keys) await this.shelf.clear(key);
      found = keys.length;
    }
    await this.shelf.sweep(this.livesMs);
    await this.work.run(({ tries }) => tries.forget(instant(this.clock().getTime() - DAY_MS)));
    return swept;
  }

  private get livesMs(): number {
    return this.office.web.draftMinutes * 60_000;
  }

  private times(): { now: Instant; until: Instant } {
    const now = this.clock().getTime();
    return { now: instant(now), until: instant(now + this.livesMs) };
  }
}

const hashOf = (owner: string): string => createHash('sha256').update(owner).digest('hex');
const placeOf = ({ owner, key }: DraftKeys): DraftPlace => ({ ownerHash: hashOf(owner), draftKey: key });
const newKey = (): string => Array.from(randomBytes(16), (byte) => KEY_SIGNS[byte % KEY_SIGNS.length]).join('');
const contentOf = ({ content }: KeptDraft): DraftContent => JSON.parse(content) as DraftContent;
const openedOf = (kept: KeptDraft): OpenDraft => ({ ...contentOf(kept), key: kept.draftKey, startedAt: kept.startedAt });

function written(content: DraftContent): string {
  const text = JSON.stringify(content);
  if (Buffer.byteLength(text) <= DRAFT_BYTES) return text;
  throw new Fault('invalid', 'draft-too-long', '写的内容加起来太长了。', '请写得短一些，细节可以放在附件里。');
}
