import type { Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace } from "../place-index.ts";
import { overviewChange } from "./overview-change.ts";
import { overviewPolicy } from "./overview-policy.ts";

/** What is not recorded, what the policy lacks, what changed, and what else there is about a place, with the ways there. */
export function overviewParts(open: OpenPlace, language: Language): Html {
  const say = siteWords(language);
  const to = addresses(language);
  const { id } = open.place;
  const parts: readonly (readonly [string, string, Html])[] = [
    [to.notRecorded(id), say("tab-not-recorded"), notRecorded(open, language)],
    [to.policy(id), say("tab-policy"), overviewPolicy(open.place, language)],
    [to.change(id), say("tab-change"), overviewChange(open, language)],
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
    missing.filter((element) => element.status === status).map(({ title }) => small(title[language]));
  const [none, partly] = [titles("not_collected"), titles("partly")];
  const texts = [
    ...(none.length === 0 ? [] : [say("overview-none", { elements: words.list(none) })]),
    ...(partly.length === 0 ? [] : [say("overview-partly", { elements: words.list(partly) })]),
  ];
  return html`${texts.join(" ")}`;
}

const small = (title: string): string => title.charAt(0).toLocaleLowerCase() + title.slice(1);
