import type { Language } from "@evenhand/standard";
import { standingCount, standingTitle, verdictOrder } from "@evenhand/toolkit/report/audit/verdict-text";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { provisionTitle } from "../../words/provision-title.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Place } from "../place-index.ts";

type Provision = NonNullable<Place["summary"]["provisions"]>[number];

const mostNamed = 6;

/** What the policy lacks by name, with the way to each answer and its quotations; then how many answers of each kind. */
export function overviewPolicy({ id, summary }: Place, language: Language): Html {
  const { provisions } = summary;
  if (provisions === undefined) return html`${siteWords(language)("overview-no-policy")}`;
  const words = openWords(language);
  const of = (verdict: Provision["verdict"]) => provisions.filter((provision) => provision.verdict === verdict);
  const lacking = (["silent", "contradicted", "qualified"] as const).flatMap((verdict) => {
    const some = of(verdict);
    return some.length === 0 ? [] : [html`<li>${standingTitle(verdict, words)}: ${named(some, id, language)}</li>`];
  });
  const counts = verdictOrder.flatMap((verdict) => {
    const count = of(verdict).length;
    return count === 0 ? [] : [standingCount(verdict, count, words)];
  });
  return html`${lacking.length === 0 ? undefined : html`<ul>${lacking}</ul>`}<p>${counts.join("; ")}.</p>`;
}

function named(provisions: readonly Provision[], place: string, language: Language): Html {
  const to = addresses(language);
  const links = provisions.slice(0, mostNamed).map(({ id, question }, index) => {
    const title = provisionTitle(id, language) ?? question[language];
    return html`${index === 0 ? "" : "; "}<a href="${to.policyRule(place, id)}">${title}</a>`;
  });
  const more = provisions.length - links.length;
  return html`${links}${more === 0 ? "" : html`; <a href="${to.policy(place)}">${siteWords(language)("overview-and-more", { count: more })}</a>`}.`;
}
