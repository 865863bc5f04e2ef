import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { reported, yearsPhrase } from "../years-phrase.ts";
import { present, type Statement, sentences } from "./statement.ts";

/** Areas against their limits, or how few officers account for half of the force. */
export function unitsStatement(finding: Finding, words: Words): Statement {
  return finding.measure === "officer-concentration" ? officers(finding, words) : areas(finding, words);
}

const widenedFrom = 10;

/** Whether the limits allow for how areas differ in general, which takes 10 areas to tell (`unit-rules.json`). */
export const isWidened = ({ values }: Pick<Finding, "values">): boolean => Number(values?.units ?? 0) >= widenedFrom;

const valueNamed = (finding: Finding, name: string): number | undefined => {
  const value = finding.values?.[name];
  return typeof value === "number" ? value : undefined;
};

function areas(finding: Finding, words: Words): Statement {
  const [units, outside, leftOut = 0] = ["units", "outside", "leftOut"].map((name) => valueNamed(finding, name));
  const injured = finding.numerator;
  const known = knownPeople(finding, injured);
  const years = yearsPhrase(finding, words);
  if (units === undefined || outside === undefined || injured === undefined || known === 0)
    return {
      headline: words.say("disparity.units.blanked", { years, reported: reported(finding, finding.total, words) }),
      more: [],
      after: [],
    };
  const lead = words.say("disparity.units.lead", {
    years,
    n: injured,
    known,
    areas: units,
    percent: words.comparedPercent(injured / known),
  });
  const limits = isWidened(finding) ? "disparity.units.outside" : "disparity.units.outside.chance";
  const key = outside === 0 ? `${limits}.none` : limits;
  return {
    headline: sentences(lead, words.say(key, { outside })),
    more: [words.say("caveat.outside-asks-for-review")],
    after: present(leftOut > 0 ? words.say("disparity.units.left-out", { n: leftOut }) : undefined),
  };
}

/** People with a known outcome in all areas; from the share of all areas where single ones are blanked. */
function knownPeople(finding: Finding, injured = 0): number {
  const target = valueNamed(finding, "target");
  if (target !== undefined && target > 0) return Math.round(injured / target);
  return finding.rows.reduce((sum, { compared }) => sum + (compared?.exposure ?? 0), 0);
}

function officers(finding: Finding, words: Words): Statement {
  const counted = finding.unit === "reports" ? ".reports" : "";
  const names = ["officers", "officersForHalf", "officersForHalfByChance", "officerIncidents"];
  const [all, half, byChance, events] = names.map((name) => valueNamed(finding, name));
  const [above = 0, mean = 0] = ["clearlyAbove", "meanPerOfficer"].map((name) => valueNamed(finding, name));
  const years = yearsPhrase(finding, words);
  if (all === undefined || half === undefined || byChance === undefined || events === undefined)
    return {
      headline: words.say("disparity.units.blanked", { years, reported: reported(finding, finding.total, words) }),
      more: [],
      after: [],
    };
  const parts = { officers: all, mean: words.decimal(mean) };
  return {
    headline: sentences(
      words.say(`disparity.officers.lead${counted}`, { years, n: half, officers: all, events }),
      words.say("disparity.officers.chance", { n: byChance }),
    ),
    more: [
      above === 0
        ? words.say(`disparity.officers.above.none${counted}`, parts)
        : words.say(`disparity.officers.above${counted}`, { ...parts, n: above }),
      words.say("disparity.officers.exposure"),
    ],
    after: [],
  };
}
