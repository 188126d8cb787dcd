import { Injectable } from '@nestjs/common';
import { NEW_SUBMISSION, queryCode, webForm, type DraftFile, type KeptFile, type WebSubmission } from '@hub/domain';
import { AppealQuery, DraftShelf, FileStore, Secrets } from '@hub/persistence';
import { registeredOf } from '../doors/registered';
import { VirusScan } from '../files/virus-scan.service';
import { WebDoorService } from '../doors/web-door.service';
import type { Registered } from '../web-form';
import { WebDraftService, type DraftKeys } from './web-draft.service';

/** A draft becomes appeals, however often its last button is pressed. */
@Injectable()
export class WebSending {
  constructor(
    private readonly drafts: WebDraftService,
    private readonly door: WebDoorService,
    private readonly shelf: DraftShelf,
    private readonly files: FileStore,
    private readonly scan: VirusScan,
  ) {}

  /** Of a draft without faults. False where the draft is over. */
  async send(keys: DraftKeys): Promise<boolean> {
    const draft = await this.drafts.open(keys);
    if (!draft || draft.became) return draft !== null;
    const kept = await this.keepFiles(keys, draft.submission);
    if (!kept) return true;
    // Barred before anybody can see that they are there.
    await this.scan.mustWait(kept.filter(({ unscanned }) => unscanned).map(({ fileHash }) => fileHash));
    const items = draft.submission.things.map((thing, at) => ({
      form: webForm(thing, draft.submission.contact),
      files: kept.filter((one) => one.thing === null || one.thing === at + 1).map(({ thing: _, unscanned: __, ...file }) => file),
    }));
    const became = (await this.door.submit(keys.key, items)).map(({ number, sourceKey }) => ({ number, sourceKey }));
    await this.drafts.rewrite(keys, (now) =>
      now.became ? now : { submission: NEW_SUBMISSION, became, asked: null, codesShown: false },
    );
    await this.shelf.clear(keys.key);
    return true;
  }

  /** Raw first: the bytes stand in the file store before a row names them. Null where another press of the button was quicker. */
  private async keepFiles(keys: DraftKeys, { files }: WebSubmission): Promise<(Omit<DraftFile, 'id'> & KeptFile)[] | null> {
    try {
      const kept = files.map(async ({ id, ...file }) => ({
        ...file,
        fileHash: await this.files.put(await this.shelf.load(keys.key, id)),
      }));
      return await Promise.all(kept);
    } catch (error) {
      if ((await this.drafts.open(keys))?.became) return null;
      throw error;
    }
  }
}

/** What the citizen is told of what he has handed in. */
@Injectable()
export class WebReceipts {
  constructor(
    private readonly drafts: WebDraftService,
    private readonly appeals: AppealQuery,
    private readonly secrets: Secrets,
  ) {}

  /** With the query codes the first time and without them ever after; null where nothing was handed in, or it is over. */
  async show(keys: DraftKeys): Promise<Registered[] | null> {
    let first = false;
    const draft = await this.drafts.rewrite(keys, (now) => {
      first = now.became !== null && !now.codesShown;
      return now.became ? { ...now, codesShown: true } : now;
    });
    if (!draft?.became) return null;
    const shown: Registered[] = [];
    for (const { number, sourceKey } of draft.became) {
      const code = first ? queryCode(this.secrets.codeBytes(sourceKey)) : '';
      shown.push(registeredOf(await this.appeals.byNumber(number), code));
    }
    return shown;
  }
}
