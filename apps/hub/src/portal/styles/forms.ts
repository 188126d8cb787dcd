/** Buttons and fields. */
export const forms = `
/* 按钮 */
.btn{display:inline-block;min-height:3rem;padding:.6rem 1.75rem;font:inherit;font-weight:600;line-height:1.5;text-align:center;text-decoration:none;cursor:pointer;color:var(--accent-ink);background:var(--accent);border:2px solid var(--accent);border-radius:var(--r)}
.btn:hover{text-decoration:underline}
.btn.two{color:var(--accent);background:transparent}
.btn.low{color:var(--ink);background:transparent;border:1px solid var(--edge);font-weight:400;min-height:var(--tap);padding:.35rem 1rem}
.acts{display:flex;flex-wrap:wrap;margin:2rem -.75rem 1.25rem 0}
.acts>*{margin:0 .75rem .75rem 0}.acts select{margin:0;min-height:var(--tap);padding-top:.3rem;padding-bottom:.3rem}
@media (max-width:30em){.acts .btn:not(.low){width:100%}.large .brand svg{display:none}}

/* 表单 */
fieldset{border:0;margin:0 0 2rem;padding:0;min-width:0}
.field{margin:0 0 2rem}
label,legend{font-weight:600;padding:0}legend{margin-bottom:.4rem}
legend h1,legend h2{margin:0 0 .5rem}
.hint{color:var(--soft);margin:.1rem 0 .5rem;font-weight:400}
.opt{font-weight:400;color:var(--soft)}
input[type=text],input[type=tel],input[type=email],input[type=search],input[type=file],select,textarea{display:block;width:100%;min-height:3rem;padding:.5rem .75rem;margin-top:.35rem;font:inherit;line-height:1.5;color:var(--ink);background:var(--bg);border:2px solid var(--edge);border-radius:var(--r)}
textarea{min-height:10rem}
.w-m{max-width:24rem}
.parts{display:flex}.parts>div{margin-right:.75rem;width:5rem}.parts>.y{width:6rem}
.choice{position:relative;margin:0 0 .75rem}
.choice input{position:absolute;left:1rem;top:1rem;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--accent)}
.choice label{display:block;min-height:3.5rem;padding:.85rem 1rem .85rem 3.5rem;border:1px solid var(--edge);border-radius:var(--r);font-weight:400;line-height:1.6;cursor:pointer}
.choice b{display:block;font-size:1.1875rem}
.choice .hint{display:block;margin:.1rem 0 0}
.choice label:hover{background:var(--band)}
.choice :checked+label{border-color:var(--accent);box-shadow:inset 0 0 0 2px var(--accent);background:var(--accent-tint)}
.choice :checked+label .hint{color:var(--ink)}
.choice :focus-visible+label{outline:3px solid var(--ring);box-shadow:0 0 0 6px var(--ring2)}
.row{display:flex;flex-wrap:wrap;margin-right:-.6rem}
.row .choice{margin:0 .6rem .6rem 0}
.row .choice label{min-height:var(--tap);padding:.5rem .9rem .5rem 2.75rem}
.row .choice input{left:.75rem;top:.6rem}
.scale{margin-right:-.4rem}.scale .choice{flex:1 0 30%;margin-right:.4rem}.scale .choice label{padding-left:2.4rem;padding-right:.25rem}.scale .choice input{left:.5rem}
.field .choice{margin:.75rem 0 0}
.reveal{border-left:4px solid var(--line);padding-left:1.25rem}
@supports selector(:has(*)){fieldset:has(#id-anon:checked)+.reveal{display:none}}
.bad{border-left:4px solid var(--late);padding-left:1rem}
.bad input,.bad select,.bad textarea{border-color:var(--late)}
.err{color:var(--late);font-weight:600;margin:.1rem 0 .35rem}
.errors{border:3px solid var(--late);border-radius:var(--r);padding:1.25rem;margin:0 0 2rem}
.errors h2{margin:0 0 .5rem;font-size:1.25rem}
.errors ul,.errors li{margin:0;padding:0;list-style:none}
.errors a{display:inline-block;padding:.4rem 0;color:var(--late);font-weight:600}
`;
