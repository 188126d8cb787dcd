/** Wider screens. */
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
`;
