import type { Interval } from "@evenhand/standard";

/**
 * How much of what was raised as a possible contradiction held up when a person read both clauses, 0–1: from a strict to a
 * lenient reading. Measured when the rules were first run on departments whose documents had no part in writing them; they
 * were narrowed after that, so it is what to expect of a department that nobody has seen, not a test of today's rules.
 *
 * Source: docs/methods/policy-audit.md, “Possible contradictions”.
 */
export const measuredPrecision: Interval = { low: 0.17, high: 0.36 };
