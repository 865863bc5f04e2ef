import { reportStyle } from "@evenhand/toolkit/report/page/style";
import { dataStyle } from "./styles/data-style.ts";
import { findingStyle } from "./styles/finding-style.ts";
import { fontStyle } from "./styles/font-style.ts";
import { meetingStyle } from "./styles/meeting-style.ts";
import { policyPageStyle } from "./styles/policy-style.ts";
import { tableStyle } from "./styles/table-style.ts";

/** The report's style, and what only the site has. */
export const siteStyle = `${fontStyle}
${reportStyle}
.bar nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;list-style:none;margin:0;padding:0}.bar nav a{display:inline-block;padding:.35rem 0;min-height:1.75rem}.brand a{color:inherit;text-decoration:none}
.places{padding:0;list-style:none;columns:18rem;column-gap:2rem}.places li{break-inside:avoid}.places a{display:inline-block;padding:.3rem 0;font-size:1.05rem}.small{color:var(--soft);font-size:.86rem}.places .small{display:block;margin:-.2rem 0 .5rem}
.tabs ul{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;list-style:none;margin:0 0 1rem;padding:.3rem 0;border-bottom:1px solid var(--line)}.tabs a{display:inline-block;padding:.35rem 0;min-height:1.75rem}.tabs a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none;border-bottom:3px solid var(--mark)}
td.not_collected,td.unknown{background:repeating-linear-gradient(45deg,transparent 0 4px,var(--line) 4px 5px)}
.downloads{padding:0;list-style:none}.downloads li{padding:.25rem 0}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem;max-width:44rem}dl.facts dt{margin:0}dl.facts dd{margin:0;overflow-wrap:anywhere}@media(max-width:30rem){dl.facts{grid-template-columns:1fr;gap:.1rem}dl.facts dd{margin-bottom:.5rem}}
.search{margin:.6rem 0 1rem}.search label{display:block;font-weight:600}.search span{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.3rem}input,button,select{font:inherit;color:inherit;min-height:2.6rem;padding:.3rem .8rem;background:var(--paper);border:1px solid var(--soft);border-radius:.2rem}input[type=search]{flex:1 1 12rem;max-width:26rem}button{background:var(--mark);border-color:var(--mark);color:var(--paper);font-weight:600;cursor:pointer}input:focus-visible,button:focus-visible,select:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
${meetingStyle}${dataStyle}${findingStyle}${policyPageStyle}${tableStyle}dl.more{display:grid;grid-template-columns:minmax(8rem,max-content) 1fr;gap:.5rem 1.4rem;max-width:48rem}dl.more dt{margin:0}dl.more dd{margin:0}@media(max-width:34rem){dl.more{grid-template-columns:1fr;gap:.1rem}dl.more dd{margin-bottom:.6rem}}
pre{font:400 .82rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--tint);padding:.6rem .8rem;margin:.3rem 0;width:max-content;min-width:100%}ol.steps li{margin:.4rem 0}
.finding h1{font-size:clamp(1.45rem,3.4vw,2.1rem);line-height:1.22;margin:0}
.meta li{min-width:0;overflow-wrap:anywhere}
`;
