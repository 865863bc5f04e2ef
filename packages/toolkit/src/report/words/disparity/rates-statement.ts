import type { Finding, FindingRow } from "@evenhand/standard";
import { missingCount } from "../missing-count.ts";
import { capital } from "../titles.ts";
import type { Words } from "../words.ts";
import { reported, yearsPhrase } from "../years-phrase.ts";
import { compareSentence } from "./compare-sentence.ts";
import { countedPhrase, unitCount } from "./counted-phrase.ts";
import { comparedWith, exposedPhrase, exposureKind, exposuresWord, rateText } from "./exposure-phrase.ts";
import { groupPeople, groupResidents, referencePhrase } from "./group-phrase.ts";
import { otherGroups } from "./other-groups.ts";
import { chancePhrase, ratioRangePhrase } from "./range-phrase.ts";
import { reasonText } from "./reason-text.ts";
import { referenceSide } from "./reference-side.ts";
import { sayable } from "./sayable.ts";
import { present, type Statement, sentences } from "./statement.ts";

/** Force per resident, stop, arrest or call: count and rate of the headline group, and its ratio to the reference. */
export function ratesStatement(finding: Finding, words: Words): Statement {
  const lead = finding.rows.find(({ key }) => key === finding.lead);
  if (lead?.compared?.rate === undefined)
    return { headline: withoutLead(finding, words), more: asked(finding, words), after: sourced(finding, words) };
  return {
    headline: isRangeFirst(lead, finding) ? rangeFirst(lead, finding, words) : countFirst(lead, finding, words),
    more: [...present(besideIt(lead, finding, words), adjusted(lead, words)), ...asked(finding, words)],
    after: [
      ...otherGroups(finding, words),
      ...present(sentences(setAgainst(lead, finding, words), ...sourced(finding, words))),
      ...(finding.caveats.includes("benchmark-area-not-named") ? [words.say("caveat.benchmark-area-not-named")] : []),
    ],
  };
}

const isRangeFirst = (row: FindingRow, finding: Finding): boolean =>
  row.compared?.ratioRange !== undefined && ["range-first", "reversible"].includes(sayable(row, finding))
    ? finding.caveats.includes("range-first")
    : false;

function leadParts(row: FindingRow, finding: Finding, words: Words) {
  return {
    years: yearsPhrase(finding, words),
    counted: countedPhrase(row.count ?? 0, row.key, finding, words),
    rate: rateText(row.compared?.rate?.value ?? 0, finding, words),
    exposed: exposedPhrase(row.key, finding, words),
  };
}

function countFirst(row: FindingRow, finding: Finding, words: Words): string {
  const lead = words.say("disparity.rates.lead", leadParts(row, finding, words));
  return sentences(lead, compareSentence(row, finding, words));
}

function rangeFirst(row: FindingRow, finding: Finding, words: Words): string {
  const { ratio, ratioRange } = row.compared ?? {};
  if (ratio === undefined || ratioRange === undefined) return countFirst(row, finding, words);
  const isResidents = ["population", "whole"].includes(exposureKind(finding));
  const parts = {
    ...leadParts(row, finding, words),
    group: isResidents ? groupResidents(row.key, words) : groupPeople(row.key, words),
    what: comparedWith(finding, words),
    missing: missingCount(finding),
    total: unitCount(finding.total, finding, words),
    range: ratioRangePhrase(ratioRange, words),
    ratio: words.ratio(ratio.value),
    chance: chancePhrase(ratio, words),
  };
  return sentences(
    words.say("disparity.rates.range-first", parts),
    words.say("disparity.rates.range-first.known", parts),
  );
}

function withoutLead(finding: Finding, words: Words): string {
  const known = words.say("disparity.rates.known", {
    years: yearsPhrase(finding, words),
    reported: reported(finding, finding.total, words),
    known: finding.denominator,
  });
  const reason = finding.reason ?? finding.rows.find(({ compared }) => compared?.reason)?.compared?.reason;
  const key = finding.shown === "counts" ? "disparity.rates.counts" : "disparity.rates.no-lead";
  return sentences(known, words.say(key, { reason: reasonText(reason ?? "no-ratio", words) }));
}

function besideIt(lead: FindingRow, finding: Finding, words: Words): string | undefined {
  const other = referenceSide(finding, lead.key);
  if (other === undefined || other.count === 0) return undefined;
  return words.say("disparity.rates.reference", {
    counted: countedPhrase(other.count, other.key, finding, words),
    rate: rateText(other.count / other.exposure, finding, words),
    exposed: exposedPhrase(other.key, finding, words),
  });
}

/** How many residents or events stand on each side; for residents without the years they were multiplied by. */
function setAgainst(row: FindingRow, finding: Finding, words: Words): string | undefined {
  const [own, other] = [row.compared?.exposure, referenceSide(finding, row.key)?.exposure];
  if (own === undefined || other === undefined) return undefined;
  const kind = exposureKind(finding);
  const years = Number(finding.values?.exposureYears ?? 1);
  const isPeople = kind === "population" || kind === "whole";
  return words.say(`disparity.rates.set-against.${isPeople ? kind : "events"}`, {
    n: Math.round(isPeople ? own / years : own),
    m: Math.round(isPeople ? other / years : other),
    residents: groupResidents(row.key, words),
    people: groupPeople(row.key, words),
    reference: referencePhrase(finding, words),
    exposures: exposuresWord(finding, words),
    span: words.decimal(years),
  });
}

function adjusted(row: FindingRow, words: Words): string | undefined {
  const estimate = row.compared?.adjusted;
  if (estimate?.interval === undefined) return undefined;
  return words.say("disparity.rates.adjusted", {
    ratio: words.ratio(estimate.value),
    between: ratioRangePhrase(estimate.interval, words),
  });
}

/** What the comparison asks, and its known flaw. */
function asked(finding: Finding, words: Words): readonly string[] {
  const kind = finding.comparison?.benchmark?.kind;
  if (kind === undefined) return [];
  const question = capital(words.say(`disparity.asks.${kind}`));
  return [words.say("disparity.asks", { question, flaw: reasonText(`benchmark-${kind}`, words) })];
}

/** Where what it is compared with comes from, and how its years meet those of the records. */
function sourced(finding: Finding, words: Words): readonly string[] {
  const benchmark = finding.comparison?.benchmark;
  if (benchmark === undefined) return [];
  const { source, years } = benchmark;
  const from =
    years === undefined
      ? words.say("disparity.rates.source", { source: sizeInWords(source, words) })
      : words.say("disparity.rates.source.years", { source: sizeInWords(source, words), years: words.span(years) });
  return present(
    from,
    isLonger(finding) ? words.say("disparity.rates.more-years") : undefined,
    finding.caveats.includes("rate-of-whole-file") ? words.say("disparity.rates.whole-file") : undefined,
  );
}

/** Events of years without any record of force stand below the line of the rates, and nothing above it. */
function isLonger({ years, comparison }: Finding): boolean {
  const other = comparison?.benchmark?.kind === "population" ? undefined : comparison?.benchmark?.years;
  return years !== undefined && other !== undefined && (other.from < years.from || other.to > years.to);
}

/** A source ends with its size, in English, where its file was read: "12 areas, 4,100 in all". */
const sizeInWords = (source: string, words: Words): string =>
  source.replace(/(?:([\d,]+) areas, )?([\d,]+) in all$/u, (_, areas: string | undefined, people: string) =>
    areas === undefined
      ? words.say("disparity.rates.size", { people })
      : words.say("disparity.rates.size.areas", { areas, people }),
  );
