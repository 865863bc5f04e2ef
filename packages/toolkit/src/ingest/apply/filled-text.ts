import { literal } from "../../release/engine.ts";
import { plainlyFilled } from "../read/plain-cells.ts";

/** Words that stand for an empty cell in a free-text or key column. */
const blankWords = ["", "-", "--", ".", "null", "n/a", "na", "none", "unknown", "unk", "not specified", "nan"];

const blankList = blankWords.map(literal).join(", ");

/** Only plain spaces and line ends go: `PD-2019\u00a0` and `PD-2019` are two identifiers as published. */
const trimmed = (expression: string): string => `trim(${expression}, ' ' || chr(9) || chr(10) || chr(13))`;

/** SQL: trimmed text, NULL when it is blank-like. */
export const filledText = (expression: string): string =>
  `CASE WHEN ${plainlyFilled(expression)} THEN ${expression} ` +
  `WHEN lower(${trimmed(`coalesce(${expression}, '')`)}) NOT IN (${blankList}) THEN ${trimmed(expression)} END`;
