import type { Finding } from "@evenhand/standard";
import { isRefusal } from "../../stats/refusal.ts";
import { weightedRate } from "../../stats/strata/weighted-rate.ts";
import { benchmarkPeriod } from "../benchmark/benchmark-period.ts";
import { type AgeSexStratum, ageSexStrata } from "../benchmark/standardise-rates.ts";
import { forceOnly } from "../force-code.ts";
import { sourceColumn, unitSource } from "../sources.ts";
import { normal95, step, written } from "./arithmetic.ts";
import { cellsNamed } from "./cells-named.ts";
import type { ExplainBeside, Explained, Step } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";
import { rInterval, rLineOf, rName } from "./r-lines.ts";

/** Ratios that allow for age and sex: the strata, both standardised rates, and the ratio with its interval. */
export function ageSexSteps(finding: Finding, cells: readonly NamedCells[], beside: ExplainBeside): Explained {
  const strata = strataOf(finding, cells, beside);
  const rows = finding.rows.flatMap(({ key, compared }) => {
    const own = strata?.get(key);
    const told = compared?.adjusted;
    return own === undefined || told === undefined ? [] : [{ key, own, told }];
  });
  if (rows.length === 0) return { steps: [] };
  return {
    tables: [
      {
        name: "strata",
        columns: ["group", "sex_and_age", "events", "residents", "reference_events", "reference_residents", "weight"],
        rows: rows.flatMap(({ key, own }) =>
          own.map(({ name, count1, exposure1, count0, exposure0, weight }) => [
            key,
            name,
            count1,
            exposure1,
            count0,
            exposure0,
            weight,
          ]),
        ),
      },
    ],
    steps: rows.flatMap(({ key, own, told }) => ratioSteps(key, own, told)),
    r: [
      "standardised <- function(events, residents, weight) { part <- weight / sum(weight) / residents; part <- ifelse(weight == 0, 0, part); c(sum(part * events), sum(part^2 * events)) }",
      "standardised_ratio <- function(s) { own <- standardised(s$events, s$residents, s$weight); other <- standardised(s$reference_events, s$reference_residents, s$weight); own[1] / other[1] * exp(c(0, -1, 1) * qnorm(0.975) * sqrt(own[2] / own[1]^2 + other[2] / other[1]^2)) }",
      ...rows.flatMap(({ key, told }) => {
        const ratio = `standardised_ratio(strata[strata$group == "${key}", ])`;
        const name = rName(key, "age_sex_ratio");
        return [...rLineOf(name, `${ratio}[1]`, told.value), ...rInterval(name, ratio, told.interval, 2)];
      }),
    ],
  };
}

function strataOf({ unit, comparison }: Finding, cells: readonly NamedCells[], { benchmarks = [] }: ExplainBeside) {
  const benchmark = benchmarks.find(({ id }) => id === comparison?.benchmark?.id);
  const source = unitSource(unit);
  const columns = ["race_ethnicity", "gender", "age_band"].map((column) => sourceColumn(source, "persons", column));
  const table = cellsNamed(cells, "people", columns);
  if (benchmark === undefined || table === undefined || comparison?.reference === undefined) return undefined;
  const period = benchmarkPeriod(forceOnly(table), benchmark);
  return ageSexStrata(period.table, source, benchmark, comparison.reference)?.byGroup;
}

type Told = { readonly value: number; readonly interval?: { readonly low: number; readonly high: number } };

function ratioSteps(key: string, strata: readonly AgeSexStratum[], told: Told): readonly Step[] {
  const whole = strata.reduce((sum, { weight }) => sum + weight, 0);
  const own = sideSteps(
    strata.map(({ count1, exposure1, weight }) => ({ count: count1, exposure: exposure1, weight })),
    whole,
  );
  const other = sideSteps(
    strata.map(({ count0, exposure0, weight }) => ({ count: count0, exposure: exposure0, weight })),
    whole,
  );
  if (own === undefined || other === undefined) return [];
  const [r1, v1, r0, v0] = [own.rate, own.variance, other.rate, other.variance].map(written);
  const reach = `exp(${written(normal95)} * sqrt(${v1} / (${r1} * ${r1}) + ${v0} / (${r0} * ${r0})))`;
  const ratio = `${r1} / ${r0}`;
  return [
    ...step("standardised-rate", key, own.rateExpression, own.rate),
    ...step("standardised-variance", key, own.varianceExpression, own.variance),
    ...step("reference-standardised-rate", key, other.rateExpression, other.rate),
    ...step("reference-standardised-variance", key, other.varianceExpression, other.variance),
    ...step("adjusted", key, ratio, told.value),
    ...step("adjusted-low", key, `${ratio} / ${reach}`, told.interval?.low),
    ...step("adjusted-high", key, `${ratio} * ${reach}`, told.interval?.high),
  ];
}

type SideStratum = { readonly count: number; readonly exposure: number; readonly weight: number };

function sideSteps(strata: readonly SideStratum[], whole: number) {
  const found = weightedRate(strata);
  if (isRefusal(found)) return undefined;
  const used = strata.filter(({ count, weight }) => count > 0 && weight > 0);
  const rate = used.map(({ count, exposure, weight }) => `${weight} * ${count} / ${exposure}`).join(" + ");
  const variance = used
    .map(({ count, exposure, weight }) => `${weight} * ${weight} * ${count} / (${exposure} * ${exposure})`)
    .join(" + ");
  return {
    rate: found.rate,
    rateExpression: `(${rate}) / ${written(whole)}`,
    variance: found.variance,
    varianceExpression: `(${variance}) / (${written(whole)} * ${written(whole)})`,
  };
}
