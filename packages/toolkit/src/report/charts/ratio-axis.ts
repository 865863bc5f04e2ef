import type { Words } from "../words/words.ts";
import type { IntervalAxis } from "./interval-chart.ts";
import type { IntervalLine } from "./interval-line.ts";
import { ratioScale } from "./ratio-scale.ts";

/** The log axis that holds these lines, with 1 marked as what it means. */
export function ratioAxis(lines: readonly IntervalLine[], reference: string, words: Words): IntervalAxis {
  const values = lines.flatMap(({ estimate, known }) =>
    [estimate?.value, known].filter((value) => value !== undefined),
  );
  const intervals = lines.flatMap(({ estimate, range }) =>
    [estimate?.interval, range?.interval].filter((interval) => interval !== undefined),
  );
  const digits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2, useGrouping: false });
  return {
    scale: ratioScale(values, intervals),
    tickText: (value) => digits.format(value),
    label: words.say("chart.ratio.axis"),
    one: words.say("chart.ratio.one", { reference }),
  };
}
