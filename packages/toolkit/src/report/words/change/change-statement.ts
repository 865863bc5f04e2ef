import type { Finding } from "@evenhand/standard";
import type { Statement } from "../disparity/statement.ts";
import type { Words } from "../words.ts";
import { agenciesStatement } from "./agencies-statement.ts";
import { groupsStatement } from "./groups-statement.ts";
import { injuriesStatement } from "./injuries-statement.ts";
import { mixStatement } from "./mix-statement.ts";
import { recordingStatement } from "./recording-statement.ts";
import { seriesStatement } from "./series-statement.ts";

type Say = (finding: Finding, words: Words, ofEvent: readonly Finding[]) => Statement;

const statements: Readonly<Record<string, Say>> = {
  total: seriesStatement,
  target: seriesStatement,
  comparison: seriesStatement,
  "by-group": groupsStatement,
  kinds: mixStatement,
  reasons: mixStatement,
  areas: mixStatement,
  injuries: injuriesStatement,
  agencies: agenciesStatement,
  recording: recordingStatement,
};

/** Whether a finding speaks of what followed an event. */
export const isChange = ({ question }: Pick<Finding, "question">): boolean => question === "change";

/**
 * What a finding about an event says; undefined for other findings and measures. An event without a date has one
 * sentence for all of them.
 *
 * @param ofEvent the other findings of the same event: whether comparison series moved, and how many lack a race
 */
export function changeStatement(
  finding: Finding,
  words: Words,
  ofEvent: readonly Finding[] = [],
): Statement | undefined {
  if (!isChange(finding)) return undefined;
  if (finding.values?.eventDate === undefined) return seriesStatement({ ...finding, shown: "cannot-say" }, words);
  return Object.hasOwn(statements, finding.measure)
    ? statements[finding.measure]?.(finding, words, ofEvent)
    : undefined;
}
