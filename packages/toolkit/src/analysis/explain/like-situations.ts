import type { Finding } from "@evenhand/standard";
import { type NamedRiskStratum, type OutcomeCell, outcomeCells, outcomeStrata } from "../compare/outcome-table.ts";
import measures from "../questions/treatment-measures.json" with { type: "json" };
import { normal95, step, written } from "./arithmetic.ts";
import { cellsNamed } from "./cells-named.ts";
import type { Explained, Step } from "./explanation.ts";
import type { NamedCells } from "./finding-cells.ts";
import { rInterval, rLineOf, rName } from "./r-lines.ts";

/** People by group and situation with the finding's outcome; undefined when the cells were not given. */
export function treatmentCells(
  { measure, comparison }: Finding,
  cells: readonly NamedCells[],
): readonly OutcomeCell[] | undefined {
  const name = measure.replaceAll("-", "_");
  const isForce = Object.hasOwn(measures.force, name);
  const outcome = isForce ? `mark.${name}` : measures.outcomes.find((one) => one.measure === name)?.column;
  if (outcome === undefined) return undefined;
  const strata = comparison?.adjustedFor ?? [];
  const table = cellsNamed(cells, isForce ? "force" : "outcomes", ["race_ethnicity", outcome, ...strata]);
  if (table === undefined) return undefined;
  return outcomeCells(table, { group: "race_ethnicity", outcome, yes: isForce ? 1 : "yes", strata });
}

/** Ratios among people in like situations: the situations, and Mantel–Haenszel's ratio and interval over them. */
export function likeSituations({ rows, comparison }: Finding, people: readonly OutcomeCell[]): Explained {
  const reference = comparison?.reference ?? "";
  const compared = rows.flatMap(({ key, compared: row }) => {
    if (row?.adjusted === undefined) return [];
    const strata = outcomeStrata(people, key, reference).filter(({ total1, total0 }) => total1 > 0 && total0 > 0);
    return [{ key, told: row.adjusted, strata }];
  });
  if (compared.length === 0) return { steps: [] };
  return {
    tables: [
      {
        name: "strata",
        columns: ["group", "situation", "with_outcome", "people", "reference_with_outcome", "reference_people"],
        rows: compared.flatMap(({ key, strata }) =>
          strata.map(({ name, count1, total1, count0, total0 }) => [key, name, count1, total1, count0, total0]),
        ),
      },
    ],
    steps: compared.flatMap(({ key, told, strata }) => pooledSteps(key, strata, told)),
    r: [
      "mantel_haenszel <- function(s) { x1 <- s$with_outcome; n1 <- s$people; x0 <- s$reference_with_outcome; n0 <- s$reference_people; n <- n1 + n0; above <- sum(x1 * n0 / n); below <- sum(x0 * n1 / n); spread <- sum((x1 * n1 * (n0 - x0) + x0 * n0 * (n1 - x1)) / n^2); above / below * exp(c(0, -1, 1) * qnorm(0.975) * sqrt(spread / (above * below))) }",
      ...compared.flatMap(({ key, told }) => {
        const call = `mantel_haenszel(strata[strata$group == "${key}", ])`;
        const name = rName(key, "mantel_haenszel");
        return [...rLineOf(name, `${call}[1]`, told.value), ...rInterval(name, call, told.interval, 2)];
      }),
    ],
  };
}

type Told = { readonly value: number; readonly interval?: { readonly low: number; readonly high: number } };

function pooledSteps(key: string, strata: readonly NamedRiskStratum[], told: Told): readonly Step[] {
  const above = sumOf(strata, ({ count1, total1, total0 }) => ({
    isNone: count1 === 0,
    text: `${count1} * ${total0} / ${total1 + total0}`,
    value: (count1 * total0) / (total1 + total0),
  }));
  const below = sumOf(strata, ({ count0, total0, total1 }) => ({
    isNone: count0 === 0,
    text: `${count0} * ${total1} / ${total1 + total0}`,
    value: (count0 * total1) / (total1 + total0),
  }));
  const spread = sumOf(strata, ({ count1, total1, count0, total0 }) => ({
    isNone: count1 === 0 && count0 === 0,
    text: `(${count1} * ${total1} * ${total0 - count0} + ${count0} * ${total0} * ${total1 - count1}) / (${total1 + total0} * ${total1 + total0})`,
    value: (count1 * total1 * (total0 - count0) + count0 * total0 * (total1 - count1)) / (total1 + total0) ** 2,
  }));
  const [r, s, v] = [above.value, below.value, spread.value].map(written);
  const reach = `exp(${written(normal95)} * sqrt(${v} / (${r} * ${s})))`;
  return [
    ...step("above", key, above.expression, above.value),
    ...step("below", key, below.expression, below.value),
    ...step("spread", key, spread.expression, spread.value),
    ...step("adjusted", key, `${r} / ${s}`, told.value),
    ...step("adjusted-low", key, `${r} / ${s} / ${reach}`, told.interval?.low),
    ...step("adjusted-high", key, `${r} / ${s} * ${reach}`, told.interval?.high),
  ];
}

type Term = { readonly isNone: boolean; readonly text: string; readonly value: number };

function sumOf(
  strata: readonly NamedRiskStratum[],
  termOf: (stratum: NamedRiskStratum) => Term,
): { readonly expression: string; readonly value: number } {
  const terms = strata.map(termOf).filter(({ isNone }) => !isNone);
  return {
    expression: terms.length === 0 ? "0" : terms.map(({ text }) => text).join(" + "),
    value: terms.reduce((sum, { value }) => sum + value, 0),
  };
}
