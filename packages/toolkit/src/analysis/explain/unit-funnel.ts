import type { Finding } from "@evenhand/standard";
import rules from "../questions/unit-rules.json" with { type: "json" };
import { rowKey, step, written } from "./arithmetic.ts";
import { type ComparedRow, comparedRows } from "./compared-rows.ts";
import type { Explainer, Step } from "./explanation.ts";
import { rInterval, rLineOf, rName } from "./r-lines.ts";

/** Shares of units, what would be expected of each at the rate of all, its funnel limits and its score. */
export const unitFunnel: Explainer = (finding) => {
  const rows = comparedRows(finding);
  const { target, extraVariance } = finding.values ?? {};
  if (typeof target !== "number" || typeof extraVariance !== "number" || rows.length !== finding.rows.length)
    return { steps: rows.flatMap(rateStep) };
  const isWidened = rows.length >= rules.overdispersedFrom.value;
  const sum = (read: (row: ComparedRow) => number): string => rows.map((row) => written(read(row))).join(" + ");
  return {
    tables: [
      {
        name: "units",
        columns: ["unit", "events", "people"],
        rows: rows.map(({ row, count, exposure }) => [row.key, count, exposure]),
      },
    ],
    steps: [
      ...step("target", undefined, `(${sum(({ count }) => count)}) / (${sum(({ exposure }) => exposure)})`, target),
      ...rows.flatMap((row) => unitSteps(row, { target, extraVariance, isWidened })),
    ],
    r: [...scatterLines(finding), ...rows.flatMap(limitLines)],
  };
};

type Funnel = { readonly target: number; readonly extraVariance: number; readonly isWidened: boolean };

const rateStep = ({ row, compared, count, exposure }: ComparedRow): readonly Step[] =>
  step("rate", rowKey(row), `${written(count)} / ${written(exposure)}`, compared.rate?.value);

/** From 10 units on the score allows for the differences that units show in general. */
function unitSteps(side: ComparedRow, { target, extraVariance, isWidened }: Funnel): readonly Step[] {
  const { row, compared, count, exposure } = side;
  const [y, n, theta] = [count, exposure, target].map(written);
  const score = isWidened
    ? `(${y} / ${n} - ${theta}) / sqrt(${theta} / ${n} + ${written(extraVariance)})`
    : `2 * (sqrt(${y}) - sqrt(${theta} * ${n}))`;
  const key = rowKey(row);
  return [
    ...rateStep(side),
    ...step("expected", key, `${theta} * ${n}`, compared.expected),
    ...step("funnel-score", key, score, row.figures?.score),
  ];
}

function scatterLines({ values = {} }: Finding): readonly string[] {
  const told = (name: string): number | undefined => {
    const value = values[name];
    return typeof value === "number" ? value : undefined;
  };
  return [
    "theta <- sum(units$events) / sum(units$people)",
    "scores <- 2 * (sqrt(units$events) - sqrt(theta * units$people))",
    "outer_scores <- quantile(scores, c(0.1, 0.9))",
    ...rLineOf("funnel_phi", "mean(pmin(pmax(scores, outer_scores[[1]]), outer_scores[[2]])^2)", told("dispersion")),
    "weights <- units$people / theta",
    ...rLineOf(
      "extra_variance",
      "max(0, (length(scores) * funnel_phi - (length(scores) - 1)) / (sum(weights) - sum(weights^2) / sum(weights)))",
      told("extraVariance"),
    ),
    "limit <- function(people, tail, lower) { expected <- theta * people; k <- qpois(tail, expected, lower.tail = lower); beyond <- if (lower) ppois(k, expected) - tail else tail - ppois(k, expected, lower.tail = FALSE); max(0, k - beyond / dpois(k, expected)) / people }",
  ];
}

/** Exact Poisson limits, 95% and 99.8%, interpolated between whole counts. */
function limitLines({ row, compared, exposure }: ComparedRow): readonly string[] {
  const ends = (tail: string): string => `c(limit(${exposure}, ${tail}, TRUE), limit(${exposure}, ${tail}, FALSE))`;
  return [
    ...rInterval(rName(rowKey(row), "limit_95"), ends("0.025"), compared.limits?.inner),
    ...rInterval(rName(rowKey(row), "limit_998"), ends("0.001"), compared.limits?.outer),
  ];
}
