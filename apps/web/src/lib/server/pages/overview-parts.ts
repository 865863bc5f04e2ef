import type { Language } from "@evenhand/standard";
import { standingCount, verdictOrder } from "@evenhand/toolkit/report/audit/verdict-text";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace } from "../place-index.ts";

/** What the other pages of a place hold, in a line each: not recorded, policy, change, reduce, data. */
export function overviewParts(open: OpenPlace, language: Language): Html {
  const say = siteWords(language);
  const to = addresses(language);
  const { id } = open.place;
  const parts: readonly (readonly [string, string, Html])[] = [
    [to.notRecorded(id), say("tab-not-recorded"), notRecorded(open, language)],
    [to.policy(id), say("tab-policy"), policy(open, language)],
    [to.change(id), say("tab-change"), change(open, language)],
    [to.reduce(id), say("tab-reduce"), html`${say("overview-reduce")}`],
    [to.data(id), say("tab-data"), html`${say("overview-data")}`],
    [to.packet(id), say("tab-packet"), html`${say("overview-packet")}`],
  ];
  return html`<h2>${say("overview-more")}</h2><dl class="more">${parts.map(
    ([href, name, text]) => html`<dt><a href="${href}">${name}</a></dt><dd>${text}</dd>`,
  )}</dl>`;
}

function notRecorded({ place }: OpenPlace, language: Language): Html {
  const say = siteWords(language);
  const words = openWords(language);
  const missing = place.summary.elements.filter(({ status }) => status !== "collected");
  if (missing.length === 0) return html`${say("overview-all-recorded")}`;
  const titles = (status: string) =>
    missing.filter((element) => element.status === status).map(({ title }) => title[language]);
  const [none, partly] = [titles("not_collected"), titles("partly")];
  const texts = [
    ...(none.length === 0 ? [] : [say("overview-none", { elements: words.list(none) })]),
    ...(partly.length === 0 ? [] : [say("overview-partly", { elements: words.list(partly) })]),
  ];
  return html`${texts.join(" ")}`;
}

function policy({ place }: OpenPlace, language: Language): Html {
  const { provisions } = place.summary;
  if (provisions === undefined) return html`${siteWords(language)("overview-no-policy")}`;
  const words = openWords(language);
  const counts = verdictOrder.flatMap((verdict) => {
    const count = provisions.filter((provision) => provision.verdict === verdict).length;
    return count === 0 ? [] : [standingCount(verdict, count, words)];
  });
  return html`${counts.join("; ")}.`;
}

function change({ answers }: OpenPlace, language: Language): Html {
  const say = siteWords(language);
  const count = answers.events.length;
  return html`${count === 0 ? say("overview-no-events") : say("overview-events", { count })}`;
}
