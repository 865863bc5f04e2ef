import type { Finding, FindingRow } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { yearsPhrase } from "../years-phrase.ts";
import { countedPhrase } from "./counted-phrase.ts";
import { comparedWith, exposedPhrase, exposuresWord, rateText } from "./exposure-phrase.ts";
import { groupPeople } from "./group-phrase.ts";
import { ratioRangePhrase } from "./range-phrase.ts";
import { reasonText } from "./reason-text.ts";
import { present, type Statement, sentences } from "./statement.ts";

/** What is not in the records: how strong something unmeasured, or how large a bias in stops, would have to be. */
export function selectionStatement(finding: Finding, words: Words): Statement {
  return finding.measure.startsWith("stop-bias") ? stopStatement(finding, words) : strengthStatement(finding, words);
}

const leadOf = (finding: Finding): FindingRow | undefined =>
  finding.rows.find(({ key }) => key === finding.lead) ?? finding.rows.find(({ count }) => count !== undefined);

const blanked = (finding: Finding, words: Words): Statement => ({
  headline: sentences(
    words.say("disparity.rates.known", {
      years: yearsPhrase(finding, words),
      reported: words.say(`say.reported.${finding.unit}`, { n: finding.total }),
      known: finding.denominator,
    }),
    words.say("disparity.rates.no-lead", { reason: reasonText(finding.reason ?? "no-ratio", words) }),
  ),
  more: [],
  after: [],
});

function strengthStatement(finding: Finding, words: Words): Statement {
  const lead = leadOf(finding);
  const ratio = lead?.compared?.ratio;
  const strength = lead?.figures?.strength;
  if (lead?.count === undefined || ratio?.interval === undefined || strength === undefined)
    return blanked(finding, words);
  const headline = words.say("disparity.strength.lead", {
    years: yearsPhrase(finding, words),
    counted: countedPhrase(lead.count, lead.key, finding, words),
    exposures: exposuresWord(finding, words),
    what: comparedWith(finding, words),
    ratio: words.ratio(ratio.value),
    between: ratioRangePhrase(ratio.interval, words),
  });
  const limit = lead.figures?.strengthLimit;
  return {
    headline: sentences(headline, words.say("disparity.strength.needed", { n: words.ratio(strength) })),
    more: [
      sentences(
        limit === undefined ? undefined : words.say("disparity.strength.limit", { n: words.ratio(limit) }),
        words.say("disparity.strength.no-claim"),
      ),
    ],
    after: [...present(others(finding, lead, words)), reasonText("strength-not-selection", words)],
  };
}

function others(finding: Finding, lead: FindingRow, words: Words): string | undefined {
  const items = finding.rows.flatMap((row) =>
    row === lead || row.figures?.strength === undefined
      ? []
      : [
          words.say("disparity.strength.item", {
            group: groupPeople(row.key, words),
            n: words.ratio(row.figures.strength),
          }),
        ],
  );
  return items.length === 0 ? undefined : words.say("disparity.strength.others", { items: items.join("; ") });
}

function stopStatement(finding: Finding, words: Words): Statement {
  const lead = leadOf(finding);
  const { exposure, rate, difference } = lead?.compared ?? {};
  if (lead?.count === undefined || exposure === undefined || rate === undefined || difference === undefined)
    return blanked(finding, words);
  const reference = groupPeople(finding.comparison?.reference ?? "everybody-else", words);
  const exposures = exposuresWord(finding, words);
  const headline = words.say("disparity.stops.lead", {
    years: yearsPhrase(finding, words),
    counted: countedPhrase(lead.count, lead.key, finding, words),
    stops: Math.round(exposure),
    exposures,
    rate: rateText(rate.value, finding, words),
    exposed: exposedPhrase(lead.key, finding, words),
    reference,
    referenceRate: rateText(rate.value - difference.value, finding, words),
  });
  return {
    headline: sentences(headline, tipping(lead, reference, exposures, words)),
    more: [words.say("disparity.stops.unknown", { exposures })],
    after: [],
  };
}

function tipping(row: FindingRow, reference: string, exposures: string, words: Words): string | undefined {
  const share = row.figures?.tippingShare;
  if (share === undefined) return undefined;
  if (share <= 0) return words.say("disparity.stops.tipping.none", { reference, exposures });
  return words.say("disparity.stops.tipping", { reference, exposures, percent: words.comparedPercent(share) });
}
