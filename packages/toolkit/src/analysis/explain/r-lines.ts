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

/** Like {@link rLine}, but no line for a number that is not there or not finite. */
export function rLineOf(name: string, expression: string, value: number | undefined): readonly string[] {
  return value === undefined || !Number.isFinite(value) ? [] : [rLine(name, expression, value)];
}

/** Two lines for the ends of an interval, the elements `from` and `from + 1` of what an expression gives. */
export function rInterval(
  name: string,
  expression: string,
  interval: Interval | undefined,
  from = 1,
): readonly string[] {
  return [
    ...rLineOf(`${name}_low`, `${expression}[${from}]`, interval?.low),
    ...rLineOf(`${name}_high`, `${expression}[${from + 1}]`, interval?.high),
  ];
}

/** The steps as lines of R. */
export function rOfSteps(steps: readonly Step[]): readonly string[] {
  return steps.map(({ label, row, expression, value }) =>
    rLine(rName(...(row === undefined ? [] : [row]), label), expression, value),
  );
}
