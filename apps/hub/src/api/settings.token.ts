/** The checked settings, given by the app that puts the roles together. */
export const SETTINGS = 'SETTINGS';
/** Makes HTML letters harmless, in a thread of its own. */
export const HTML_READER = 'HTML_READER';
