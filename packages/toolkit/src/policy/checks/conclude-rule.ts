import type { Provision } from "@evenhand/standard/provision";
import type { Rule } from "../rules/rule.ts";
import { type ClauseReading, leavesOut, opensException } from "./clause-reading.ts";
import { conceptPhrases } from "./concept-phrases.ts";
import type { CoveredSubject } from "./covered-subject.ts";
import { findHedges } from "./find-hedges.ts";
import { findPhrases } from "./find-phrases.ts";
import { findReferences } from "./find-references.ts";
import { governs } from "./governs.ts";
import { isWithin } from "./mark.ts";
import type { StatementMatch } from "./match-statement.ts";
import { ruleWords } from "./rule-words.ts";

/** A clause that supports a verdict, with the words that weaken it. */
export type Support = {
  readonly match: StatementMatch;
  readonly hedges: readonly string[];
  readonly exceptions: readonly string[];
  readonly isAdvice: boolean;
};

/** What the matches of a rule amount to. */
export type Conclusion = {
  readonly verdict: Provision["verdict"];
  readonly supports: readonly Support[];
  readonly limited: readonly Support[];
  readonly contradictions: readonly StatementMatch[];
  readonly insufficient: readonly StatementMatch[];
  readonly references: readonly { readonly reading: ClauseReading; readonly words: string }[];
  readonly unclear: readonly ClauseReading[];
  /** Why it cannot be told although no clause is in doubt. */
  readonly doubt?: "nothing-read" | "poor-scan" | "not-given";
  /** For "not-given": what the policy that was not given rules on. */
  readonly notGiven?: readonly CoveredSubject[];
};

/**
 * Weighs what was found. A clause that allows the act contradicts; a clean duty or ban is required only when every
 * clause that says it is clean: one "if feasible" makes it qualified. One doubt is never rounded up.
 */
export function concludeRule(
  rule: Rule,
  matches: readonly StatementMatch[],
  readings: readonly ClauseReading[],
): Conclusion {
  const of = (...means: string[]): StatementMatch[] =>
    matches.filter(({ statement }) => means.includes(statement.means));
  const said = [...of("required", "qualified"), ...joined(rule, of("part"))].map((match) => support(rule, match));
  const supports = said.filter(({ match }) => match.limits.length === 0);
  const narrow = said.filter(({ match }) => match.limits.length > 0);
  const limited = narrow.filter(
    ({ match }) =>
      !match.limits.some((scope) => otherSubjects.has(scope) || rule.otherScopes?.includes(scope) === true),
  );
  const elsewhere = narrow.filter((one) => !limited.includes(one)).map(({ match }) => match);
  const contradictions = [...of("contradicted"), ...joined(rule, of("part"), "contradicted")].filter(
    ({ limits }) => limits.length === 0,
  );
  const insufficient = [...of("insufficient"), ...elsewhere];
  const references = supports.length + limited.length > 0 ? [] : outside(rule, readings);
  const unclear =
    matches.length > 0 || rule.unclear === undefined
      ? []
      : readings.filter(({ text }) => findPhrases(conceptPhrases(rule.unclear ?? []), text).length > 0);
  const found = { supports, limited, contradictions, insufficient, references, unclear };
  return { verdict: weigh(rule, found), ...found };
}

function weigh(
  rule: Rule,
  { supports, limited, contradictions, insufficient, references, unclear }: Omit<Conclusion, "verdict">,
): Conclusion["verdict"] {
  const against = supports.length > 0 ? contradictions.filter((match) => !isException(match)) : contradictions;
  if (against.length > 0 && (rule.contradictionWins || supports.length === 0)) return "contradicted";
  if (against.length < contradictions.length) return "qualified";
  if (supports.length > 0)
    return supports.some(isClean) && supports.every((one) => isClean(one) || one.match.statement.standsAside === true)
      ? "required"
      : "qualified";
  if (rule.limited === "qualified" && limited.length > 0) return "qualified";
  if (references.length > 0 && insufficient.length === 0) return "covered-elsewhere";
  return unclear.length > 0 ? "cannot-tell" : "silent";
}

/** "Exception: team members need not report it" weakens a duty; it does not deny it. */
const isException = ({ reading }: StatementMatch): boolean =>
  opensException.test(reading.clause.text) || leavesOut.test(reading.clause.text);

const otherSubjects = new Set(
  ruleWords.scopes.filter(({ isAnotherSubject }) => isAnotherSubject === true).map(({ id }) => id),
);

const isClean = ({ match, hedges, exceptions, isAdvice }: Support): boolean =>
  match.statement.means !== "qualified" && hedges.length === 0 && exceptions.length === 0 && !isAdvice;

function support(rule: Rule, match: StatementMatch): Support {
  const { reading, statement, act, exceptions, modality } = match;
  if (statement.isStatedFact === true) return { match, hedges: [], exceptions: [], isAdvice: false };
  const free = statement.notHedges ?? [];
  const not = findPhrases(conceptPhrases(free), reading.text);
  const hedges = findHedges(reading.text, rule.hedges).filter(
    (hedge) => governs(hedge, act, reading) && !not.some((mark) => isWithin(hedge, mark) || isWithin(mark, hedge)),
  );
  return {
    match,
    hedges: hedges
      .filter((hedge) => !exceptions.some((exception) => isWithin(hedge, exception)))
      .map(({ text }) => text),
    exceptions: exceptions
      .filter((exception) => governs(exception, act, reading) && !not.some((mark) => isWithin(mark, exception)))
      .map(({ text }) => text),
    isAdvice: ["should", "should-not", "should-consider"].includes(modality),
  };
}

/** The clauses of a set of parts that are all there, judged as the set says. */
function joined(rule: Rule, parts: readonly StatementMatch[], only?: "contradicted"): StatementMatch[] {
  return (rule.together ?? [])
    .filter(({ means }) => (means === "contradicted") === (only === "contradicted"))
    .flatMap(({ parts: ids, means, because }) => {
      const sets = ids.map((id) => parts.filter(({ statement, limits }) => statement.id === id && limits.length === 0));
      if (sets.some((set) => set.length === 0)) return [];
      return sets.flat().map((match) => ({ ...match, statement: { ...match.statement, means, because } }));
    });
}

/** Clauses that name the act and point to a document that was not given. */
function outside(rule: Rule, readings: readonly ClauseReading[]): { reading: ClauseReading; words: string }[] {
  const numbers = readings.flatMap(({ policy }) => policy.number ?? []);
  const says = rule.statements
    .filter(
      ({ means, isStatedFact, defines }) => means === "required" && isStatedFact !== true && defines === undefined,
    )
    .map((statement) => statement.says.map(conceptPhrases));
  const named = readings.filter(({ text }) =>
    says.some((groups) => groups.length > 0 && groups.every((phrases) => findPhrases(phrases, text).length > 0)),
  );
  return named.flatMap((reading) =>
    findReferences(reading.text)
      .filter(({ text }) => !numbers.some((number) => text.includes(number)))
      .slice(0, 1)
      .map(({ text }) => ({ reading, words: text })),
  );
}
