/**
 * Tables: a shade at the side on which a wide one goes on, and the tables of departments, which show a sign for each word
 * where the words do not fit.
 */
export const tableStyle = `
:root{--shade:rgb(29 33 38/.3)}@media(prefers-color-scheme:dark){:root{--shade:rgb(255 255 255/.3)}}
.scroll{background:linear-gradient(to right,var(--paper) 40%,transparent) -1px 0/2.4rem 100% no-repeat local,linear-gradient(to left,var(--paper) 40%,transparent) calc(100% + 1px) 0/2.4rem 100% no-repeat local,linear-gradient(to right,var(--shade),transparent) 0 0/.8rem 100% no-repeat scroll,linear-gradient(to left,var(--shade),transparent) 100% 0/.8rem 100% no-repeat scroll}
.scroll th,.scroll td{overflow-wrap:normal}.statuses table{border-collapse:separate;border-spacing:0}.statuses th,.statuses td{padding:.4rem .55rem}.statuses th .small{display:block;font-weight:400}.statuses thead th{border-bottom:2px solid var(--line)}.statuses th:first-child{padding-left:0;position:sticky;left:0;background:var(--paper);z-index:1}.statuses a{display:inline-block;min-height:1.5rem}.statuses td{min-width:6rem}.sign{font-weight:600;display:inline-block;min-width:1.3em}
.legend.signs{display:none;margin:.2rem 0 .5rem}.legend.signs.dense{display:flex}.signs .sign{text-align:center;min-width:1.5rem}.sign.not_collected{background:repeating-linear-gradient(45deg,transparent 0 4px,var(--line) 4px 5px)}.sideways{display:none;margin:.2rem 0 .4rem}
${narrow(".statuses.dense")}@media(min-width:46rem){.statuses.dense td{min-width:2.9rem}.statuses.dense tbody th a{white-space:nowrap}.statuses.dense tbody th{padding-right:1.2rem}}
.scroll code{overflow-wrap:normal}.fields .scroll td:nth-child(2){min-width:14rem}
@media(min-width:46rem){.statuses:not(.dense) td{padding-left:1.85em;text-indent:-1.3em}.sign{text-indent:0}section[aria-labelledby=gap] tbody th{min-width:9.5rem}}
.codes .scroll td:nth-child(2){min-width:13rem}.codes .scroll td:nth-child(3){min-width:11rem}section[aria-labelledby=gap] .scroll td:nth-child(3){min-width:8.5rem}section[aria-labelledby=gap] .scroll td:nth-child(4){min-width:13rem}section[aria-labelledby=gap] .scroll td.n{white-space:normal;min-width:4.2rem}section[aria-labelledby=issues] .scroll td:nth-child(n+3){min-width:11rem}
@media(max-width:45.99rem){.legend.signs{display:flex}.sideways{display:block}${narrow(".statuses")}}
@media print{.tabs,.search,.downloads{display:none}.scroll{background:none}.statuses.dense{break-inside:avoid}.statuses th:first-child{position:static}.statuses thead th a{text-decoration:none}.sideways{display:none}}
`;

/** Signs alone, under headings that run upwards. */
function narrow(table: string): string {
  return `${table} .word{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}${table} td{min-width:0;padding:.4rem 0;text-align:center}${table} .sign{min-width:1.5rem}${table} thead th{padding:.3rem 0}${table} thead th:first-child{padding-right:.5rem}${table} thead th+th{text-align:center}${table} thead th+th a,${table} thead th+th .small{display:inline-block;vertical-align:bottom;writing-mode:vertical-rl;transform:rotate(180deg);max-height:10rem;min-width:1.5rem;line-height:1.5rem;text-align:left}${table} thead th+th .small{margin-top:.4rem}${table} tbody th{min-width:5.6rem;padding-right:.5rem}`;
}
