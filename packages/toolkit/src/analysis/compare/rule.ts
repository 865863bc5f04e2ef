import rules from "./compare-rules.json" with { type: "json" };

/**
 * A limit for comparing groups; `compare-rules.json` holds each with its reason.
 *
 * @example compareRule("smallCount") // 20
 */
export function compareRule(name: keyof typeof rules): number {
  return rules[name].value;
}
