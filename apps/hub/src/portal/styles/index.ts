import { createHash } from 'node:crypto';
import { base } from './base';
import { blocks } from './blocks';
import { forms } from './forms';
import { tables } from './tables';
import { tokens } from './tokens';
import { wide } from './wide';

export const styles = [tokens, base, forms, blocks, tables, wide].join('').trimStart();

/** The content's hash stands in the address, so that browsers may keep it for ever. */
export const stylesHref = `/portal.css?v=${createHash('sha256').update(styles).digest('hex').slice(0, 12)}`;
