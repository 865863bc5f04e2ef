/** What the page of an audit has beside the style of the report. */
export const auditStyle = `
.clause{margin:.8rem 0 1rem}blockquote{margin:0;border-left:4px solid var(--line);padding:.1rem 0 .1rem 1rem;font-family:var(--serif)}blockquote p{margin:.2rem 0}
.lead-in{border-left-style:dotted;margin-bottom:.4rem}.clause>.small{margin:0 0 .1rem}cite{font-style:normal;font-weight:600}
mark{background:var(--high);color:var(--ink);padding:0 .1em}mark.hedge{border-bottom:2px dotted}mark.exception{border-bottom:2px solid}mark.found{border-bottom:2px dashed}
blockquote .hidden{user-select:none}.rule{border-top:1px solid var(--line);padding:1.6rem 0 1rem}.verdict{font-weight:600;margin:.5rem 0}
.rule p,.rule ul{margin-top:.4rem;margin-bottom:.6rem}.symbol{display:inline-block;min-width:1.5em}
.tally{list-style:none;padding:0}.tally>li{margin:.8rem 0;font-weight:600}.tally ul{font-weight:400;margin:.2rem 0 0;padding-left:2.6em}.tally a{display:inline-block;padding:.2rem 0;min-height:1.5rem}
.unfit{border-top:1px solid var(--line);padding:.8rem 0}.unfit .subject{margin-top:0;font-size:1.05rem}.sides{display:grid;grid-template-columns:minmax(0,1fr);gap:0 2rem}
@media(min-width:46rem){.sides{grid-template-columns:repeat(auto-fit,minmax(18rem,1fr))}}
.documents li{margin:.4rem 0;overflow-wrap:anywhere}
@media print{.clause,.verdict{break-inside:avoid}.rule h3,.rule h4{break-after:avoid}}
`;
