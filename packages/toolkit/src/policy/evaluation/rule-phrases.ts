import { ruleWords } from "../checks/rule-words.ts";
import concepts from "../rules/concepts.json" with { type: "json" };
import coverage from "../rules/coverage.json" with { type: "json" };
import { rubrics } from "../rules/rubrics.ts";
import type { RuleStatement } from "../rules/rule.ts";

/** Every phrase that the rules and their shared lists look for, each once; concepts by their phrases. */
export function rulePhrases(): readonly string[] {
  const ofRules = Object.values(rubrics).flatMap(({ rules }) =>
    rules.flatMap((rule) => [
      ...rule.topic,
      ...(rule.unclear ?? []),
      ...(rule.hedges ?? []),
      ...rule.statements.flatMap(phrasesOf),
    ]),
  );
  const { exceptions, hedges, modality, references, scopes } = ruleWords;
  const lists = [
    ...Object.values(concepts).flat(),
    ...coverage.flatMap(({ says, not }) => [...says.flat(), ...not]),
    ...Object.values(exceptions).flat(),
    ...hedges,
    ...modality.flatMap(({ phrases }) => phrases),
    ...references,
    ...scopes.flatMap(({ phrases, titles }) => [...phrases, ...titles]),
  ];
  return [...new Set([...ofRules, ...lists])].filter((phrase) => !phrase.startsWith("@"));
}

const phrasesOf = (statement: RuleStatement): readonly string[] => [
  ...(statement.defines ?? []),
  ...statement.says.flat(),
  ...(statement.about ?? []).flat(),
  ...(statement.not ?? []),
  ...(statement.notUnder ?? []),
  ...(statement.notHedges ?? []),
  ...(statement.exceptions?.each ?? []),
  ...(statement.exceptions?.any ?? []),
  ...(statement.exceptions?.never ?? []),
];
