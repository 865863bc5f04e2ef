import type { Finding } from "@evenhand/standard";
import type { Statement } from "../disparity/statement.ts";
import type { Words } from "../words.ts";
import { childrenStatement } from "./children-statement.ts";
import { groupStatement } from "./group-statement.ts";
import { respondersStatement } from "./responders-statement.ts";
import { situationsStatement } from "./situations-statement.ts";
import { whatIfStatement } from "./what-if-statement.ts";

const statements: Readonly<Record<string, (finding: Finding, words: Words) => Statement>> = {
  situations: situationsStatement,
  "situations-severe": situationsStatement,
  "situations-injured": situationsStatement,
  "situations-by-group": groupStatement,
  children: childrenStatement,
  responders: respondersStatement,
  "what-if": whatIfStatement,
};

/** Whether a finding is about the situations that force began in. */
export const isFootprint = ({ question }: Pick<Finding, "question">): boolean => question === "footprint";

/** What a finding about situations says; undefined for other findings, and where it cannot say anything. */
export function footprintStatement(finding: Finding, words: Words): Statement | undefined {
  if (!isFootprint(finding) || finding.shown === "cannot-say") return undefined;
  return Object.hasOwn(statements, finding.measure) ? statements[finding.measure]?.(finding, words) : undefined;
}
