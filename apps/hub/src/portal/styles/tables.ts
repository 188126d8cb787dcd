/** Tables, facts, footer. */
export const tables = `
/* 表格、要点、图 */
table{width:100%;border-collapse:collapse}
caption{text-align:left;font-weight:600;margin-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.65rem .75rem .65rem 0;border-bottom:1px solid var(--line)}
thead th{border-bottom:2px solid var(--edge)}
tbody th{font-weight:400}
.r{text-align:right;padding-right:1rem}
.facts{border-top:1px solid var(--line)}
.facts>div{padding:.65rem 0;border-bottom:1px solid var(--line)}
.panel>.facts:last-child,.paper>.facts{margin-bottom:-.65rem}.panel>.facts:last-child>:last-child,.paper>.facts>:last-child{border-bottom:0}
.facts dt{font-weight:600}.hist dt{font-weight:400;color:var(--soft)}.facts dd{margin:0}
.facts .act{display:inline-block;min-width:var(--tap);padding:.4rem 0}.facts dt .act{margin:-.4rem 0}
.bars th,.bars td{vertical-align:middle;padding:.4rem .6rem .4rem 0}
.bars tbody th{white-space:nowrap;width:1%}.bars .r{width:1%;white-space:nowrap}
.bars td:last-child{padding-right:0}.large .bars th{white-space:normal}
.bar{display:block;width:100%;height:1.125rem;fill:var(--accent)}
.bar .trk{fill:var(--line)}
.rates li{margin:0 0 1.75rem}.rates p{margin:0 0 .35rem}
.rates b{display:block;font-size:2.25rem;line-height:1.25;font-weight:600;color:var(--accent);font-variant-numeric:tabular-nums}

/* 页脚 */
.foot{background:var(--band);border-top:1px solid var(--line);padding:2rem 0 2.5rem}
.foot ul{margin:0 0 1rem;display:flex;flex-wrap:wrap}
.foot li{margin:0 1.5rem 0 0}.foot li a{display:inline-block;padding:.4rem 0;min-height:var(--tap)}
.foot p{margin:0 0 .35rem;color:var(--soft)}.foot a{color:var(--ink)}
`;
