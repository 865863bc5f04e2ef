/** Style of the dictionary page, in itself: light, dark, print. */
export const dictionaryStyle = `
:root { --ink: #1b2421; --soft: #52605b; --line: #d5dcd8; --paper: #fbfaf7; --accent: #0c5a52; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ece9; --soft: #aab5b0; --line: #3a4542; --paper: #141a18; --accent: #7fd0c4; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 17px/1.5 "Public Sans", system-ui, sans-serif; }
h1, h2, h3 { font-family: "Source Serif 4", Georgia, serif; line-height: 1.2; }
h2 { margin-top: 3rem; border-top: 2px solid var(--ink); padding-top: .75rem; }
h3 { margin: 2.25rem 0 .25rem; }
p { max-width: 75ch; }
a { color: var(--accent); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
nav ul { columns: 16rem; padding-left: 1.2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line); }
tbody th { font-weight: 400; } .title { font-weight: 600; display: block; }
code { font-size: .95em; overflow-wrap: anywhere; }
.note, .from { color: var(--soft); }
@media print { body { max-width: none; font-size: 10pt; } nav, .skip { display: none; } tr { break-inside: avoid; } a { color: inherit; } }
`;
