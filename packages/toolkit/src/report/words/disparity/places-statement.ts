import type { Finding, FindingRow } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { yearsPhrase } from "../years-phrase.ts";
import { circumstancesPhrase } from "./circumstances-phrase.ts";
import { countedPhrase } from "./counted-phrase.ts";
import { comparedWith } from "./exposure-phrase.ts";
import { fractionPhrase } from "./fraction-phrase.ts";
import { groupPeople, groupResidents } from "./group-phrase.ts";
import { otherGroups } from "./other-groups.ts";
import { estimateText, ratioRangePhrase } from "./range-phrase.ts";
import { reasonText } from "./reason-text.ts";
import { sayable } from "./sayable.ts";
import { present, type Statement, sentences } from "./statement.ts";

/** Within like areas: the raw ratio, the ratio allowing for circumstances, what stays of the gap, and other methods. */
export function placesStatement(finding: Finding, words: Words): Statement {
  const lead = finding.rows.find(({ key }) => key === finding.lead);
  const reference = finding.rows.find(({ key }) => key === finding.comparison?.reference);
  const ratio = lead?.compared?.ratio;
  if (lead?.count === undefined || reference?.count === undefined || ratio?.interval === undefined)
    return { headline: noLead(finding, words), more: [], after: [] };
  const raw = words.say("disparity.places.lead", {
    years: yearsPhrase(finding, words),
    areas: Number(finding.values?.areas ?? 0),
    counted: countedPhrase(lead.count, lead.key, finding, words),
    m: reference.count,
    reference: groupPeople(reference.key, words),
    ratio: words.ratio(ratio.value),
    between: ratioRangePhrase(ratio.interval, words),
  });
  return {
    headline: sentences(raw, adjusted(lead, finding, words)),
    more: [
      ...present(
        finding.caveats.includes("range-first") ? words.say("disparity.places.missing") : undefined,
        remaining(lead, words),
        otherMethods(lead, finding, words),
      ),
      reasonText("circumstances-are-partly-policing", words),
    ],
    after: [...otherGroups(finding, words), ...present(leftOut(finding, words))],
  };
}

function noLead(finding: Finding, words: Words): string {
  const known = words.say("disparity.rates.known", {
    years: yearsPhrase(finding, words),
    reported: words.say(`say.reported.${finding.unit}`, { n: finding.total }),
    known: finding.denominator,
  });
  return sentences(
    known,
    words.say("disparity.rates.no-lead", { reason: reasonText(finding.reason ?? "no-ratio", words) }),
  );
}

function adjusted(row: FindingRow, finding: Finding, words: Words): string | undefined {
  const estimate = row.compared?.adjusted;
  const said = sayable(row, finding);
  const key = `disparity.places.${said === "small" ? "cannot-tell" : said}`;
  if (estimate?.interval === undefined || !words.has(key)) return undefined;
  return words.say(key, {
    circumstances: circumstancesPhrase(finding, words),
    group: groupResidents(row.key, words),
    what: comparedWith(finding, words),
    ratio: words.ratio(estimate.value),
    fraction: fractionPhrase(estimate.value, words),
    between: ratioRangePhrase(estimate.interval, words),
    n: finding.comparison?.family?.comparisons ?? 1,
  });
}

/** Which part of the gap stays; above 100% where allowing for circumstances widens the gap, below 0 where it turns it. */
function remaining(row: FindingRow, words: Words): string | undefined {
  const estimate = row.compared?.remaining;
  if (estimate?.interval === undefined) return undefined;
  const { value, interval } = estimate;
  const kind = value < 0 ? ".turned" : value >= 0.995 ? ".all" : "";
  return words.say(`disparity.places.remaining${kind}`, {
    percent: words.comparedPercent(value),
    low: words.comparedPercent(interval.low),
    high: words.comparedPercent(interval.high),
  });
}

function otherMethods(row: FindingRow, finding: Finding, words: Words): string | undefined {
  const alternatives = row.compared?.alternatives ?? [];
  if (alternatives.length === 0) return undefined;
  const items = alternatives.map(({ method, ratio }) => {
    const key = `disparity.places.method.${method}`;
    const text = ratio.interval === undefined ? words.ratio(ratio.value) : estimateText(ratio, words);
    return words.say(words.has(key) ? key : "disparity.places.method.default", { ratio: text, method });
  });
  const differ = finding.caveats.includes("methods-differ") ? words.say("disparity.places.methods.differ") : undefined;
  const given = words.say("disparity.places.methods", { n: items.length, items: words.list(items) });
  return sentences(given, differ);
}

function leftOut(finding: Finding, words: Words): string {
  const [unmatched, left] = [Number(finding.values?.unmatched ?? 0), Number(finding.values?.leftOut ?? 0)];
  return sentences(
    unmatched > 0 ? words.say("disparity.places.unmatched", { n: unmatched }) : undefined,
    left > 0 ? words.say("disparity.places.left-out", { n: left }) : undefined,
  );
}
