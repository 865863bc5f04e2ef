import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { missingRaceStatement } from "./missing-race-statement.ts";
import { placesStatement } from "./places-statement.ts";
import { ratesStatement } from "./rates-statement.ts";
import { selectionStatement } from "./selection-statement.ts";
import type { Statement } from "./statement.ts";
import { treatmentStatement } from "./treatment-statement.ts";
import { unitsStatement } from "./units-statement.ts";

const statements: Readonly<Record<string, (finding: Finding, words: Words) => Statement>> = {
  rates: ratesStatement,
  treatment: treatmentStatement,
  places: placesStatement,
  "missing-race": missingRaceStatement,
  selection: selectionStatement,
  "units-and-officers": unitsStatement,
};

/** The questions of disparity, in the order a reader asks them. */
export const disparityQuestions: readonly string[] = Object.keys(statements);

/** Whether a finding answers a question of disparity. */
export const isDisparity = ({ question }: Pick<Finding, "question">): boolean => Object.hasOwn(statements, question);

/** What a finding of disparity says; undefined for other findings, and where it cannot say anything. */
export function disparityStatement(finding: Finding, words: Words): Statement | undefined {
  if (finding.shown === "cannot-say") return undefined;
  return Object.hasOwn(statements, finding.question) ? statements[finding.question]?.(finding, words) : undefined;
}
