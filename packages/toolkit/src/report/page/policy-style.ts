import { auditStyle } from "../audit/audit-style.ts";

/** What a report with a policy beside its data has beside its own style. */
export const policyStyle = `${auditStyle}
.policy .rule{padding:1rem 0 .6rem}.policy .rule h4{margin:0;font-size:1.08rem}.policy .tally>li{font-weight:400;margin:.2rem 0}
.rule .places{columns:auto;list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;font-size:.94rem}.rule .places a,.to-policy{display:inline-block;padding:.2rem 0;min-height:1.5rem}
.to-policy{font-size:.85rem;display:block}.doubt{border-left:4px solid var(--focus);padding-left:1rem}
:target{outline:2px solid var(--focus);outline-offset:.3rem}
@media print{.rule .places,.to-policy{display:none}}
`;
