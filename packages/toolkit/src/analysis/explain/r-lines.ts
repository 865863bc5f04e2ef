import type { Interval } from "@evenhand/standard";
import type { Step } from "./explanation.ts";

/** Name of a variable of R: letters, digits and `_`. */
export function rName(...parts: readonly string[]): string {
  const joined = parts
    .join("_")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/gu, "_")
    .replace(/^_+|_+$/gu, "");
  return /^[A-Za-z]/u.test(joined) ? joined : `x_${joined}`;
}

/** A line of R that gives a number, with the number it should give. */
export function rLine(name: string, expression: string, value: number): string {
  return `${name} <- ${expression} # = ${value}`;
}

/** Two lines for the ends of an interval that R's own functions give. */
export function rInterval(name: string, expression: string, interval: Interval): readonly string[] {
  return [
    rLine(`${name}_low`, `${expression}[1]`, interval.low),
    ...(Number.isFinite(interval.high) ? [rLine(`${name}_high`, `${expression}[2]`, interval.high)] : []),
  ];
}

/** The steps as lines of R; names are made unique. */
export function rOfSteps(steps: readonly Step[]): readonly string[] {
  return steps.map(({ label, row, expression, value }) =>
    rLine(rName(...(row === undefined ? [] : [row]), label), expression, value),
  );
}
