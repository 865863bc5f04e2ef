import { html, trusted } from "../page/html.ts";
import { reportStyle } from "../page/style.ts";
import { openWords } from "../words/words.ts";
import type { AuditPage } from "./audit-page.ts";
import { auditStyle } from "./audit-style.ts";
import { claritySection } from "./clarity-section.ts";
import { consistencySection, gapsSection, isContradiction } from "./consistency-section.ts";
import { documentsSection } from "./documents-section.ts";
import { formSection } from "./form-section.ts";
import { reviewLinesStyle } from "./review-lines.ts";
import { ruleSection } from "./rule-section.ts";
import { summarySection } from "./summary-section.ts";

/**
 * An audit as one HTML file that needs nothing else: no network, no script, styles for light, dark and print. The same
 * input gives the same bytes. Quotations stay as written in every language.
 *
 * Not a grade of a department: verdicts are counted, never added up to a score.
 */
export function renderAudit(page: AuditPage): string {
  const { language, date, rubric, documents, rules, consistency, form, clarity } = page;
  const words = openWords(language);
  const title = words.say("audit.title");
  const unread = documents.filter((document) => document.unreadable !== undefined).length;
  const hasGaps = consistency?.some((one) => !isContradiction(one)) ?? false;
  const parts = [
    "summary",
    "documents",
    "rules",
    ...(consistency === undefined ? [] : ["consistency"]),
    ...(hasGaps ? ["gaps"] : []),
    ...(["form", "clarity"] as const).filter((part) => page[part] !== undefined),
  ];
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${trusted(
    reportStyle + auditStyle + reviewLinesStyle,
  )}</style></head>
<body><a class="skip" href="#audit">${words.say("audit.skip")}</a>
<header class="bar"><div class="wrap"><p class="brand">${words.say("audit.brand")}</p></div></header>
<main class="wrap" id="audit" tabindex="-1"><h1>${title}</h1><p class="lede">${words.say("audit.lede", {
    rules: rules.length,
  })}</p><ul class="meta"><li>${words.say(`audit.rubric.${rubric}`)}</li><li>${words.say("audit.made", {
    date: words.date(date),
  })}</li></ul><p>${words.say("audit.first-reading")}</p>${
    unread === 0
      ? undefined
      : html`<p><strong><a href="#documents">${words.say("audit.some-unread", {
          unread,
          documents: documents.length,
        })}</a></strong></p>`
  }
<nav class="parts" aria-labelledby="parts"><h2 id="parts">${words.say("audit.nav")}</h2><ul>${parts.map(
    (id) => html`<li><a href="#${id}">${words.say(`audit.${id}`)}</a></li>`,
  )}</ul></nav>
${summarySection(rules, words)}
${documentsSection(documents, words)}
<section aria-labelledby="rules"><h2 id="rules">${words.say("audit.rules")}</h2>
${rules.map((rule) => ruleSection(rule, words))}</section>
${consistency && consistencySection(consistency, page.consistencyPrecision, words)}
${hasGaps && consistency ? gapsSection(consistency, words) : undefined}
${form && formSection(form, words)}
${clarity && claritySection(clarity, words)}
</main>
<footer><div class="wrap"><p>${words.say("audit.footer")}</p></div></footer>
</body></html>
`.markup;
}
