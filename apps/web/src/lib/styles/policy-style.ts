import { reviewLinesStyle } from "@evenhand/toolkit/report/audit/review-lines";
import { changeStyle } from "@evenhand/toolkit/report/page/change-style";
import { policyStyle } from "@evenhand/toolkit/report/page/policy-style";
import { versionsStyle } from "@evenhand/toolkit/report/policy-versions/versions-style";

/** Pages about the policy and about change: the report's own parts, and what only the site has. */
export const policyPageStyle = `${policyStyle}${versionsStyle}${reviewLinesStyle}${changeStyle}
.back{margin:1rem 0 0;font-size:.94rem}.back a,.ways a,.document-parts a{display:inline-block;padding:.25rem 0;min-height:1.5rem}.back~h1,.back~article>h1{margin-top:.6rem}
.back~article.rule{border-top:0;padding-top:0}.back~article.rule h2{font-size:1.3rem;margin-top:1.7rem}.rule .places a{font-size:inherit}
h1.file{font-size:clamp(1.4rem,3.6vw,2.2rem);overflow-wrap:anywhere}
.back~.event{border-top:0;margin-top:.6rem;padding-top:0}.event h2.said{font:600 1.25rem/1.36 var(--serif);margin:0;max-width:36em;text-wrap:pretty}.event .others h2,.event .others h3{font-size:1.15rem}
mark.found{margin:0;padding:0 .1em}.symbol{text-indent:0}td:has(>.symbol){padding-left:1.5em;text-indent:-1.5em}@media(min-width:46rem){td:has(>.symbol){white-space:nowrap;padding-right:2rem}}#rules~.also{margin:0 0 1.2rem}.tally>li>a:has(.symbol),.tally>li:has(>.symbol),.verdict:has(>.symbol){padding-left:1.5em;text-indent:-1.5em}.tally>li:has(>.symbol)>ul{text-indent:0;padding-left:1.1em}
.register .tally>li{font-weight:400;margin:.3rem 0}.register table{width:100%}.register tbody th{width:44%}.register .evidence{font-size:.94em}
.ways:not(nav *) a{margin-left:0}.ways{list-style:none;padding:0;margin:.6rem 0 1rem}.document-parts{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
.evidence{margin:0;padding-left:1.1em}.evidence li{margin:.1rem 0}
h2.question{font-size:1.3rem;margin:0 0 .4rem}.side-name{font-weight:600;margin:.8rem 0 0}.side h2{font-size:1.1rem;margin:.6rem 0 0}
.document{font-family:var(--serif);max-width:44rem}.document h2{font-size:1.35rem}.document h3{margin:1.4rem 0 .4rem}.document p{margin:.5rem 0}.document .item{padding-left:1.4rem}.document .definition{padding-left:.7rem}
.page-mark{font:400 .8rem/1.4 var(--sans);color:var(--soft);border-top:1px dotted var(--line);padding-top:.2rem}
.quoted{border-left:4px solid var(--mark);background:var(--tint);padding:.2rem .8rem;margin:.6rem 0}.quoted h2,.quoted h3{margin-top:.3rem}
.quoters{font:400 .86rem/1.4 var(--sans);list-style:none;padding:0;margin:.2rem 0 .3rem}.quoters li{margin:.15rem 0}
@media print{.back,.ways,.document-parts{display:none}.quoted{background:none}}
`;
