import rules from "./change-rules.json" with { type: "json" };

/** A limit of `change-rules.json`, which gives the reason of each. */
export const changeRule = (name: keyof typeof rules): number => rules[name].value;
