/** The checked settings, given by the app that puts the roles together. */
export const SETTINGS = 'SETTINGS';
/** Tries a channel once: see TryChannel. */
export const TRY_CHANNEL = 'TRY_CHANNEL';
/** Makes HTML letters harmless, in a thread of its own. */
export const HTML_READER = 'HTML_READER';
