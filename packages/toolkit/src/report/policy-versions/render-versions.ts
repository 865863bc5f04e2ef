import { auditStyle } from "../audit/audit-style.ts";
import { html, trusted } from "../page/html.ts";
import { reportStyle } from "../page/style.ts";
import { openWords } from "../words/words.ts";
import { changesSection } from "./changes-section.ts";
import { provisionsSection } from "./provision-section.ts";
import { versionsSummary } from "./summary-section.ts";
import type { VersionsPage } from "./versions-page.ts";
import { versionsSection } from "./versions-section.ts";
import { versionsStyle } from "./versions-style.ts";

/**
 * Two versions of a policy compared, as one HTML file that needs nothing else: no network, no script, styles for light,
 * dark and print. The same input gives the same bytes. Quotations stay as written in every language.
 *
 * Not proof that practice changed: the words did.
 */
export function renderVersions(page: VersionsPage): string {
  const { language, date, rubric, provisions } = page;
  const words = openWords(language);
  const title = words.say("versions.title");
  const parts = ["summary", "documents", "provisions", "changes"];
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${trusted(
    reportStyle + auditStyle + versionsStyle,
  )}</style></head>
<body><a class="skip" href="#comparison">${words.say("versions.skip")}</a>
<header class="bar"><div class="wrap"><p class="brand">${words.say("versions.brand")}</p></div></header>
<main class="wrap" id="comparison" tabindex="-1"><h1>${title}</h1><p class="lede">${words.say("versions.lede", {
    rules: provisions.length,
  })}</p><ul class="meta"><li>${words.say(`audit.rubric.${rubric}`)}</li><li>${words.say("audit.made", {
    date: words.date(date),
  })}</li></ul><p>${words.say("versions.first-reading")}</p>
<nav class="parts" aria-labelledby="parts"><h2 id="parts">${words.say("audit.nav")}</h2><ul>${parts.map(
    (id) => html`<li><a href="#${id}">${words.say(`versions.${id}`)}</a></li>`,
  )}</ul></nav>
${versionsSummary(page, words)}
${versionsSection(page, words)}
${provisionsSection(provisions, words)}
${changesSection(page, words)}
</main>
<footer><div class="wrap"><p>${words.say("versions.footer")}</p></div></footer>
</body></html>
`.markup;
}
