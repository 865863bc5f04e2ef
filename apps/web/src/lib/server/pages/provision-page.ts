import { quotation } from "@evenhand/toolkit/report/audit/quotation";
import { standingOf } from "@evenhand/toolkit/report/audit/standing-groups";
import { standingTitle, withSymbol } from "@evenhand/toolkit/report/audit/verdict-text";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { policyDoubt } from "@evenhand/toolkit/report/page/policy-section";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import { type OpenPlace, openPlace, type Place, readPlaces } from "../place-index.ts";
import { fictionNote } from "../policy/fiction-note.ts";
import { linkedPolicy } from "../policy/linked-policy.ts";
import { readSettings } from "../settings.ts";
import { guideLink } from "./learn-pages.ts";

type Language = Asked["language"];

/** One question and the answer of every department's policy that is here; undefined where none was asked it. */
export async function provisionPage({ language, params }: Asked): Promise<Page | undefined> {
  const { rule = "" } = params;
  const { releases } = readSettings();
  const all = await readPlaces(releases);
  const places = all.filter(({ summary }) => summary.provisions?.some(({ id }) => id === rule));
  const question = places[0]?.summary.provisions?.find(({ id }) => id === rule)?.question[language];
  if (question === undefined) return undefined;
  const say = siteWords(language);
  const answers: Html[] = [];
  for (const { id } of places) {
    const open = await openPlace(releases, id);
    const answer = open && answerOf(open, rule, language);
    if (answer !== undefined) answers.push(answer);
  }
  const about = say("provision-about", { count: places.length });
  const markup = html`<h1>${question}</h1><p class="lede">${about}</p><p>${say("compare-about")}</p>${answers}${readOn(all, language)}`;
  return { title: question, description: about, markup: markup.markup };
}

/** Departments that cannot be told of, and where the other questions are. */
function readOn(all: readonly Place[], language: Language): Html {
  const say = siteWords(language);
  const without = all.filter(({ summary }) => summary.provisions === undefined).map(({ name }) => name);
  return html`<section aria-labelledby="next"><h2 id="next">${say("provision-next")}</h2>${
    without.length > 0 ? html`<p>${say("provision-without", { places: without.join("; ") })}</p>` : undefined
  }<ul class="ways"><li><a href="${addresses(language).home}#what-policies-say">${say(
    "provision-all",
  )}</a></li><li>${guideLink("ask-of-policy", language)}</li></ul></section>`;
}

function answerOf({ place, answers }: OpenPlace, id: string, language: Language): Html | undefined {
  const policy = answers.policy && linkedPolicy(answers.policy, place.id, language);
  const rule = policy?.audit.rules.find((one) => one.id === id);
  if (policy === undefined || rule === undefined) return undefined;
  const words = openWords(language);
  const standing = standingOf(rule);
  const { hedges, exceptions, clauses } = rule;
  return html`<section class="rule" aria-labelledby="of-${place.id}"><h2 class="question" id="of-${place.id}"><a href="${addresses(
    language,
  ).policyRule(
    place.id,
    id,
  )}">${place.name}</a></h2>${fictionNote(place, language)}${policyDoubt(policy.beside, words)}<p class="verdict">${withSymbol(
    standing,
    standingTitle(standing, words),
  )}</p><p>${rule.why}</p>${
    rule.verdict === "silent" && clauses.length > 0
      ? html`<p class="small">${words.say("audit.clauses.spoken")}</p>`
      : undefined
  }${clauses.slice(0, 1).map((clause) => quotation(clause, words, { hedges, exceptions }))}</section>
`;
}
