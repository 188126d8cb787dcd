const NAMES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwnj: '', zwj: '',
  hellip: '…', mdash: '—', ndash: '–', middot: '·', bull: '•', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«',
  raquo: '»', lsaquo: '‹', rsaquo: '›', copy: '©', reg: '®', trade: '™', deg: '°', sup1: '¹', sup2: '²', sup3: '³', micro: 'µ',
  yen: '¥', pound: '£', euro: '€', permil: '‰', times: '×', divide: '÷', plusmn: '±', le: '≤', ge: '≥', ne: '≠', asymp: '≈',
  larr: '←', rarr: '→', uarr: '↑', darr: '↓', sect: '§', para: '¶', frac12: '½', frac14: '¼', Omega: 'Ω', mu: 'μ', alpha: 'α',
  beta: 'β', eacute: 'é', egrave: 'è', aacute: 'á', agrave: 'à', ouml: 'ö', uuml: 'ü', auml: 'ä', szlig: 'ß', ccedil: 'ç', ntilde: 'ñ',
}; // prettier-ignore

/** The entities of ordinary mails; a name that is not here stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,10}));?/g,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMES, name) ? NAMES[name]! : all;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return code === 0xa0
        ? ' '
        : code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? String.fromCodePoint(code)
          : '';
    },
  );
}
