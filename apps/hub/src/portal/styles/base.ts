/** Text, header, navigation. */
export const base = `
*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:1.125rem/1.75 -apple-system,"PingFang SC","HarmonyOS Sans SC",MiSans,"Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;
  overflow-wrap:anywhere;line-break:strict;text-autospace:normal}
h1,h2,h3{line-height:1.35;margin:0 0 .75rem;font-weight:600;text-wrap:balance}
h1{font-size:1.75rem}h2{font-size:1.375rem;margin-top:2.5rem}h3{font-size:1.125rem;margin-top:1.75rem}
p,ul,ol,dl,table{margin:0 0 1.25rem}p,dd,li{text-wrap:pretty}
ul,ol{padding-left:1.5rem}li{margin-bottom:.4rem}
a{color:var(--accent);text-underline-offset:.22em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:3px}
:focus{outline:3px solid var(--ring);box-shadow:0 0 0 6px var(--ring2)}
:focus:not(:focus-visible){outline:0;box-shadow:none}
main:focus,[tabindex="-1"]:focus{outline:0;box-shadow:none}
.soft{color:var(--soft)}.num,td,time{font-variant-numeric:tabular-nums}
.nw{display:inline-block;max-width:100%}time{white-space:nowrap}.large time{white-space:normal;word-break:keep-all}
.lead{font-size:1.25rem;line-height:1.7}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
.trap{position:absolute;left:-200vw}
.wrap{max-width:var(--page);margin:0 auto;padding:0 1rem}
#main{padding-bottom:4rem}main.wrap{padding-top:2rem}
.ib{display:inline-block}
.col{max-width:var(--col)}

/* 页头 */
.skip{position:absolute;left:-200vw;top:0;padding:.6rem 1rem;background:var(--ring2);color:#111;z-index:2}
.skip:focus{left:0}
.top{background:var(--top);color:#fff}
.top .wrap,.split{display:flex;align-items:center;justify-content:space-between;flex-wrap:wrap}
.top .wrap{padding-top:.5rem;padding-bottom:.5rem}
.brand{display:flex;align-items:center;color:#fff;text-decoration:none;min-height:3.25rem;line-height:1.35}
.brand svg{width:2.75rem;height:2.75rem;margin-right:.75rem;flex:none}
.brand b{display:block;font-size:1.375rem;letter-spacing:.12em}
.brand span span{font-size:.875rem}
.prefs button{min-height:var(--tap);padding:.3rem .7rem;font:inherit;font-size:1rem;color:#fff;background:none;border:1px solid #fff;border-radius:var(--r);cursor:pointer}
.prefs button:hover{background:#fff;color:#07402f}
.nav{border-bottom:1px solid var(--line)}
.nav ul{margin:0 -.5rem;display:flex;flex-wrap:wrap}
.nav li{margin:0;flex:1 0 33%;text-align:center}
.nav a{display:block;padding:.5rem;white-space:nowrap;min-height:var(--tap);color:var(--ink);text-decoration:none;border-bottom:3px solid transparent}
.nav a:hover{border-color:var(--edge)}
.nav [aria-current]{color:var(--accent);font-weight:600;border-color:var(--accent)}
.notice{background:var(--soon-tint);border-bottom:1px solid var(--line)}
.notice p{margin:0;padding:.6rem 0}.notice b{color:var(--soon);margin-right:.5rem}
.back,.more{display:inline-block;padding:.4rem 0;min-height:var(--tap)}
.back{margin:-1rem 0 .5rem}
.steps{margin:0 0 1.25rem;color:var(--soft)}
.steps svg{display:block;width:100%;height:.375rem;margin-top:.5rem;fill:var(--line)}
.steps .on{fill:var(--accent)}
`;
