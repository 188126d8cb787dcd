/** What the app gives to casework: the office's own settings, and the readers that stand beside it on the same floor. */
export const OFFICE = 'OFFICE';
export const READER = 'READER';
export const LOG_READER = 'LOG_READER';
export const DOCUMENT_RENDERER = 'DOCUMENT_RENDERER';
/** The clock; tests set it. */
export const CLOCK = 'CLOCK';
export type Clock = () => Date;
