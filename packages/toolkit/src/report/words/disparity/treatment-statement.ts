import type { Finding, FindingRow } from "@evenhand/standard";
import { measureText } from "../titles.ts";
import type { Words } from "../words.ts";
import { yearsPhrase } from "../years-phrase.ts";
import { circumstancesPhrase } from "./circumstances-phrase.ts";
import { compareSentence } from "./compare-sentence.ts";
import { countedPeople, groupPeople } from "./group-phrase.ts";
import { otherGroups } from "./other-groups.ts";
import { ratioRangePhrase } from "./range-phrase.ts";
import { reasonText } from "./reason-text.ts";
import { referenceSide } from "./reference-side.ts";
import { present, type Statement, sentences } from "./statement.ts";

/** What happened to people once force was used: a group's share, and its ratio to the reference group's. */
export function treatmentStatement(finding: Finding, words: Words): Statement {
  const lead = finding.rows.find(({ key }) => key === finding.lead);
  const given = words.say("disparity.treatment.given");
  const { compared, share } = lead ?? {};
  if (lead === undefined || compared?.exposure === undefined || share === undefined)
    return { headline: countsOnly(finding, words), more: [given], after: [] };
  const own = words.say("disparity.treatment.lead", {
    years: yearsPhrase(finding, words),
    exposure: compared.exposure,
    group: groupPeople(lead.key, words),
    field: measureText("field", finding, words),
    n: lead.count ?? 0,
    percent: words.comparedPercent(share),
    treated: treated(finding, lead.count ?? 0, words),
  });
  return {
    headline: sentences(own, compareSentence(lead, finding, words)),
    more: [...present(besideIt(lead, finding, words), adjusted(lead, finding, words)), given],
    after: otherGroups(finding, words),
  };
}

function treated(finding: Finding, n: number, words: Words): string {
  const key = `disparity.treated.${finding.measure}`;
  return words.has(key)
    ? words.say(key, { n })
    : words.say("disparity.treated.default", { n, title: measureText("title", finding, words) });
}

function countsOnly(finding: Finding, words: Words): string {
  const n = finding.rows.reduce((sum, { count = 0 }) => sum + count, 0);
  const all = words.say("disparity.treatment.all", {
    years: yearsPhrase(finding, words),
    exposure: finding.denominator,
    field: measureText("field", finding, words),
    n,
    treated: treated(finding, n, words),
  });
  const reason = finding.reason ?? finding.rows.find(({ compared }) => compared?.reason)?.compared?.reason;
  const key = finding.shown === "counts" ? "disparity.rates.counts" : "disparity.rates.no-lead";
  const known = finding.reason === "suppressed-small-count" ? undefined : all;
  return sentences(known, words.say(key, { reason: reasonText(reason ?? "no-ratio", words) }));
}

function besideIt(lead: FindingRow, finding: Finding, words: Words): string | undefined {
  const other = referenceSide(finding, lead.key);
  if (other === undefined) return undefined;
  return words.say("disparity.treatment.reference", {
    people: countedPeople(other.key, words),
    n: other.count,
    exposure: other.exposure,
    percent: words.comparedPercent(other.count / other.exposure),
  });
}

function adjusted(row: FindingRow, finding: Finding, words: Words): string | undefined {
  const estimate = row.compared?.adjusted;
  if (estimate?.interval === undefined) return undefined;
  const like = words.say("disparity.treatment.adjusted", {
    circumstances: circumstancesPhrase(finding, words),
    ratio: words.ratio(estimate.value),
    between: ratioRangePhrase(estimate.interval, words),
  });
  const differs = finding.caveats.includes("strata-differ")
    ? words.say("disparity.treatment.adjusted.differ")
    : undefined;
  return sentences(like, differs);
}
