/** What the page of two versions has beside the styles of the report and the audit. */
export const versionsStyle = `
.sides{display:grid;grid-template-columns:minmax(0,1fr);gap:.4rem 2.5rem}@media(min-width:52rem){.sides{grid-template-columns:repeat(2,minmax(0,1fr))}}
.side{min-width:0}.side h3,.side h4{margin-top:.8rem}.side .documents{padding-left:0;list-style:none}
ins{text-decoration:underline;text-decoration-thickness:.12em;text-underline-offset:.16em;font-weight:600;background:var(--high)}
del{text-decoration:line-through;text-decoration-thickness:.1em;color:var(--soft)}
.changes{list-style:none;padding:0;margin:.2rem 0 1.2rem}.change{border-top:1px solid var(--line);padding:.7rem 0 .2rem;max-width:48rem}.change .clause{margin:.2rem 0 .6rem}
.kind{font-weight:600;margin:0 0 .2rem}.caution{border:2px solid currentColor;padding:.6rem .9rem;max-width:46rem}.counts{padding-left:1.2rem}
.tally ul a{vertical-align:top}.same{margin-top:1.6rem}.same li{margin:.4rem 0}
@media print{.change{break-inside:avoid}.sides{grid-template-columns:repeat(2,minmax(0,1fr))}del{color:#000}}
`;
