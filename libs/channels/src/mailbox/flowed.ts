/** Joins the lines that `format=flowed` broke (RFC 3676): a line that ends with a space goes on in the next of the same depth. */
export function unflow(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let open = false;
  let depth = '';
  for (const raw of text.split('\n')) {
    const quote = /^>*/.exec(raw)![0];
    const stuffed = raw.slice(quote.length);
    const line = stuffed.startsWith(' ') && (quote === '' || !/^>/.test(stuffed)) ? stuffed.slice(1) : stuffed;
    const flows = line.endsWith(' ') && line !== '-- ';
    const words = flows && deleteSpace ? line.slice(0, -1) : line;
    if (open && quote === depth) out[out.length - 1] += words;
    else out.push(quote === '' ? words : `${quote} ${words}`);
    open = flows;
    depth = quote;
  }
  return out.join('\n');
}
