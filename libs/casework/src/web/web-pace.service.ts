import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { answersQuestion, instant, Limited, networkOf, wordQuestion, type Office } from '@hub/domain';
import { Secrets, UnitOfWork } from '@hub/persistence';
import { CLOCK, OFFICE, type Clock } from '../tokens';
import type { OpenDraft } from './draft-content';
import { WebDraftService, type DraftKeys } from './web-draft.service';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Beyond so many times what goes without a question, nothing is taken for a while. */
const SHUT_AT = 5;
/** Forms that are begun need more room: not everybody hands his in. */
const BEGUN_TIMES = 4;

/**
 * How often the form may be begun and handed in, counted for all processes together. Of an address there is nothing but a
 * keyed hash beside a number, in a table of its own that forgets within a day.
 */
@Injectable()
export class WebPace {
  constructor(
    private readonly work: UnitOfWork,
    private readonly secrets: Secrets,
    private readonly drafts: WebDraftService,
    @Inject(OFFICE) private readonly office: Office,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async begin(from: string): Promise<void> {
    const most = this.office.web.perNetworkPerHour * BEGUN_TIMES;
    await this.counted(from, 'begun', (network) => network > most);
  }

  /** Counts a form that is about to be handed in; answers whether it has to be asked something first. */
  async press(from: string): Promise<boolean> {
    const { perNetworkPerHour, allPerMinute, question } = this.office.web;
    const shut = (network: number, all: number) => network > perNetworkPerHour * SHUT_AT || all > allPerMinute * SHUT_AT;
    const { network, all } = await this.counted(from, 'form', shut);
    return question === 'always' || network > perNetworkPerHour || all > allPerMinute;
  }

  tooFast({ startedAt }: OpenDraft): boolean {
    return this.clock().getTime() - new Date(startedAt).getTime() < this.office.web.leastSeconds * 1000;
  }

  /** Each question is answered once: the next press has another. */
  async answered(keys: DraftKeys, typed: string): Promise<boolean> {
    let right = false;
    await this.drafts.rewrite(keys, (now) => {
      right = now.asked !== null && answersQuestion(now.asked, typed);
      return { ...now, asked: null };
    });
    return right;
  }

  async ask(keys: DraftKeys): Promise<string> {
    const { id, words } = wordQuestion(randomInt(1_000_000));
    await this.drafts.rewrite(keys, (now) => ({ ...now, asked: id }));
    return words;
  }

  private counted(from: string, what: string, shut: (network: number, all: number) => boolean) {
    const now = this.clock().getTime();
    const hashOf = (name: string) => this.secrets.secretHash('form', `${what}:${name}`);
    return this.work.run(async ({ tries }) => {
      const { count: network } = await tries.count(hashOf(networkOf(from)), windowOf(now, HOUR_MS));
      const { count: all } = await tries.count(hashOf('all'), windowOf(now, MINUTE_MS));
      if (shut(network, all))
        throw new Limited(
          'too-many-forms',
          '现在交来的件太多，暂时收不下。',
          `您写的内容还在，请过一会儿再按一次；着急的请打 ${this.office.phone}。`,
          600,
        );
      return { network, all };
    });
  }
}

const windowOf = (now: number, long: number) => ({
  now: instant(now),
  open: instant(now - long),
  ahead: instant(now + MINUTE_MS),
});
