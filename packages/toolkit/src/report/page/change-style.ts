/** What the section on events adds to the report's style. */
export const changeStyle = `
.event{border-top:3px solid var(--line);margin-top:2rem;padding-top:1rem}.event>h3{font-size:1.45rem}.event .meta{margin:.4rem 0 .8rem}.event .meta li{min-width:0;overflow-wrap:anywhere}
.event .finding{padding:1.2rem 0}.event h4.said{font:600 1.15rem/1.36 var(--serif);margin:0;max-width:36em;text-wrap:pretty}
.short{border-left:4px solid var(--mark);margin:.6rem 0 1rem;padding:.1rem 0 .1rem 1rem;max-width:44rem}.short dt{margin-top:.35rem}.short dd{margin:0}
.event td:last-child{min-width:6rem;padding-right:.1rem}.event table{font-size:.86rem}.event th,.event td{padding-right:.6rem}.found{margin:.2rem 0;padding-left:1.2rem}.others{margin:1rem 0 0}
@media print{.event{border-top:2px solid #000}.event>h3,h4{break-after:avoid}.short{break-inside:avoid}}
`;
