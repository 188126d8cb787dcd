import type { LetterHtml } from '@hub/domain';

/** Dark on white whatever the reader's system says: nothing in a letter may hide by its colour. */
const STYLE = `
:root { color-scheme: light }
body { margin: 12px; font: 14px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1f1f1f; background: #fff; overflow-wrap: anywhere }
img { max-width: 100%; height: auto }
table { border-collapse: collapse; max-width: 100% }
td, th { border: 1px solid #d9d9d9; padding: 2px 6px; vertical-align: top }
blockquote { margin: 0 0 0 4px; padding-left: 10px; border-left: 3px solid #d9d9d9 }
pre { white-space: pre-wrap }
.remark { margin: 0 0 12px; padding: 6px 10px; background: #f5f5f5; color: #595959; font-size: 13px }
`;

/** The page in the frame; `html` is harmless already and `remark` is our own. */
export const letterPage = ({ html, remark }: LetterHtml): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>来信</title><style>${STYLE}</style></head><body>${remark ? `<p class="remark">${remark}</p>` : ''}${html ?? ''}</body></html>`;
