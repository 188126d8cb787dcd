/** Colours and measures; light, dark and 大字版 (README of the pages, section 1). */
export const tokens = `
/* 一线通 群众端样式，说明见 README.md */
:root{
  --bg:#fff;--band:#f1f5f3;--ink:#17221e;--soft:#4a5852;--line:#cdd6d1;--edge:#66756e;
  --accent:#0b5b45;--accent-ink:#fff;--accent-tint:#e4efe9;--top:#0a4f3c;
  --now:#1b4f8f;--now-tint:#e8f0fa;--soon:#754600;--soon-tint:#fcf1dd;--late:#a3201a;--late-tint:#fbeae8;
  --ring:#111;--ring2:#ffd24d;
  --col:40rem;--page:64rem;--tap:2.75rem;--r:4px;
  color-scheme:light
}
@media (prefers-color-scheme:dark){:root:not(.light){
  --bg:#121816;--band:#1b2421;--ink:#e9efec;--soft:#b6c3bd;--line:#38463f;--edge:#8f9e97;
  --accent:#86d6b5;--accent-ink:#06231a;--accent-tint:#1c392f;--top:#0d3327;
  --now:#a3c9f7;--now-tint:#192b40;--soon:#f2c67c;--soon-tint:#38290f;--late:#ffb4ab;--late-tint:#411c19;
  color-scheme:dark}}
:root.dark{
  --bg:#121816;--band:#1b2421;--ink:#e9efec;--soft:#b6c3bd;--line:#38463f;--edge:#8f9e97;
  --accent:#86d6b5;--accent-ink:#06231a;--accent-tint:#1c392f;--top:#0d3327;
  --now:#a3c9f7;--now-tint:#192b40;--soon:#f2c67c;--soon-tint:#38290f;--late:#ffb4ab;--late-tint:#411c19;
  color-scheme:dark}
/* 大字版：正文 24px，文字对比 7:1 以上 */
:root.large{font-size:133.4%;--soft:#37433e;--edge:#4a5852;--accent:#084a38;--now:#143f75;--soon:#5c3700;--late:#86160f;--top:#07402f}
@media (prefers-color-scheme:dark){:root.large:not(.light){--soft:#cdd8d3;--edge:#b6c3bd;--accent:#9be3c5;--now:#b9d7fa;--soon:#f7d79e;--late:#ffc9c2}}
:root.large.dark{--soft:#cdd8d3;--edge:#b6c3bd;--accent:#9be3c5;--now:#b9d7fa;--soon:#f7d79e;--late:#ffc9c2}
`;
