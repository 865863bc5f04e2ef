import { reportStyle } from "@evenhand/toolkit/report/page/style";

/** The report's style, and what only the site has. */
export const siteStyle = `${reportStyle}
.bar nav ul{display:flex;flex-wrap:wrap;gap:.1rem 1.2rem;list-style:none;margin:0;padding:0}.bar nav a{display:inline-block;padding:.35rem 0;min-height:1.75rem}.brand a{color:inherit;text-decoration:none}
.places{padding:0;list-style:none;columns:18rem;column-gap:2rem}.places li{break-inside:avoid}.places a{display:inline-block;padding:.3rem 0;font-size:1.05rem}.small{color:var(--soft);font-size:.86rem}
.tabs ul{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;list-style:none;margin:0 0 1rem;padding:.3rem 0;border-bottom:1px solid var(--line)}.tabs a{display:inline-block;padding:.35rem 0;min-height:1.75rem}.tabs a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none;border-bottom:3px solid var(--mark)}
td.not_collected,td.unknown{background:repeating-linear-gradient(45deg,transparent 0 4px,var(--line) 4px 5px)}
.downloads{padding:0;list-style:none}.downloads li{padding:.25rem 0}
dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.2rem;max-width:44rem}dl.facts dd{margin:0;overflow-wrap:anywhere}@media(max-width:30rem){dl.facts{grid-template-columns:1fr;gap:.1rem}dl.facts dd{margin-bottom:.5rem}}
`;
