import type { Finding } from "@evenhand/standard";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import type { Words } from "../words.ts";
import { eventPhrase } from "./event-phrase.ts";
import { notCompared } from "./not-compared.ts";
import { saidOf } from "./said-of.ts";

/** Injuries: the share of people injured then and now, and whether their number changed. */
export function injuriesStatement(finding: Finding, words: Words, ofEvent: readonly Finding[] = []): Statement {
  const row = finding.rows.find(({ key }) => key === "yes");
  const { before, after, shareBefore, shareAfter } = row?.figures ?? {};
  if (row === undefined || shareBefore === undefined || shareAfter === undefined)
    return { headline: words.say("change.injuries.none"), more: [], after: [] };
  if (finding.shown !== "full") return notCompared(finding, words, ofEvent);
  const total = (n: unknown) => words.say(`say.unit.${finding.unit}`, { n: Number(n ?? 0) });
  const said = saidOf(row);
  const step = said === "small" || said === "none" ? "cannot-tell" : said;
  const headline = words.say("change.injuries", {
    months: Number(finding.values?.windowMonths ?? 0),
    event: eventPhrase(finding, words),
    shareBefore: words.percent(shareBefore),
    shareAfter: words.percent(shareAfter),
    injured: words.say(`change.injured.${finding.unit}`),
    before: before ?? 0,
    after: after ?? 0,
    totalBefore: total(finding.values?.before),
    totalAfter: total(finding.values?.after),
  });
  return {
    headline: sentences(headline, words.say(`change.injuries.step.${step}`)),
    more: present(words.say("change.mix.trend")),
    after: [],
  };
}
