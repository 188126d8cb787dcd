import type { ReactElement } from 'react';

/** What proves the citizen on his next page; see TrackPasses. */
export const PassField = ({ pass }: { pass: string }): ReactElement => <input type="hidden" name="pass" value={pass} />;
