/** Panels, tags, lists, the three lamps. */
export const blocks = `
/* 版块 */
.hero{background:var(--band);border-bottom:1px solid var(--line);padding:2.5rem 0 1.5rem}
.hero h1{font-size:2rem}
.panel{background:var(--band);border-radius:var(--r);padding:1.25rem;margin:0 0 1.5rem}
.panel>:first-child{margin-top:0}.panel>:last-child{margin-bottom:0}
.key{border-left:5px solid var(--accent)}
.warn{background:var(--soon-tint);border-left:5px solid var(--soon)}
.alert{background:var(--late-tint);border-left:5px solid var(--late)}
.ask{background:var(--now-tint);border-left:5px solid var(--now)}
.panel h2{font-size:1.25rem}
.tel{font-size:1.25rem;font-weight:600;color:var(--ink);white-space:nowrap}
a.tel{display:inline-block;min-width:var(--tap);min-height:var(--tap);padding:.25rem 0}
.big{font-size:1.5rem;font-weight:600;line-height:1.4;font-variant-numeric:tabular-nums;letter-spacing:.02em}
.done{background:var(--accent);color:var(--accent-ink);padding:1.75rem 1.25rem;border-radius:var(--r);margin:0 0 1.5rem}
.done p,.done h1{margin-bottom:.25rem}
.tag{display:inline-block;padding:.05rem .6rem;margin:0 .4rem .25rem 0;font-size:.9375rem;border:1px solid var(--edge);border-radius:var(--r);color:var(--ink);background:var(--bg)}
.tag.ok{border-color:var(--accent);color:var(--accent)}.tag.now{border-color:var(--now);color:var(--now)}
.tag.soon{border-color:var(--soon);color:var(--soon)}.tag.late{border-color:var(--late);color:var(--late)}
.nav ul,.foot ul,.list,.toc,.lamps,.rates{list-style:none;padding:0}
.list{border-top:1px solid var(--line)}
.list>li{margin:0;padding:.9rem 0;border-bottom:1px solid var(--line)}
.list h2,.list h3{margin:0 0 .25rem;font-size:1.125rem}
.list p{margin:0}.list .tap{display:inline-block;padding:.65rem 0;margin:-.4rem 0 -.2rem}
.toc li{margin:0}nav .toc{columns:9rem}.toc a{display:inline-block;padding:.4rem 0}.facts .toc a{display:block}
details{margin:0 0 1.5rem}
summary{color:var(--accent);text-decoration:underline;text-underline-offset:.22em;cursor:pointer;min-height:var(--tap);padding:.4rem 0}
details[open]>summary{margin-bottom:.5rem}
.paper{border:1px solid var(--line);border-radius:var(--r);padding:1.5rem 1.25rem;margin:0 0 1.5rem}
.paper :last-child{margin-bottom:0}

/* 三盏灯 */
.lamps{margin:1.25rem 0 2rem}
.lamps li{position:relative;margin:0;padding:.1rem 0 1.75rem 3.25rem}
.lamps li:not(:last-child)::before{content:"";position:absolute;left:1.0625rem;top:2.5rem;bottom:.25rem;border-left:2px solid var(--edge)}
.lamps svg{position:absolute;left:0;top:0;width:2.25rem;height:2.25rem;color:var(--soft)}
.lamps h3{margin:0;line-height:2.1rem}.lamps h3 span{font-weight:400;color:var(--soft);margin-left:.5rem}
.lamps p{margin:0;line-height:1.65}
.st{font-weight:600}
.is-ok svg,.is-ok .st{color:var(--accent)}.is-now svg,.is-now .st{color:var(--now)}
.is-soon svg,.is-soon .st{color:var(--soon)}.is-late svg,.is-late .st{color:var(--late)}
`;
