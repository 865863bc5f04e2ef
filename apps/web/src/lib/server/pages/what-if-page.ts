import type { Finding } from "@evenhand/standard";
import { whatIf } from "@evenhand/toolkit/analysis/footprint/what-if";
import { questionContext } from "@evenhand/toolkit/analysis/gap/gap-report";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { whatIfSections } from "@evenhand/toolkit/report/what-if/render-what-if";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { whatIfStatement } from "@evenhand/toolkit/report/words/footprint/what-if-statement";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { error } from "@sveltejs/kit";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { situationCells } from "../situation-cells.ts";
import { askedOf, type Supposed, supposedOf, type WhatIfAsked } from "../what-if-asked.ts";
import { guideLink } from "./learn-pages.ts";
import { methodLink } from "./method-pages.ts";
import { readyExamples, saidClasses, whatIfForm } from "./what-if-form.ts";

/** Shares that a page offers as ready examples. */
const readyShares = [0.1, 0.3, 0.5];

/**
 * How much of the recorded force would not have happened if a share of one kind of contact had met a different
 * response: from a ready example's address or from the form. Undefined for an address that is no example.
 */
export async function whatIfPage(open: OpenPlace, { language, params, url }: Asked): Promise<Page | undefined> {
  const { place, answers } = open;
  const words = openWords(language);
  const say = siteWords(language);
  const { supposed: part } = params;
  const ready = part === undefined ? undefined : supposedOf(part, answers.footprint);
  if (part !== undefined && ready === undefined) return undefined;
  const asked = ready === undefined ? askedOf(url.searchParams, answers.footprint) : filled(ready);
  const finding = asked.supposed === undefined ? undefined : await work(open, asked.supposed, say("whatif-late"));
  const name = words.say("footprint.whatif.page", { agency: place.name });
  const method = html`${say("fact-method")}: ${methodLink(finding?.method ?? "", language)}`;
  const markup = html`<h1>${name}</h1><p class="lede">${words.say("footprint.whatif.lede", { agency: place.name })}</p>${problem(
    asked,
    say("whatif-wrong"),
  )}${finding && whatIfSections({ finding, release: answers.release, list: answers.footprint, method }, words)}${choices(open, asked, language)}<p><a href="${addresses(
    language,
  ).reduce(
    place.id,
  )}">${say("whatif-back", { place: place.name })}</a></p><p>${guideLink("reduce-force", language)}</p>`;
  const sentence =
    finding === undefined
      ? undefined
      : finding.shown === "cannot-say"
        ? findingSentence(finding, words)
        : whatIfStatement(finding, words).headline;
  const status = asked.wrong.length === 0 ? {} : { status: 400 as const };
  return {
    title: name,
    ...status,
    ...(sentence === undefined ? {} : { description: sentence }),
    markup: markup.markup,
  };
}

/** The form, where there is a server, and the ready examples; in their place why there is nothing to choose. */
function choices(open: OpenPlace, asked: WhatIfAsked, language: Asked["language"]): Html {
  const say = siteWords(language);
  if (saidClasses(open.answers).length === 0) {
    const why =
      asked.supposed === undefined ? html`<p>${say("whatif-none", { place: open.place.name })}</p>` : undefined;
    return html`${why}<p><a href="${addresses(language).letter(open.place.id)}">${say("letter-link")}</a></p>`;
  }
  const form = readSettings().isStatic
    ? undefined
    : html`<section class="no-print" aria-labelledby="again"><h2 id="again">${say(
        asked.supposed === undefined ? "whatif-section" : "whatif-again",
      )}</h2><p>${say("whatif-about")}</p>${whatIfForm(open, asked, language)}</section>`;
  return html`${form}<section class="no-print" aria-labelledby="ready"><h2 id="ready">${say("whatif-ready")}</h2>${readyExamples(
    open,
    readyShares,
    language,
  )}</section>`;
}

/** The what-if as a section of another page; nothing where the records tell of no such situation. */
export function whatIfChoices(open: OpenPlace, language: Asked["language"]): Html | undefined {
  return saidClasses(open.answers).length === 0
    ? undefined
    : choices(open, askedOf(new URLSearchParams(), open.answers.footprint), language);
}

const problem = ({ wrong }: WhatIfAsked, text: string): Html | undefined =>
  wrong.length === 0 ? undefined : html`<p class="problem" role="alert">${text}</p>`;

const filled = (supposed: Supposed): WhatIfAsked => ({
  given: {
    class: supposed.class,
    share: String(Math.round(supposed.share * 100)),
    backup: String(Math.round(supposed.backup * 100)),
  },
  wrong: [],
  supposed,
});

async function work(open: OpenPlace, supposed: Supposed, late: string): Promise<Finding> {
  const { release, footprint } = open.answers;
  const cells = await situationCells(open).catch((cause: Error) => {
    if (!cause.message.startsWith("invalid query time")) throw cause;
    return error(503, late);
  });
  return whatIf({ ...questionContext(release), footprint }, cells, supposed);
}
