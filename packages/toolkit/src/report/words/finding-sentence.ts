import type { Finding } from "@evenhand/standard";
import { changeStatement } from "./change/change-statement.ts";
import { disparityStatement } from "./disparity/disparity-statement.ts";
import { footprintStatement } from "./footprint/footprint-statement.ts";
import { gapSentence } from "./gap-sentence.ts";
import { leadRow } from "./lead-row.ts";
import { capital, keyTitle, measureText, rowTitle } from "./titles.ts";
import type { Words } from "./words.ts";
import { reported, yearsPhrase } from "./years-phrase.ts";

function cannotSay(finding: Finding, words: Words): string {
  const what = measureText("what", finding, words);
  return finding.years === undefined
    ? words.say("say.cannot", { what })
    : words.say("say.cannot.years", { what, years: words.span(finding.years) });
}

function total(finding: Finding, words: Words): string {
  return words.say("say.total", {
    years: yearsPhrase(finding, words),
    reported: reported(finding, finding.total, words),
  });
}

/** The first and last month may be cut short by the period of the files, so they are neither most nor fewest. */
function monthly(finding: Finding, words: Words): string {
  const counted = finding.rows
    .filter(({ key }) => /^\d{4}-\d{2}$/.test(key))
    .slice(1, -1)
    .flatMap(({ key, count }) => (count ? [{ month: key, count }] : []));
  const [first] = counted;
  if (first === undefined || counted.length < 2) return total(finding, words);
  const most = counted.reduce((best, row) => (row.count > best.count ? row : best), first);
  const fewest = counted.reduce((best, row) => (row.count < best.count ? row : best), first);
  return words.say("say.monthly", {
    years: yearsPhrase(finding, words),
    reported: reported(finding, finding.total, words),
    most: most.count,
    mostMonth: words.month(most.month),
    fewest: fewest.count,
    fewestMonth: words.month(fewest.month),
  });
}

const yearsListed = 5;

function yearly(finding: Finding, words: Words): string {
  const counted = finding.rows.flatMap(({ key, count, note }) => {
    const year = note === "part-year" ? words.say("say.year.part", { year: key }) : key;
    return count === undefined ? [] : [{ year, n: count }];
  });
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined || counted.length < 2) return total(finding, words);
  const dated = counted.reduce((sum, row) => sum + row.n, 0);
  const opening = { years: yearsPhrase(finding, words), reported: reported(finding, dated, words) };
  if (counted.length <= yearsListed) {
    return words.say("say.yearly", {
      ...opening,
      items: words.list(counted.map((row) => words.say("say.yearly.item", row))),
    });
  }
  const most = counted.reduce((best, row) => (row.n > best.n ? row : best), first);
  return words.say("say.yearly.long", {
    ...opening,
    first: first.n,
    firstYear: first.year,
    last: last.n,
    lastYear: last.year,
    most: most.n,
    mostYear: most.year,
  });
}

function forceTotal(finding: Finding, words: Words): string {
  const { withCompliantHolds, withoutCompliantHolds, compliantHolds, notForce } = finding.values ?? {};
  if (withCompliantHolds === undefined || withoutCompliantHolds === undefined || compliantHolds === undefined) {
    return total(finding, words);
  }
  const sentence = words.say(compliantHolds === 0 ? "say.force-total.none-listed" : "say.force-total", {
    years: yearsPhrase(finding, words),
    total: finding.total,
    with: withCompliantHolds,
    compliant: compliantHolds,
    without: withoutCompliantHolds,
  });
  if (typeof notForce !== "number" || notForce === 0) return sentence;
  return `${sentence} ${words.say("say.force-total.words", { n: notForce })}`;
}

function displayed(finding: Finding, words: Words): string {
  const numerator = finding.numerator ?? 0;
  const opening = { years: yearsPhrase(finding, words), reported: reported(finding, finding.denominator, words) };
  if (numerator === 0 || finding.denominator === 0) return words.say("say.display.none", opening);
  const items = finding.rows.map((row) =>
    words.say("say.display.item", { lead: rowTitle(row, finding, words), n: row.count ?? 0 }),
  );
  const percent = words.percent(numerator / finding.denominator);
  return words.say("say.display", { ...opening, numerator, percent, items: items.join("; ") });
}

function predicate(finding: Finding, key: string, n: number, words: Words): string {
  const lead = keyTitle(key, finding, words);
  const special = key === "no" ? `${finding.measure}.no` : finding.measure;
  const hasPredicate = finding.unit === "people" || finding.measure === "firearm-discharged";
  if (hasPredicate && words.has(`say.predicate.${special}`) && (key === "yes" || key === "no")) {
    return words.say(`say.predicate.${special}`, { n });
  }
  if (["race", "age", "area"].includes(finding.measure))
    return words.say(`say.predicate.${finding.measure}`, { n, lead });
  const involves = finding.unit === "incidents" && finding.caveats.includes("rows-overlap");
  return words.say(involves ? "say.predicate.involved" : "say.predicate", { n, lead });
}

function groupLabel(finding: Finding, key: string, words: Words): string {
  const title = keyTitle(key, finding, words);
  return key === "yes" || key === "no" ? `${measureText("title", finding, words)}: ${title}` : title;
}

function knownPhrase(finding: Finding, words: Words): string {
  const phrase = reported(finding, finding.denominator, words);
  if (finding.denominator === finding.total) return phrase;
  const key = words.has(`say.known.${finding.unit}`) ? `say.known.${finding.unit}` : "say.known";
  return words.say(key, { reported: phrase, field: measureText("field", finding, words) });
}

function share(finding: Finding, words: Words): string {
  const row = leadRow(finding);
  const numerator =
    row === undefined ? undefined : row.key === finding.lead ? (finding.numerator ?? row.count) : row.count;
  if (row === undefined || numerator === undefined) {
    return words.say("say.by", {
      years: yearsPhrase(finding, words),
      reported: reported(finding, finding.total, words),
      what: measureText("what", finding, words),
    });
  }
  const common = {
    years: yearsPhrase(finding, words),
    numerator,
    predicate: predicate(finding, row.key, numerator, words),
  };
  const range = row.key === finding.lead ? (finding.range ?? row.range) : row.range;
  if (finding.caveats.includes("range-first") && range !== undefined) {
    return words.say("say.share.range", {
      ...common,
      ...words.percentRange(range),
      label: groupLabel(finding, row.key, words),
      reported: reported(finding, finding.total, words),
      denominator: finding.denominator,
      field: measureText("field", finding, words),
    });
  }
  const known = knownPhrase(finding, words);
  if (finding.shown === "counts" || finding.denominator === 0)
    return words.say("say.share.counts", { ...common, known });
  return words.say("say.share", { ...common, known, percent: words.percent(numerator / finding.denominator) });
}

/**
 * The sentence that states a finding, with a second one where it compares: unit, years, numerator and denominator. What
 * is missing is said by {@link missingSentence}, which belongs beside it.
 */
export function findingSentence(finding: Finding, words: Words): string {
  const change = changeStatement(finding, words);
  if (change !== undefined) return change.headline;
  if (finding.shown === "cannot-say") return capital(cannotSay(finding, words));
  const disparity = disparityStatement(finding, words);
  if (disparity !== undefined) return disparity.headline;
  const footprint = footprintStatement(finding, words);
  if (footprint !== undefined) return footprint.headline;
  if (finding.question === "gap") return capital(gapSentence(finding, words) ?? total(finding, words));
  if (finding.measure === "monthly-count") return capital(monthly(finding, words));
  if (finding.measure === "yearly-count") return capital(yearly(finding, words));
  if (finding.measure === "total") return capital(forceTotal(finding, words));
  if (finding.measure === "display-point-use") return capital(displayed(finding, words));
  if (finding.rows.length === 0) return capital(total(finding, words));
  return capital(share(finding, words));
}
