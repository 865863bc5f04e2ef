import type { Finding } from "@evenhand/standard/finding";
import type { ForceScope, Scope } from "@evenhand/standard/release";
import type { LinkDefinition, LinkedCount } from "./policy-link.ts";

/**
 * How often the records name an act: uses of force, else incidents with at least one. Undefined where no finding can
 * count them, or a count was withheld: never zero in its place.
 */
export function countActs(
  { codes = [], vague = [] }: Pick<LinkDefinition, "codes" | "vague">,
  findings: readonly Finding[],
  scope: Scope["force"],
): LinkedCount | undefined {
  if (codes.length === 0) return undefined;
  const counted = findings.filter(
    ({ question, measure, shown, rows }) =>
      question === "what-force" && measure === "force-type" && shown !== "cannot-say" && rows.length > 0,
  );
  const force = counted.find(({ unit }) => unit === "force");
  const incidents = counted.find(({ unit }) => unit === "incidents");
  const finding = force ?? incidents;
  const count = finding && sumOf(finding, codes);
  if (finding === undefined || count === undefined) return undefined;
  const [only, ...others] = codes;
  const inIncidents = incidents && only && others.length === 0 ? sumOf(incidents, [only]) : undefined;
  const missing = finding.missing.reduce((sum, one) => sum + one.count, 0);
  return {
    codes,
    unit: finding.unit,
    count,
    ...(force === undefined || inIncidents === undefined ? {} : { incidents: inIncidents }),
    undecided: (sumOf(finding, vague) ?? 0) + missing,
    scope: commonScope(codes, scope),
    ...(finding.years === undefined ? {} : { years: finding.years }),
  };
}

/** Undefined when a row is there without its count. */
function sumOf({ rows }: Finding, codes: readonly string[]): number | undefined {
  const counts = rows.filter(({ key }) => codes.includes(key)).map(({ count }) => count);
  return counts.includes(undefined) ? undefined : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function commonScope(codes: readonly string[], scope: Scope["force"]): ForceScope {
  const [first = "unknown", ...rest] = codes.map((code) => scope[code] ?? "unknown");
  return rest.every((one) => one === first) ? first : "unknown";
}
