import type { EntityName } from "../entities/entity-schemas.ts";

/** Every rule that a set of records is held to. The first eight are the standard's own; the rest make records readable. */
export const ruleIds = [
  "incident-is-complete",
  "resistance-agrees",
  "outcome-agrees",
  "none-is-exclusive",
  "derived-not-typed",
  "impossible-value",
  "legacy-code",
  "counts-name-their-unit",
  "missing-needs-reason",
  "references-exist",
  "shape",
] as const;

export type RuleId = (typeof ruleIds)[number];

/** One thing wrong with one record: where it is and what to do. */
export type RecordIssue = {
  readonly rule: RuleId;
  /** A warning says that a person should look; an error that the record is not valid. */
  readonly severity: "error" | "warning";
  readonly entity: EntityName | "submission";
  /** Key of the record, such as `i-1/p-2`; `row 3` where it has none. */
  readonly record: string;
  readonly field?: string;
  readonly message: string;
};

/** How strictly to read: `import` accepts legacy codes and unknown links of existing files, `new` refuses them. */
export type ValidationMode = "new" | "import";

export type ValidationOptions = {
  readonly mode: ValidationMode;
  /** ISO date; a date after it is in the future. */
  readonly today: string;
};
