import type { Finding } from "@evenhand/standard";
import { missingCount } from "./missing-count.ts";
import { keyTitle } from "./titles.ts";
import type { Words } from "./words.ts";
import { reported, yearsPhrase } from "./years-phrase.ts";

type Say = (finding: Finding, words: Words) => string | undefined;

const numberOf = (finding: Finding, name: string) => {
  const value = finding.values?.[name];
  return typeof value === "number" ? value : undefined;
};

const textOf = (finding: Finding, name: string) => {
  const value = finding.values?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

const coverage: Say = (finding, words) => {
  const [months, monthsWith] = [numberOf(finding, "months"), numberOf(finding, "monthsWithRecords")];
  const [from, to] = [textOf(finding, "firstMonth"), textOf(finding, "lastMonth")];
  if (months === undefined || monthsWith === undefined || from === undefined || to === undefined) return undefined;
  return words.say("gap.coverage", {
    years: yearsPhrase(finding, words),
    units: words.say(`say.units.${finding.unit}`),
    from: words.month(from),
    to: words.month(to),
    with: monthsWith,
    months,
  });
};

const drift: Say = (finding, words) => {
  const opening = { years: yearsPhrase(finding, words), reported: reported(finding, finding.denominator, words) };
  const types = new Set(finding.rows.map(({ key }) => key)).size;
  return types === 0 ? words.say("gap.drift.none", opening) : words.say("gap.drift", { ...opening, n: types });
};

const missingRace: Say = (finding, words) => {
  const n = missingCount(finding);
  const first = words.say("gap.missing-race", {
    years: yearsPhrase(finding, words),
    n,
    total: words.say(`say.unit.${finding.unit}`, { n: finding.total }),
    percent: words.percent(finding.total === 0 ? 0 : n / finding.total),
  });
  const [highest, lowest] = [textOf(finding, "highest"), textOf(finding, "lowest")];
  const [highestShare, lowestShare] = [numberOf(finding, "highestShare"), numberOf(finding, "lowestShare")];
  if (highest === undefined || lowest === undefined || highestShare === undefined || lowestShare === undefined)
    return first;
  if (highestShare === lowestShare) return first;
  const groups = words.say("gap.missing-race.groups", {
    highest: keyTitle(highest, finding, words),
    lowest: keyTitle(lowest, finding, words),
    highestShare: words.percent(highestShare),
    lowestShare: words.percent(lowestShare),
  });
  return `${first} ${groups}`;
};

const link: Say = (finding, words) =>
  words.say("gap.link", {
    years: yearsPhrase(finding, words),
    reported: reported(finding, finding.total, words),
    n: finding.denominator,
    percent: words.percent(finding.total === 0 ? 0 : finding.denominator / finding.total),
  });

const explosion: Say = (finding, words) => {
  const [lines, perIncident] = [numberOf(finding, "sourceLines"), numberOf(finding, "linesPerIncident")];
  if (lines === undefined || perIncident === undefined) return undefined;
  return words.say("gap.explosion", {
    years: yearsPhrase(finding, words),
    perIncident: words.decimal(perIncident),
    lines,
    n: finding.total,
  });
};

const sayByMeasure: Readonly<Record<string, Say>> = {
  coverage,
  "definition-drift": drift,
  "missing-race-by-year": missingRace,
  "missing-race-by-place": missingRace,
  "missing-race-by-force-family": missingRace,
  "who-did-what-to-whom": link,
  "row-explosion": explosion,
};

/** The sentence of a gap finding that is not about one element; undefined for a measure it has no words for. */
export function gapSentence(finding: Finding, words: Words): string | undefined {
  return sayByMeasure[finding.measure]?.(finding, words);
}

/** Whether {@link gapSentence} has words for the finding; elements and counting units stand in tables of their own. */
export const hasGapSentence = (finding: Finding): boolean => Object.hasOwn(sayByMeasure, finding.measure);
