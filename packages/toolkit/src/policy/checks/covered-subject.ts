/** A subject that a department's use-of-force policy rules on, as `rules/coverage.json` describes it. */
export type CoveredSubject = "deadly-force" | "force";
