import type { Finding } from "@evenhand/standard";
import { garwoodInterval } from "../../stats/rates/garwood-interval.ts";
import { rowKey } from "./arithmetic.ts";
import type { ComparedRow } from "./compared-rows.ts";
import { rInterval, rLine, rLineOf, rName } from "./r-lines.ts";

/** Below this count on either side the interval of a ratio is the mid-p one, as in the statistic itself. */
export const countForScore = 50;

/** Comparisons whose ends R's own functions give: exact for rates, binomial for the group's part of both groups' events. */
export function rateLines(rows: readonly ComparedRow[], { comparison }: Finding): readonly string[] {
  const dispersion = comparison?.dispersion ?? 1;
  const tested = rows.filter(
    ({ compared, count, other }) => compared.p !== undefined && count > 0 && other !== undefined,
  );
  const names = tested.map((side) => `${rName(rowKey(side.row))}_chance`);
  return [
    ...rows.flatMap((side) => rowLines(side, dispersion)),
    ...tested.map((side, index) => `${names[index]} <- ${chanceExpression(side, dispersion)}`),
    ...tested.map(({ row, compared }, index) =>
      rLine(`${rName(rowKey(row))}_p`, `p.adjust(c(${names.join(", ")}), "holm")[${index + 1}]`, compared.p ?? 1),
    ),
  ];
}

function rowLines(side: ComparedRow, dispersion: number): readonly string[] {
  const { row, compared, count, exposure, other } = side;
  const name = rName(rowKey(row));
  const own = rInterval(`${name}_rate`, `poisson.test(${count}, ${exposure})$conf.int`, compared.rate?.interval);
  if (other === undefined || compared.ratio === undefined || dispersion > 1) return own;
  const exact = garwoodInterval(other.count);
  const reference = rInterval(`${name}_reference_rate`, `poisson.test(${other.count}, ${other.exposure})$conf.int`, {
    low: exact.low / other.exposure,
    high: exact.high / other.exposure,
  });
  const isMidP = Math.min(count, other.count) < countForScore;
  return [...own, ...reference, ...(isMidP ? midPLines(side) : scoreLines(side)), ...differenceLines(name, side)];
}

/** Score limits by R's own: the group's part of the events of both, as odds, in units of exposure. */
function scoreLines({ row, compared, count, exposure, other }: ComparedRow): readonly string[] {
  if (other === undefined) return [];
  const share = `prop.test(${count}, ${count + other.count}, correct = FALSE)$conf.int`;
  const odds = `(function(p) p / (1 - p) * ${other.exposure} / ${exposure})(suppressWarnings(${share}))`;
  return rInterval(`${rName(rowKey(row))}_ratio`, odds, compared.ratio?.interval);
}

/** Mid-p limits: where the chance of more events, and half that of as many, is 2.5% or 97.5%. */
function midPLines({ row, compared, count, exposure, other }: ComparedRow): readonly string[] {
  if (other === undefined || count === 0 || other.count === 0) return [];
  const [name, x, n] = [rName(rowKey(row)), count, count + other.count];
  const tail = `pbinom(${x}, ${n}, p, lower.tail = FALSE) + dbinom(${x}, ${n}, p) / 2`;
  const line = (end: "low" | "high", chance: string): readonly string[] =>
    rLineOf(
      `${name}_ratio_${end}`,
      `(function(p) p / (1 - p) * ${other.exposure} / ${exposure})(uniroot(function(p) ${tail} - ${chance}, c(1e-12, 1 - 1e-12), tol = 1e-14)$root)`,
      compared.ratio?.interval?.[end],
    );
  return [...line("low", "0.025"), ...line("high", "0.975")];
}

/** The two exact intervals of the rates, put together (MOVER). */
function differenceLines(name: string, { compared, count, exposure, other }: ComparedRow): readonly string[] {
  const interval = compared.difference?.interval;
  if (other === undefined || interval === undefined || compared.rate?.interval === undefined) return [];
  const [own, theirs] = [`${count} / ${exposure}`, `${other.count} / ${other.exposure}`];
  const reach = (first: string, second: string): string => `sqrt((${own} - ${first})^2 + (${second} - ${theirs})^2)`;
  const gap = `${own} - ${theirs}`;
  return [
    ...rLineOf(
      `${name}_difference_low_exact`,
      `${gap} - ${reach(`${name}_rate_low`, `${name}_reference_rate_high`)}`,
      interval.low,
    ),
    ...rLineOf(
      `${name}_difference_high_exact`,
      `${gap} + ${reach(`${name}_rate_high`, `${name}_reference_rate_low`)}`,
      interval.high,
    ),
  ];
}

/** p value before the adjustment for several comparisons, by the method of the interval. */
function chanceExpression({ count, exposure, other }: ComparedRow, dispersion: number): string {
  if (other === undefined) return "1";
  const [n, p] = [count + other.count, `${exposure} / (${exposure} + ${other.exposure})`];
  if (dispersion > 1)
    return `2 * pnorm(-abs(log(${count} / ${exposure} / (${other.count} / ${other.exposure}))) / sqrt(${dispersion} * (1 / ${count} + 1 / ${other.count})))`;
  if (Math.min(count, other.count) >= countForScore)
    return `(function(p) 2 * pnorm(-abs(${count} - ${n} * p) / sqrt(${n} * p * (1 - p))))(${p})`;
  return `(function(p) min(1, 2 * pbinom(${count}, ${n}, p) - dbinom(${count}, ${n}, p), 2 * pbinom(${count - 1}, ${n}, p, lower.tail = FALSE) - dbinom(${count}, ${n}, p)))(${p})`;
}
