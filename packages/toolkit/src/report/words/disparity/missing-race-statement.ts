import type { Finding, FindingRow } from "@evenhand/standard";
import { missingCount } from "../missing-count.ts";
import type { Words } from "../words.ts";
import { reported, yearsPhrase } from "../years-phrase.ts";
import { countedPhrase, unitCount } from "./counted-phrase.ts";
import { comparedWith, exposuresWord } from "./exposure-phrase.ts";
import { groupPeople } from "./group-phrase.ts";
import { rangeText, ratioRangePhrase } from "./range-phrase.ts";
import { reasonText } from "./reason-text.ts";
import { present, type Statement, sentences } from "./statement.ts";

/** What missing race could do to a group's share, or to the ratios of one comparison. */
export function missingRaceStatement(finding: Finding, words: Words): Statement {
  return finding.measure === "share-by-year" ? shareStatement(finding, words) : ratioStatement(finding, words);
}

const at = (finding: Finding, key: string, assumption: string): FindingRow | undefined =>
  finding.rows.find((row) => row.key === key && row.key2 === assumption);

function shareStatement(finding: Finding, words: Words): Statement {
  const group = finding.values?.group;
  const whole = at(finding, "all", "none");
  if (typeof group !== "string" || whole?.count === undefined || whole.share === undefined || whole.range === undefined)
    return {
      headline: words.say("disparity.share.no-lead", {
        years: yearsPhrase(finding, words),
        reported: reported(finding, finding.total, words),
        known: finding.denominator,
      }),
      more: [],
      after: [],
    };
  const parts = {
    years: yearsPhrase(finding, words),
    counted: countedPhrase(whole.count, group, finding, words),
    known: finding.denominator,
    missing: unitCount(missingCount(finding), finding, words),
    percent: words.percent(whole.share),
    ...words.percentRange(whole.range),
  };
  const key = finding.shown === "counts" ? "disparity.share.counts" : "disparity.share.lead";
  return {
    headline: words.say(key, parts),
    more: present(assumptions(finding, words)),
    after: present(widestYear(finding, words)),
  };
}

function assumptions(finding: Finding, words: Words): string | undefined {
  const [more, less] = ["no-less-than-known", "no-more-than-known"].map((name) => at(finding, "all", name)?.range);
  if (more === undefined || less === undefined) return undefined;
  return sentences(
    words.say("disparity.share.more", words.percentRange(more)),
    words.say("disparity.share.less", words.percentRange(less)),
    words.say("disparity.share.unchecked"),
  );
}

function widestYear(finding: Finding, words: Words): string | undefined {
  const years = finding.rows.filter(({ key, key2, range }) => key2 === "none" && /^\d{4}$/.test(key) && range);
  if (years.length < 2) return undefined;
  const width = ({ range }: FindingRow): number => (range === undefined ? 0 : range.high - range.low);
  const widest = years.reduce((best, row) => (width(row) > width(best) ? row : best));
  if (widest.range === undefined || width(widest) === 0) return undefined;
  return words.say("disparity.share.widest", { year: widest.key, ...words.percentRange(widest.range) });
}

function ratioStatement(finding: Finding, words: Words): Statement {
  const key = finding.lead ?? finding.rows[0]?.key ?? "";
  const row = at(finding, key, "none");
  const range = row?.compared?.ratioRange;
  if (row?.count === undefined || range === undefined)
    return {
      headline: sentences(
        words.say("disparity.rates.known", {
          years: yearsPhrase(finding, words),
          reported: reported(finding, finding.total, words),
          known: finding.denominator,
        }),
        words.say("disparity.rates.no-lead", { reason: reasonText(finding.reason ?? "no-ratio", words) }),
      ),
      more: [],
      after: [],
    };
  const ratio = row.compared?.ratio?.value;
  const parts = {
    years: yearsPhrase(finding, words),
    counted: countedPhrase(row.count, row.key, finding, words),
    exposures: exposuresWord(finding, words),
    what: comparedWith(finding, words),
    missing: unitCount(missingCount(finding), finding, words),
    range: ratioRangePhrase(range, words),
  };
  const isKnown = ratio !== undefined && Number.isFinite(ratio);
  return {
    headline: isKnown
      ? words.say("disparity.bound.lead", { ...parts, ratio: words.ratio(ratio) })
      : words.say("disparity.bound.no-ratio", parts),
    more: present(ratioAssumptions(finding, key, words), tipping(row, finding, words)),
    after: present(others(finding, key, words)),
  };
}

function ratioAssumptions(finding: Finding, key: string, words: Words): string | undefined {
  const [more, less] = ["no-less-than-known", "no-more-than-known"].map(
    (name) => at(finding, key, name)?.compared?.ratioRange,
  );
  if (more === undefined || less === undefined) return undefined;
  return sentences(
    words.say("disparity.bound.more", { range: ratioRangePhrase(more, words) }),
    words.say("disparity.bound.less", { range: ratioRangePhrase(less, words) }),
    words.say("disparity.share.unchecked"),
  );
}

/** How much of the missing would have to belong to the reference; only said of a ratio above 1. */
function tipping(row: FindingRow, finding: Finding, words: Words): string | undefined {
  if (!((row.compared?.ratio?.value ?? 0) > 1)) return undefined;
  const share = row.figures?.tippingShare;
  const reference = groupPeople(finding.comparison?.reference ?? "everybody-else", words);
  if (share === undefined) return words.say("disparity.bound.tipping.none", { reference });
  return words.say("disparity.bound.tipping", { percent: words.comparedPercent(share), reference });
}

function others(finding: Finding, lead: string, words: Words): string | undefined {
  const items = finding.rows
    .filter(({ key, key2, compared }) => key !== lead && key2 === "none" && compared?.ratioRange !== undefined)
    .map(({ key, compared }) => `${groupPeople(key, words)}: ${rangeText(compared?.ratioRange, words)}`);
  return items.length === 0 ? undefined : words.say("disparity.bound.others", { items: items.join("; ") });
}
