/**
 * The shapes that travel between the api and its callers. Times are ISO 8601 with Shanghai's offset, days `YYYY-MM-DD`;
 * `null` stands for what is not there.
 */
export * from './acts';
export * from './appeal';
export * from './approval';
export * from './deadlines';
export * from './desk';
export * from './documents';
export * from './grouping';
export * from './guide';
export * from './handling';
export * from './interfaces';
export * from './imports';
export * from './mail';
export * from './operations';
export * from './problem';
export * from './publications';
export * from './queue';
export * from './rating';
export * from './reports';
export * from './revisit';
export * from './risk';
export * from './sources';
export * from './staff';
export * from './supervision';
export * from './template';
export * from './transfers';
export * from './vault';
export * from './stream';
