import type { Finding, Interval } from "@evenhand/standard";
import { couldBeKnown } from "../tally.ts";
import { normal95, rowKey, step, wilsonExpressions, written } from "./arithmetic.ts";
import { type ComparedRow, comparedRows } from "./compared-rows.ts";
import type { Explainer, Step } from "./explanation.ts";
import { rInterval, rLine, rName } from "./r-lines.ts";

/** Below this count on either side the interval of a ratio is the mid-p one, as in the statistic itself. */
const countForScore = 50;

/** Rates per resident, stop or arrest; ratio, difference and excess over the reference; what the missing could do. */
export const rateByBenchmark: Explainer = (finding) => {
  const rows = comparedRows(finding);
  const dispersion = finding.comparison?.dispersion ?? 1;
  return {
    steps: rows.flatMap((row) => [...rateSteps(row, finding), ...ratioSteps(row, finding, dispersion)]),
    r: rows.flatMap((row) => rLines(row, dispersion)),
  };
};

function rateSteps({ row, compared, count, exposure }: ComparedRow, { values }: Finding): readonly Step[] {
  const key = rowKey(row);
  const years = values?.exposureYears;
  const benchmark = typeof years === "number" && years !== 1 ? exposure / years : undefined;
  const isExact = benchmark !== undefined && typeof years === "number" && benchmark * years === exposure;
  return [
    ...(isExact ? step("exposure", key, `${written(benchmark)} * ${written(years)}`, exposure) : []),
    ...step("rate", key, `${written(count)} / ${written(exposure)}`, compared.rate?.value),
  ];
}

function ratioSteps(side: ComparedRow, finding: Finding, dispersion: number): readonly Step[] {
  const { row, compared, count, exposure, other } = side;
  if (other === undefined || other.exposure === 0) return [];
  const key = rowKey(row);
  const missing = couldBeKnown(finding);
  const [own, rate] = [written(count), `(${written(other.count)} / ${written(other.exposure)})`];
  const ratio = `(${own} / ${written(exposure)}) / ${rate}`;
  const { ratioRange } = compared;
  return [
    ...step("ratio", key, ratio, compared.ratio?.value),
    ...intervalSteps(side, ratio, dispersion),
    ...step(
      "ratio-range-low",
      key,
      `(${own} / ${written(exposure)}) / ((${written(other.count)} + ${missing}) / ${written(other.exposure)})`,
      ratioRange?.low,
    ),
    ...step(
      "ratio-range-high",
      key,
      `((${own} + ${missing}) / ${written(exposure)}) / ${rate}`,
      other.count === 0 ? undefined : ratioRange?.high,
    ),
    ...step("difference", key, `${own} / ${written(exposure)} - ${rate}`, compared.difference?.value),
    ...step("excess", key, `${own} - ${rate} * ${written(exposure)}`, compared.excess),
  ];
}

/** Closed forms: score interval from 50 events on each side, widened log interval for clustered counts. */
function intervalSteps(
  { row, compared, count, exposure, other }: ComparedRow,
  ratio: string,
  dispersion: number,
): readonly Step[] {
  const interval = compared.ratio?.interval;
  if (interval === undefined || other === undefined || count === 0 || other.count === 0) return [];
  const key = rowKey(row);
  if (dispersion > 1) {
    const spread = `exp(${written(normal95)} * sqrt(${written(dispersion)} * (1 / ${written(count)} + 1 / ${written(other.count)})))`;
    return [
      ...step("ratio-low", key, `${ratio} / ${spread}`, interval.low),
      ...step("ratio-high", key, `${ratio} * ${spread}`, interval.high),
    ];
  }
  if (Math.min(count, other.count) < countForScore) return [];
  const [low, high] = wilsonExpressions(count, count + other.count);
  const scale = `${written(other.exposure)} / ${written(exposure)}`;
  const odds = (share: string): string => `(${share}) / (1 - (${share})) * ${scale}`;
  return [...step("ratio-low", key, odds(low), interval.low), ...step("ratio-high", key, odds(high), interval.high)];
}

/** R's own functions for the intervals: exact for rates, binomial for the group's share of the events of both. */
function rLines({ row, compared, count, exposure, other }: ComparedRow, dispersion: number): readonly string[] {
  const name = rName(rowKey(row));
  const { rate, ratio } = compared;
  const own =
    rate?.interval === undefined
      ? []
      : rInterval(`${name}_rate`, `poisson.test(${count}, ${exposure})$conf.int`, rate.interval);
  const isMidP = other !== undefined && dispersion <= 1 && Math.min(count, other.count) < countForScore;
  if (!isMidP || ratio?.interval === undefined || count === 0 || other.count === 0) return own;
  return [...own, ...midPLines(name, { count, exposure, other }, ratio.interval)];
}

/** Mid-p limits: where the chance of more events, and half that of as many, is 2.5% or 97.5%. */
function midPLines(
  name: string,
  {
    count,
    exposure,
    other,
  }: Pick<ComparedRow, "count" | "exposure"> & { readonly other: NonNullable<ComparedRow["other"]> },
  interval: Interval,
): readonly string[] {
  const [x, n] = [count, count + other.count];
  const scale = `${other.exposure} / ${exposure}`;
  const root = (chance: string): string =>
    `uniroot(function(p) pbinom(${x}, ${n}, p, lower.tail = FALSE) + dbinom(${x}, ${n}, p) / 2 - ${chance}, c(1e-12, 1 - 1e-12), tol = 1e-14)$root`;
  const line = (end: string, chance: string, value: number): string =>
    rLine(`${name}_ratio_${end}`, `(function(p) p / (1 - p) * ${scale})(${root(chance)})`, value);
  return [
    line("low", "0.025", interval.low),
    ...(Number.isFinite(interval.high) ? [line("high", "0.975", interval.high)] : []),
  ];
}
