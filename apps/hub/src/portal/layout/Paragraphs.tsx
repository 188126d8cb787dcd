import { Fragment, type ReactElement } from 'react';

/** Plain text as people wrote it: an empty line parts paragraphs, a line end stays one. */
export function Paragraphs({ text }: { text: string }): ReactElement {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n/);
  return (
    <>
      {blocks.map((block, at) => (
        <p key={at}>
          {block.split('\n').map((line, row) => (
            <Fragment key={row}>
              {row > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
    </>
  );
}
