import { literal } from "../../release/engine.ts";

/** Words that stand for an empty cell in a free-text or key column. */
const blankWords = ["", "-", "--", ".", "null", "n/a", "na", "none", "unknown", "unk", "not specified", "nan"];

const blankList = blankWords.map(literal).join(", ");

/** Only plain spaces and line ends go: `PD-2019\u00a0` and `PD-2019` are two identifiers as published. */
const trimmed = (expression: string): string => `trim(${expression}, ' ' || chr(9) || chr(10) || chr(13))`;

const whiteEnds = ["' '", "chr(9)", "chr(10)", "chr(13)"];

/**
 * SQL: a cheap test that holds only for texts that need no trimming and are no blank word: they begin with a digit or a
 * capital that no blank word begins with, and end with no white space.
 */
export const plainlyFilled = (expression: string): string =>
  `((${expression} >= '0' AND ${expression} < 'N') OR (${expression} >= 'O' AND ${expression} < 'U')) AND ` +
  `NOT (${whiteEnds.map((end) => `suffix(${expression}, ${end})`).join(" OR ")})`;

/** SQL: trimmed text, NULL when it is blank-like. */
export const filledText = (expression: string): string =>
  `CASE WHEN ${plainlyFilled(expression)} THEN ${expression} ` +
  `WHEN lower(${trimmed(`coalesce(${expression}, '')`)}) NOT IN (${blankList}) THEN ${trimmed(expression)} END`;
