/** Wider screens, and paper. */
export const wide = `
@media (min-width:40em){
  h1{font-size:2.125rem}h2{font-size:1.5rem}.hero h1{font-size:2.5rem}
  .wrap{padding-left:2rem;padding-right:2rem}
  .panel{padding:1.5rem}.paper{padding:2rem}
  .done{padding:2.25rem 2rem}.big{font-size:1.75rem}
  .nav ul{flex-wrap:nowrap}.nav li{flex:0 1 auto;margin-right:.75rem}
  .facts>div{display:flex;align-items:baseline}.scale .choice{flex-basis:0}.facts dt{flex:0 0 10rem;padding-right:1rem}.facts dd{flex:1}.facts dd.act{flex:none;padding:0 0 0 1rem;margin:-.4rem 0}
  .side .facts>div{display:block}.hist dt{flex-basis:16rem}
}
@media (min-width:52em){
  .lamps:not(.tall){display:flex}
  .lamps:not(.tall) li{flex:1;padding:3.25rem 1.75rem 0 0}
  .lamps:not(.tall) li:not(:last-child)::before{left:3rem;right:.75rem;top:1.0625rem;bottom:auto;border-left:0;border-top:2px solid var(--edge)}
  .rates{display:flex}.rates li{flex:1;padding-right:2.5rem}.rates li:last-child{padding-right:0}
}
@media (min-width:60em){
  .cols{display:flex;align-items:flex-start}
  .cols>:first-child{flex:0 1 var(--col);min-width:0}
  .cols>div>section:first-child>h2{margin-top:0}
  .cols>.side{flex:1 1 16rem;margin-left:4rem;min-width:0}
  .halves{display:flex}.halves>*{flex:1 1 0;min-width:0}.halves>*+*{margin-left:4rem}
}
@media print{
  :root,:root.dark,:root.large{--bg:#fff;--band:#fff;--ink:#000;--soft:#222;--line:#999;--edge:#555;--accent:#000;--accent-ink:#000;--accent-tint:#fff;--soon-tint:#fff;--late-tint:#fff;--now-tint:#fff;--now:#000;--soon:#000;--late:#000;font-size:11pt}
  .nav,.prefs,.skip,.acts,.back,.foot ul,.no-print,.notice{display:none}
  .top,.done{background:none;color:#000}.brand,.done{color:#000}
  .panel,.paper,.done{border:1px solid #555;break-inside:avoid}
  h2,h3,li,tr{break-inside:avoid;break-after:auto}
}
`;
