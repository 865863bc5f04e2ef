import type { Finding, Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace, Place } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { embedCode } from "./embed-code.ts";
import { findingForms } from "./finding-file.ts";
import { hasPicture } from "./finding-picture.ts";

/** How to take a finding away: its files, and the code that shows it on another site. */
export function findingTakeAway(finding: Finding, { place, answers }: OpenPlace, language: Language): Html {
  const say = siteWords(language);
  const to = addresses(language);
  const own = to.finding(place.id, finding.id);
  const isDrawn = hasPicture(finding, answers);
  const forms = findingForms.filter((form) => isDrawn || (form !== "svg" && form !== "png"));
  const code = embedCode(finding, { place: place.id, beside: answers, language, origin: readSettings().origin });
  return html`<section class="no-print"><h2 id="take">${say("take-title")}</h2><ul class="downloads">${forms.map(
    (form) => html`<li><a href="${`${own}.${form}`}">${say(`take-${form}`)}</a></li>`,
  )}</ul>${isDrawn ? undefined : html`<p>${say("take-no-picture")}</p>`}<h3 class="spaced" id="embed">${say("embed-title")}</h3><p>${say("embed-about")} <a href="${to.embed(
    place.id,
    finding.id,
  )}">${say("embed-see")}</a></p><pre class="copy" tabindex="0" role="region" aria-labelledby="embed"><code>${code}</code></pre></section>`;
}

/** Where programs find the same finding: as data, and as a frame for another site. */
export function findingAlternates(finding: Finding, place: Place, language: Language): NonNullable<Page["alternates"]> {
  const own = addresses(language).finding(place.id, finding.id);
  const { origin, isStatic } = readSettings();
  const data = [
    { type: "application/json", href: `${own}.json` },
    { type: "text/csv", href: `${own}.csv` },
  ];
  if (isStatic) return data;
  const asked = new URLSearchParams({ url: origin + own, format: "json" });
  return [...data, { type: "application/json+oembed", href: `${origin}/oembed?${asked}` }];
}
