/** Paper, and screens whose colours the reader has chosen: one set of tokens over every mode, hence the threefold `:root`. */
export const means = `
@media print{
  :root:root:root{--bg:#fff;--band:#fff;--ink:#000;--soft:#222;--line:#999;--edge:#555;--accent:#000;--accent-ink:#000;--accent-tint:#fff;--soon-tint:#fff;--late-tint:#fff;--now-tint:#fff;--now:#000;--soon:#000;--late:#000;font-size:11pt}
  .nav,.prefs,.skip,.acts,.back,.foot ul,.no-print,.notice{display:none}
  .top,.done{background:none;color:#000}.brand{color:#000}
  .panel,.paper,.done{border:1px solid #555;break-inside:avoid}
  h2,h3,li,tr{break-inside:avoid;break-after:auto}
}
@media (forced-colors:active){
  :root:root:root{--bg:Canvas;--band:Canvas;--ink:CanvasText;--soft:CanvasText;--line:GrayText;--edge:CanvasText;--accent:CanvasText;--accent-ink:Canvas;--accent-tint:Canvas;--soon-tint:Canvas;--late-tint:Canvas;--now-tint:Canvas;--now:CanvasText;--soon:CanvasText;--late:CanvasText;--ring:Highlight;--ring2:Canvas}
  .top,.done{border-bottom:1px solid}
  .nav a:not([aria-current]){border-color:Canvas}
}
`;
