import type { FindingRow, Interval } from "@evenhand/standard";
import type { Step, StepLabel } from "./explanation.ts";

/** A number as it stands in an expression: all its digits; a negative one in brackets. */
export function written(value: number): string {
  return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
}

/** Key of a row in a step. */
export function rowKey({ key, key2 }: FindingRow): string {
  return key2 === undefined ? key : `${key} | ${key2}`;
}

/** A step, unless the finding does not carry the number or it is not finite. */
export function step(
  label: StepLabel,
  row: string | undefined,
  expression: string,
  value: number | undefined,
): readonly Step[] {
  if (value === undefined || !Number.isFinite(value)) return [];
  return [{ label, ...(row === undefined ? {} : { row }), expression, value }];
}

/** Standard-normal quantile of 95% intervals. */
export const normal95 = 1.959963984540054;

/** The two ends of Wilson's interval with the numbers put in. */
export function wilsonSteps(
  { count, total }: { readonly count: number; readonly total: number },
  interval: Interval | undefined,
  row?: string,
): readonly Step[] {
  if (interval === undefined || total <= 0) return [];
  const [low, high] = wilsonExpressions(count, total);
  return [...step("interval-low", row, low, interval.low), ...step("interval-high", row, high, interval.high)];
}

/** Wilson's interval as two expressions. */
export function wilsonExpressions(count: number, total: number): readonly [string, string] {
  const [x, n, z] = [written(count), written(total), written(normal95)];
  const middle = `${x} + ${z} * ${z} / 2`;
  const root = `${z} * sqrt(${x} * (${n} - ${x}) / ${n} + ${z} * ${z} / 4)`;
  return [`(${middle} - ${root}) / (${n} + ${z} * ${z})`, `(${middle} + ${root}) / (${n} + ${z} * ${z})`];
}
