import { Inject, Injectable } from '@nestjs/common';
import { WebDraftService, type DraftKeys, type OpenDraft } from '@hub/casework';
import { NEW_SUBMISSION, type Office, type WebSubmission } from '@hub/domain';
import type { Request, Response } from 'express';
import { Elsewhere } from './elsewhere';
import { keepOwner, ownerOf } from './owner';
import type { Part } from './parts';
import { stepPath } from './steps';

export interface Saved {
  readonly draft: OpenDraft;
  /** The same part was changed in another tab meanwhile, and nothing was saved. */
  readonly conflict: boolean;
}

/** The draft that a request is about, for the browser whose it is. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly drafts: WebDraftService,
    @Inject('OFFICE') private readonly office: Office,
  ) {}

  keysOf(request: Request): DraftKeys | null {
    const owner = ownerOf(request);
    const key = String(request.params['key'] ?? '');
    return owner && /^[a-z0-9]{16}$/.test(key) ? { owner, key } : null;
  }

  /** What is still being written. Goes elsewhere where it is handed in already, or over. */
  async open(request: Request): Promise<OpenDraft> {
    const keys = this.keysOf(request);
    const draft = keys && (await this.drafts.open(keys));
    if (!draft) throw new Elsewhere('/submit?gone=1');
    if (draft.became) throw new Elsewhere(stepPath(draft.key, 'done'));
    return draft;
  }

  /** As it stands now; null where there is none. */
  peek(request: Request): Promise<OpenDraft | null> {
    const keys = this.keysOf(request);
    return keys ? this.drafts.open(keys) : Promise.resolve(null);
  }

  async begin(request: Request, response: Response, submission: WebSubmission = NEW_SUBMISSION): Promise<OpenDraft> {
    const keys = await this.drafts.begin(ownerOf(request), submission);
    keepOwner(request, response, keys.owner, this.office.web.draftMinutes);
    return (await this.drafts.open(keys))!;
  }

  unfinished(request: Request): Promise<OpenDraft[]> {
    const owner = ownerOf(request);
    return owner ? this.drafts.unfinished(owner) : Promise.resolve([]);
  }

  /** Changes the draft; what was typed on a page that lay open too long begins a new one. */
  async change(request: Request, response: Response, edit: (now: WebSubmission) => WebSubmission): Promise<OpenDraft> {
    const keys = this.keysOf(request);
    const draft = keys && (await this.drafts.change(keys, edit));
    if (!draft) return this.begin(request, response, edit(NEW_SUBMISSION));
    if (draft.became) throw new Elsewhere(stepPath(draft.key, 'done'));
    keepOwner(request, response, keys.owner, this.office.web.draftMinutes);
    return draft;
  }

  /** Saves one part as it was typed, unless another tab has changed it since this page was shown (`seen`). */
  async save<T>(request: Request, response: Response, part: Part<T>, typed: T, seen: string): Promise<Saved> {
    let conflict = false;
    const draft = await this.change(request, response, (now) => {
      conflict = seen !== '' && seen !== part.mark(now) && part.markOf(typed) !== part.mark(now) && part.isThere(now);
      return conflict ? now : part.put(now, typed);
    });
    return { draft, conflict };
  }
}
