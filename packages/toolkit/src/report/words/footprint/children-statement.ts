import type { Finding } from "@evenhand/standard";
import { present, type Statement } from "../disparity/statement.ts";
import { missingCount } from "../missing-count.ts";
import { capital } from "../titles.ts";
import type { Words } from "../words.ts";
import { yearsPhrase } from "../years-phrase.ts";

/** Force on people under 18, at a school and elsewhere. */
export function childrenStatement(finding: Finding, words: Words): Statement {
  const n = finding.numerator ?? Number(finding.values?.children ?? 0);
  const countOf = (key: string): number | undefined =>
    finding.rows.find((row) => row.key === key && row.key2 === "all")?.count;
  const [school, elsewhere, unknown = 0] = [countOf("school"), countOf("elsewhere"), countOf("unknown")];
  const isPlaced = school !== undefined && elsewhere !== undefined;
  const places = isPlaced
    ? words.say(`footprint.children.places${unknown > 0 ? ".unknown" : ""}`, { school, elsewhere, unknown })
    : "";
  const values = { years: yearsPhrase(finding, words), n, places, units: words.say(`say.units.${finding.unit}`) };
  const key = finding.unit === "people" ? "footprint.children.lead" : "footprint.children.lead.units";
  const missing = missingCount(finding);
  return {
    headline: capital(words.say(n === 0 ? "footprint.children.none" : key, values)),
    more: present(
      n > 0 && !isPlaced ? words.say("footprint.children.no-place") : undefined,
      missing > 0
        ? words.say("footprint.children.age", { units: words.say(`say.unit.${finding.unit}`, { n: missing }) })
        : undefined,
    ),
    after: [],
  };
}
