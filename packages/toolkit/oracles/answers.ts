import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../src/stats/refusal.ts";

/** An answer as oracles write it: null in place of a refusal. */
export function orNull<Answer>(answer: Answer | Refusal): Answer | null {
  return isRefusal(answer) ? null : answer;
}

/** An interval as oracles write it: a pair of numbers, or null in place of a refusal. */
export function pair(interval: Interval | Refusal): readonly [number, number] | null {
  return isRefusal(interval) ? null : [interval.low, interval.high];
}
