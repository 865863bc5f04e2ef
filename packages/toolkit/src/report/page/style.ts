/**
 * The report's style: tokens for light, dark and print, then the parts of the page. System fonts, so that the file
 * stays small and asks nothing of a network.
 */
export const reportStyle = `
:root{color-scheme:light dark;--ink:#1d2126;--soft:#565f6a;--line:#d9d6cf;--paper:#fcfbf8;--tint:#f2efe8;--mark:#0b5a66;--link:#0b5a66;--high:#e7dfc9;--focus:#8a5a00;
--serif:"Source Serif 4","Source Serif Pro",Charter,Georgia,"Times New Roman",serif;--sans:"Public Sans",system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media(prefers-color-scheme:dark){:root{--ink:#ecebe7;--soft:#b3bac2;--line:#42484f;--paper:#15181b;--tint:#1f2428;--mark:#6cc3cf;--link:#86d2dc;--high:#4a4326;--focus:#ffc94d}}
*{box-sizing:border-box}html{font-size:106.25%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 var(--sans);overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:.06em}
a:focus-visible,summary:focus-visible,.scroll:focus-visible,main:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.wrap{max-width:68rem;margin:0 auto;padding:0 1rem}
@media(min-width:30rem){.wrap{padding:0 1.25rem}}
.skip{position:absolute;left:-999rem;top:0;background:var(--ink);color:var(--paper);padding:.6rem 1rem;z-index:2}.skip:focus{left:0}
.hidden{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.fiction{background:var(--ink);color:var(--paper);font-weight:600}.fiction p{margin:0;padding:.5rem 0}
.bar{border-bottom:1px solid var(--line)}.bar .wrap{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;align-items:baseline;padding-top:.5rem;padding-bottom:.5rem}
.brand{font:600 1rem/1.6 var(--serif);margin:0}
h1{font:600 clamp(1.9rem,5vw,2.9rem)/1.1 var(--serif);letter-spacing:-.012em;margin:2rem 0 .8rem;max-width:22em;text-wrap:balance}
h2{font:600 1.65rem/1.25 var(--serif);margin:2.6rem 0 .4rem;max-width:31em;text-wrap:balance}
h3{font:600 1.3rem/1.32 var(--serif);margin:0;max-width:33em;text-wrap:pretty}h4{font:600 1rem/1.4 var(--sans);margin:1.4rem 0 .3rem}
h3.spaced{margin-top:1.8rem;margin-bottom:.4rem}.scroll+.scroll{margin-top:1.2rem}p,li,dd{max-width:44rem}.lede{font:400 clamp(1.12rem,2.2vw,1.3rem)/1.45 var(--serif);margin:0 0 1rem;max-width:38em}
.main-sentences{margin:.6rem 0 0;padding:0;list-style:none}.main-sentences li{font:400 clamp(1.12rem,2.2vw,1.32rem)/1.45 var(--serif);border-left:4px solid var(--mark);padding:.1rem 0 .1rem 1rem;margin:0 0 1rem;max-width:38em}
.parts h2{font:600 1rem/1.4 var(--sans);margin:1.6rem 0 .2rem}.parts ul{columns:16rem;column-gap:2rem;margin:0;padding:0;list-style:none;font-size:.95rem}.parts li{break-inside:avoid}.parts a{display:inline-block;padding:.25rem 0;min-height:1.75rem}
.meta{color:var(--soft);font-size:.88rem;margin:0 0 1.4rem;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;list-style:none}
.finding{display:grid;grid-template-columns:minmax(0,1fr);gap:.6rem 2.5rem;padding:1.6rem 0;border-top:1px solid var(--line)}
.finding>*{min-width:0}
@media(min-width:60rem){.finding{grid-template-columns:minmax(0,1fr) 16rem}.finding>.note{grid-column:2}}
.body{display:grid;grid-template-columns:minmax(0,1fr);gap:.6rem;align-content:start}.body>*{min-width:0}figure+.finding{margin-top:1.4rem}.sure-text p{margin:.3rem 0 .6rem}.cannot-say{border-top:1px solid var(--line)}.cannot-say li{margin:.5rem 0}
.kicker{font-size:.84rem;color:var(--soft);margin:0}.also{margin:0;font-size:1rem}
.note{font-size:.88rem;color:var(--soft);line-height:1.45;border-left:2px solid var(--line);padding-left:.9rem;align-self:start}.note p,.note ul{margin:0 0 .55rem}.note ul{padding-left:1rem}.note strong{color:var(--ink)}
.note .check{font-size:.8rem;overflow-wrap:anywhere}
.sure{display:inline-block;border:1px solid currentColor;border-radius:1rem;padding:.02rem .6rem;font-size:.84rem;color:var(--ink)}
figure{margin:.3rem 0 0}figcaption{font-size:.86rem;color:var(--soft);margin-top:.3rem}
svg.chart{display:block;width:100%;height:auto;overflow:visible;font-family:var(--sans);font-variant-numeric:tabular-nums;color:var(--ink)}
svg.narrow{max-width:24rem}svg.wide{max-width:46rem;display:none}
@media(min-width:46rem){svg.wide{display:block}svg.narrow{display:none}}
details{font-size:.94rem}summary{cursor:pointer;color:var(--link);padding:.35rem 0;min-height:1.75rem;width:fit-content}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums;min-width:min(100%,26rem)}caption{text-align:left;color:var(--soft);font-size:.88rem;padding:.2rem 0 .3rem}
caption span{display:block;position:sticky;left:0;max-width:min(44rem,calc(100vw - 2.2rem))}
th,td{text-align:left;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}thead th{font-weight:600;vertical-align:bottom}tbody th{font-weight:400;min-width:6.5rem}td.n,th.n{text-align:right;white-space:nowrap}thead th.n{white-space:normal}thead th.long{min-width:7.5rem}tfoot td,tfoot th{border-bottom:0;color:var(--soft);font-weight:400}
.status{font-weight:600;white-space:nowrap}.small{font-size:.85rem;color:var(--soft)}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.86em;overflow-wrap:anywhere}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.4rem 0 0;padding:0;font-size:.86rem}.legend li{display:flex;align-items:center;gap:.4rem}
dt{font-weight:600;margin-top:.6rem}dd{margin:0 0 .2rem}
footer{border-top:1px solid var(--line);margin-top:2.5rem;color:var(--soft);font-size:.88rem}footer .wrap{padding-top:1.2rem;padding-bottom:3rem}
@media print{
:root{color-scheme:light;--ink:#000;--soft:#333;--line:#999;--paper:#fff;--tint:#fff;--mark:#222;--link:#000;--high:#ddd}
@page{margin:1.6cm}html{font-size:10.5pt}.bar,.skip,.parts,summary{display:none}a{text-decoration:none}
.wrap{padding:0;max-width:none}.finding{grid-template-columns:minmax(0,1fr);padding:.9rem 0}.finding>.note{grid-column:auto}
h2,h3,caption{break-after:avoid}figure,tr,.note,.main-sentences li{break-inside:avoid}
svg.wide{display:block;max-width:15cm}svg.narrow{display:none}.scroll{overflow:visible}table{font-size:.74rem;min-width:0}th,td{padding:.2rem .4rem .2rem 0}thead th{overflow-wrap:anywhere}td.n,.status{white-space:normal}caption span{max-width:none}
details::details-content{content-visibility:visible;block-size:auto;display:block}
.fiction{border:2px solid #000;background:#fff;color:#000}.fiction p{padding:.3rem .5rem}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
