import { rowKey, step, written } from "./arithmetic.ts";
import type { ComparedRow } from "./compared-rows.ts";
import type { Step } from "./explanation.ts";
import { rInterval, rName } from "./r-lines.ts";

/** R's function of the score of a ratio of shares: how many standard errors the shares are away from that ratio. */
export const koopmanFunctions: readonly string[] = [
  "koopman_score <- function(ratio, x1, n1, x0, n0) { linear <- n1 * ratio + x1 + n0 + x0 * ratio; p0 <- 2 * (x1 + x0) / (linear + sqrt(pmax(0, linear^2 - 4 * (n1 + n0) * ratio * (x1 + x0)))); p1 <- ratio * p0; (x1 / n1 - ratio * x0 / n0) / sqrt(pmax(0, p1 * (1 - p1)) / n1 + ratio^2 * pmax(0, p0 * (1 - p0)) / n0) }",
  "koopman <- function(x1, n1, x0, n0) { middle <- log((x1 + 0.5) / (n1 + 1) / ((x0 + 0.5) / (n0 + 1))); end <- function(z) exp(uniroot(function(log_ratio) koopman_score(exp(log_ratio), x1, n1, x0, n0) - z, middle + c(-9, 9), tol = 1e-13, maxiter = 5000)$root); c(if (x1 == 0) 0 else end(qnorm(0.975)), if (x0 == 0) Inf else end(-qnorm(0.975))) }",
];

/** Koopman's interval in R: the two ratios whose score is 1.96 and −1.96. */
export function koopmanLines({ row, compared, count, exposure, other }: ComparedRow): readonly string[] {
  if (other === undefined) return [];
  const call = `koopman(${count}, ${exposure}, ${other.count}, ${other.exposure})`;
  return rInterval(rName(rowKey(row), "ratio"), call, compared.ratio?.interval);
}

/**
 * Koopman's interval has no closed form, but its ends can be checked: put in as the ratio, each gives a score of 1.96
 * standard errors. First the reference share that fits that ratio best, then the score with it.
 */
export function koopmanSteps(side: ComparedRow): readonly Step[] {
  const interval = side.compared.ratio?.interval;
  if (interval === undefined) return [];
  return [...endSteps(side, "low", interval.low), ...endSteps(side, "high", interval.high)];
}

function endSteps({ row, count, exposure, other }: ComparedRow, end: "low" | "high", ratio: number): readonly Step[] {
  if (other === undefined || !(ratio > 0 && Number.isFinite(ratio))) return [];
  const [x1, n1, x0, n0, r] = [count, exposure, other.count, other.exposure, ratio];
  const linear = n1 * r + x1 + n0 + x0 * r;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * (n1 + n0) * r * (x1 + x0)));
  const fitted = (2 * (x1 + x0)) / (linear + root);
  const first = r * fitted;
  const variance = (first * (1 - first)) / n1 + (r * r * fitted * (1 - fitted)) / n0;
  if (!(variance > 0)) return [];
  const score = (x1 / n1 - (r * x0) / n0) / Math.sqrt(variance);
  const sum = `(${written(n1)} * ${written(r)} + ${x1} + ${n0} + ${x0} * ${written(r)})`;
  const key = rowKey(row);
  const p1 = `${written(r)} * ${written(fitted)}`;
  return [
    ...step(
      `fitted-${end}`,
      key,
      `2 * (${x1} + ${x0}) / (${sum} + sqrt(${sum} * ${sum} - 4 * (${n1} + ${n0}) * ${written(r)} * (${x1} + ${x0})))`,
      fitted,
    ),
    ...step(
      `score-${end}`,
      key,
      `(${x1} / ${n1} - ${written(r)} * ${x0} / ${n0}) / sqrt(${p1} * (1 - ${p1}) / ${n1} + ${written(r)} * ${written(r)} * ${written(fitted)} * (1 - ${written(fitted)}) / ${n0})`,
      score,
    ),
  ];
}
