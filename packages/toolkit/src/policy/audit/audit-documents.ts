import type { Clause, Provision } from "@evenhand/standard/provision";
import { type ClauseReading, clauseReading } from "../checks/clause-reading.ts";
import { conceptPhrases } from "../checks/concept-phrases.ts";
import { type Conclusion, concludeRule } from "../checks/conclude-rule.ts";
import type { CoveredSubject } from "../checks/covered-subject.ts";
import { collectDefinitions, type Definitions, termsMeaning } from "../checks/definitions.ts";
import { explainVerdict, type Looked } from "../checks/explain-verdict.ts";
import { findPhrases } from "../checks/find-phrases.ts";
import { matchStatement, type StatementMatch } from "../checks/match-statement.ts";
import { pointersTo, readCoverage } from "../checks/read-coverage.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import type { Rubric, Rule } from "../rules/rule.ts";
import { citedSupports, quotedReadings } from "./quoted-readings.ts";

/** A provision as the audit found it. */
export type AuditedProvision = Provision & {
  /** Binary rubrics: whether the thing is there; null where it cannot be told. */
  readonly present?: boolean | null;
  /** How much was read for it. */
  readonly lookedAt: Looked;
};

/** What an audit found. */
export type Audit = { readonly rubric: Rubric["id"]; readonly provisions: readonly AuditedProvision[] };

type AuditOptions = {
  readonly language?: "en" | "es";
  /** The documents are passages: silence is about the passage, whatever policy it comes from. */
  readonly isPassage?: boolean;
};

/**
 * Asks every rule of a rubric of a department's documents, read together: a definition in one governs the words of
 * another. Pure: documents in, provisions with their clauses out.
 *
 * Not a judgment of the department: a first reading, which two people should confirm.
 */
export function auditDocuments(
  documents: readonly PolicyDocument[],
  rubric: Rubric,
  { language = "en", isPassage = false }: AuditOptions = {},
): Audit {
  const definitions = collectDefinitions(documents);
  const readings = documents.flatMap((document) =>
    document.policies.flatMap((policy) =>
      policy.clauses.flatMap((_, index) => clauseReading(document, policy, index) ?? []),
    ),
  );
  const names = documents.map(({ name }) => name);
  const covered = isPassage ? undefined : readCoverage(readings);
  return {
    rubric: rubric.id,
    provisions: rubric.rules.map((rule) =>
      auditRule(rule, rubric, { readings, definitions, names, covered, language }),
    ),
  };
}

type Reading = {
  readonly readings: readonly ClauseReading[];
  readonly definitions: Definitions;
  readonly names: readonly string[];
  /** Undefined where the documents are passages. */
  readonly covered: ReadonlySet<CoveredSubject> | undefined;
  readonly language: "en" | "es";
};

function auditRule(
  rule: Rule,
  { isBinary }: Rubric,
  { readings, definitions, names, covered, language }: Reading,
): AuditedProvision {
  const words = conceptPhrases(rule.topic);
  const readsDefinitions = rule.statements.some((statement) => statement.readsDefinitions === true);
  const topic = readsDefinitions ? [...words, ...termsMeaning(words, definitions)] : words;
  const onSubject = readings.filter(
    ({ text, clause }) => findPhrases(topic, `${text} / ${clause.term ?? ""}`).length > 0,
  );
  const matches = onSubject.flatMap((reading) => matchesOf(rule, reading, definitions));
  const concluded = concludeRule(rule, matches, onSubject);
  const conclusion =
    names.length === 0
      ? { ...concluded, ...nothingRead }
      : sought(doubted(concluded, readings), rule.livesIn, covered, readings);
  const lookedAt = { clauses: readings.length, onSubject: onSubject.length, documents: names };
  const cited = citedSupports(conclusion);
  return {
    id: rule.id,
    verdict: conclusion.verdict,
    clauses: quotedReadings(conclusion).map(toClause),
    hedges: [...new Set(cited.flatMap(({ hedges }) => hedges))],
    exceptions: [...new Set(cited.flatMap(({ exceptions }) => exceptions))],
    why: explainVerdict(conclusion, lookedAt, language),
    ...(isBinary ? { present: isPresent(conclusion.verdict) } : {}),
    lookedAt,
  };
}

/** Letters a recognizer is this sure of, on average, are enough to call a policy silent. */
const surenessForSilence = 0.7;

const nothingRead = { verdict: "cannot-tell", doubt: "nothing-read" } as const;

/** Silence of documents that are not the policy in question is no silence. */
function sought(
  conclusion: Conclusion,
  livesIn: Rule["livesIn"],
  covered: Reading["covered"],
  readings: readonly ClauseReading[],
): Conclusion {
  const isElsewhere = livesIn !== undefined && covered !== undefined && !livesIn.some((id) => covered.has(id));
  if (conclusion.verdict !== "silent" || !isElsewhere) return conclusion;
  const references = livesIn.flatMap((id) => pointersTo(id, readings));
  return references.length > 0
    ? { ...conclusion, verdict: "covered-elsewhere", references }
    : { ...conclusion, verdict: "cannot-tell", doubt: "not-given", notGiven: livesIn };
}

/** Letters too unclear are never silence. */
function doubted(conclusion: Conclusion, readings: readonly ClauseReading[]): Conclusion {
  const isUnclear = readings.some(({ document }) => (document.confidence ?? 1) < surenessForSilence);
  return conclusion.verdict === "silent" && isUnclear
    ? { ...conclusion, verdict: "cannot-tell", doubt: "poor-scan" }
    : conclusion;
}

/** The first statement that fits a clause speaks for it; parts of a whole may stand together in one. */
function matchesOf(rule: Rule, reading: ClauseReading, definitions: Definitions): StatementMatch[] {
  const parts = rule.statements.filter(({ means }) => means === "part");
  const whole = rule.statements.filter(({ means }) => means !== "part");
  const first: StatementMatch[] = [];
  for (const statement of whole) {
    const match = matchStatement(statement, reading, definitions);
    if (match === undefined) continue;
    first.push(match);
    break;
  }
  return [...first, ...parts.flatMap((statement) => matchStatement(statement, reading, definitions) ?? [])];
}

const isPresent = (verdict: Provision["verdict"]): boolean | null =>
  verdict === "cannot-tell" || verdict === "covered-elsewhere"
    ? null
    : verdict === "required" || verdict === "qualified";

function toClause({ document, clause }: ClauseReading): Clause {
  return {
    document: document.name,
    sha256: document.sha256,
    ...(clause.page === undefined ? {} : { page: clause.page }),
    section: clause.section,
    start: clause.start,
    end: clause.end,
    text: clause.text,
  };
}
