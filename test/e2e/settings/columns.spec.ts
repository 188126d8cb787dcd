import { LOG_FIELDS, type SiteProfile } from '@hub/channels';
import { COLUMN_FIELDS, type SiteProfileSettings } from '@hub/settings';

describe('what the settings know of the channels', () => {
  it('is what the channels take', () => {
    expect([...COLUMN_FIELDS]).toEqual([...LOG_FIELDS]);
    // The compiler's part: each profile is the other.
    const takes = (profile: Required<SiteProfileSettings>): Required<SiteProfile> => profile;
    const gives = (profile: Required<SiteProfile>): Required<SiteProfileSettings> => profile;
    expect(takes).not.toBe(gives);
  });
});
