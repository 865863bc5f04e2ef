import { rubrics } from "@evenhand/toolkit/policy/rules/rubrics";

/** The question of every rule that ships, in both languages, by the rule's id. */
export const ruleQuestions: Readonly<Record<string, { readonly en: string; readonly es: string }>> = Object.fromEntries(
  Object.values(rubrics).flatMap(({ rules }) => rules.map(({ id, question }) => [id, question] as const)),
);
