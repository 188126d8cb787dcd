import type { SiteSettings } from '@hub/settings';
import { AnsweringSites } from '../support/answering-sites';
import { HubYard } from '../support/hub-yard';
import { describeBothEngines } from '../support/mariadb';

describeBothEngines('a hub that is killed while it posts an answer', (open) => {
  let sites: AnsweringSites;
  let yard: HubYard;
  beforeAll(async () => {
    const { url } = await open();
    sites = await AnsweringSites.open(url);
    const [site] = sites.hub.settings.channels as SiteSettings[];
    // It is killed long before it would give up by itself.
    const channels = [{ ...site, profile: { ...site!.profile, timeoutMs: 60_000 } }];
    yard = await HubYard.open({ url, channels });
  });
  afterAll(async () => {
    await yard?.close();
    await sites.close();
  });

  it.each([
    ['after the site took it', 'hang-after', 1],
    ['before the site took it', 'hang-before', 2],
  ] as const)(
    '%s: another looks first, and it stands there once',
    async (_, on, posts) => {
      await sites.newDay();
      const number = await sites.answered();
      sites.old.replies.on = on;
      const first = await yard.start();
      await yard.until('the answer is with the site', () => sites.old.replies.posts === 1);
      await first.kill();
      sites.old.replies.on = 'take';
      const second = await yard.start();
      await yard.until('it stands there', () => sites.stands(number));
      await second.stop();
      expect(sites.old.replies.posts).toBe(posts);
      expect(sites.old.replies.of(sites.post.id)).toHaveLength(1);
    },
    60_000,
  );
});
