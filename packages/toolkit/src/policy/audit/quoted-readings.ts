import type { ClauseReading } from "../checks/clause-reading.ts";
import type { Conclusion } from "../checks/conclude-rule.ts";
import type { StatementMatch } from "../checks/match-statement.ts";

const mostQuoted = 6;

/**
 * The clauses quoted for a conclusion, at most six: the first ones; where a reason given would rest on none of them, one
 * of each reason in turn, rules before definitions. Always in the order in which they were weighed.
 */
export function quotedReadings(conclusion: Conclusion): ClauseReading[] {
  const all = citedReadings(conclusion);
  const opening = all.slice(0, mostQuoted);
  const supports = citedSupports(conclusion).map(({ match }) => match);
  const deciding = conclusion.verdict === "contradicted" ? [...conclusion.contradictions, ...supports] : supports;
  const reasons = [...Map.groupBy(deciding, ({ statement }) => statement.id).values()];
  if (reasons.every((matches) => matches.some(({ reading }) => opening.includes(reading)))) return opening;
  const chosen = [...new Set(inTurn(reasons))].slice(0, mostQuoted);
  return all.filter((one) => chosen.includes(one));
}

/** The clauses that carry a verdict, with what weakens them; none where the documents are silent. */
export const citedSupports = ({ verdict, supports, limited }: Conclusion): Conclusion["supports"] =>
  verdict === "silent" ? [] : supports.length > 0 ? supports : limited;

function inTurn(reasons: readonly (readonly StatementMatch[])[]): ClauseReading[] {
  const isMeaning = ({ reading }: StatementMatch): number => Number(reading.clause.kind === "definition");
  return reasons
    .flatMap((matches) =>
      matches
        .toSorted((one, other) => isMeaning(one) - isMeaning(other))
        .map(({ reading }, turn) => ({ reading, turn })),
    )
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ reading }) => reading);
}

function citedReadings(conclusion: Conclusion): ClauseReading[] {
  const { verdict, contradictions, insufficient, limited, references, unclear } = conclusion;
  const supports = citedSupports(conclusion).map(({ match }) => match.reading);
  const all =
    verdict === "contradicted"
      ? [...contradictions.map(({ reading }) => reading), ...supports]
      : verdict === "covered-elsewhere"
        ? references.map(({ reading }) => reading)
        : verdict === "cannot-tell"
          ? [...unclear, ...insufficient.map(({ reading }) => reading), ...limited.map(({ match }) => match.reading)]
          : verdict === "silent"
            ? [...insufficient, ...limited.map(({ match }) => match)].map(({ reading }) => reading)
            : supports;
  return [
    ...new Map(
      all.map((reading) => [`${reading.document.name} ${reading.document.sha256} ${reading.clause.start}`, reading]),
    ).values(),
  ];
}
