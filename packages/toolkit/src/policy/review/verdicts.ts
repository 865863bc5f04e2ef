import type { Provision } from "@evenhand/standard/provision";

/** What can be said of a provision. */
export type Verdict = Provision["verdict"];

/** Every verdict, in the order in which tables show them. */
export const verdicts: readonly Verdict[] = [
  "required",
  "qualified",
  "contradicted",
  "silent",
  "cannot-tell",
  "covered-elsewhere",
];

/** Whether a value read from a file is a verdict. */
export const isVerdict = (value: unknown): value is Verdict => verdicts.some((verdict) => verdict === value);
