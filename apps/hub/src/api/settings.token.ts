/** The checked settings, given by the app that puts the roles together. */
export const SETTINGS = 'SETTINGS';
