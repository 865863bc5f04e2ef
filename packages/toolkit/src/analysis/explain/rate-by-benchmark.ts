import type { Finding } from "@evenhand/standard";
import { garwoodInterval } from "../../stats/rates/garwood-interval.ts";
import { couldBeKnown } from "../tally.ts";
import { ageSexSteps } from "./age-sex-steps.ts";
import { normal95, rowKey, step, wilsonExpressions, written } from "./arithmetic.ts";
import { type ComparedRow, comparedRows } from "./compared-rows.ts";
import { dispersionMonths } from "./dispersion-months.ts";
import type { Explainer, Step } from "./explanation.ts";
import { countForScore, rateLines } from "./rate-lines.ts";

/**
 * Rates per resident, stop or arrest; ratio, difference and excess over the reference; what the missing could do; the
 * ratio that allows for age and sex; and by how much variances are widened for counts that come in clusters.
 */
export const rateByBenchmark: Explainer = (finding, cells, beside) => {
  const rows = comparedRows(finding);
  const dispersion = finding.comparison?.dispersion ?? 1;
  const months = rows.some(({ compared }) => compared.ratio !== undefined)
    ? dispersionMonths(finding, cells)
    : undefined;
  const ageSex = ageSexSteps(finding, cells, beside);
  return {
    tables: [...(months?.tables ?? []), ...(ageSex.tables ?? [])],
    steps: [
      ...(months?.steps ?? []),
      ...rows.flatMap((row) => [...rateSteps(row, finding), ...ratioSteps(row, finding, dispersion)]),
      ...ageSex.steps,
    ],
    r: [...(months?.r ?? []), ...rateLines(rows, finding), ...(ageSex.r ?? [])],
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
    ...differenceSteps(side),
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

/** The exact ends of both rates put together (MOVER); R gives those ends. */
function differenceSteps({ row, compared, count, exposure, other }: ComparedRow): readonly Step[] {
  const [own, interval] = [compared.rate?.interval, compared.difference?.interval];
  if (own === undefined || interval === undefined || other === undefined) return [];
  const exact = garwoodInterval(other.count);
  const theirs = { low: exact.low / other.exposure, high: exact.high / other.exposure };
  const [rate, base] = [
    `${written(count)} / ${written(exposure)}`,
    `${written(other.count)} / ${written(other.exposure)}`,
  ];
  const square = (left: string, right: string): string => `(${left} - ${right}) * (${left} - ${right})`;
  const [low, high] = [
    `sqrt(${square(rate, written(own.low))} + ${square(written(theirs.high), base)})`,
    `sqrt(${square(written(own.high), rate)} + ${square(base, written(theirs.low))})`,
  ];
  const key = rowKey(row);
  return [
    ...step("difference-low", key, `${rate} - ${base} - ${low}`, interval.low),
    ...step("difference-high", key, `${rate} - ${base} + ${high}`, interval.high),
  ];
}
