import type { SiteProfile } from '@hub/channels';
import type { SiteProfileSettings } from '@hub/settings';

describe('what the settings know of the channels', () => {
  it('is what the channels take', () => {
    // The compiler's part: each profile is the other.
    const takes = (profile: Required<SiteProfileSettings>): Required<SiteProfile> => profile;
    const gives = (profile: Required<SiteProfile>): Required<SiteProfileSettings> => profile;
    expect(takes).not.toBe(gives);
  });
});
