import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { base } from './base';
import { blocks } from './blocks';
import { forms } from './forms';
import { means } from './means';
import { submit } from './submit';
import { tables } from './tables';
import { tokens } from './tokens';
import { wide } from './wide';

export const styles = [tokens, base, forms, blocks, tables, submit, wide, means].join('').trimStart();

/** Packed once, for slow telephones: a quarter of the bytes. */
export const packedStyles = gzipSync(styles, { level: 9 });

/** The content's hash stands in the address, so that browsers may keep it for ever. */
export const stylesHref = `/portal.css?v=${createHash('sha256').update(styles).digest('hex').slice(0, 12)}`;
