import { digitPreference } from "../../src/stats/recording/digit-preference.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ terminal_digit_counts: number[] }>(({ terminal_digit_counts }) => {
  const found = digitPreference(terminal_digit_counts);
  const answer = isRefusal(found) ? undefined : found;
  return {
    chisq: answer?.chiSquare ?? null,
    p: answer?.p ?? null,
    whipple: answer?.whipple ?? null,
    myers_like: answer?.myers ?? null,
  };
});
