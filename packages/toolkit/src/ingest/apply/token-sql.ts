import { codeType, hasGravest } from "./coded-field.ts";
import { codeListOf } from "./value-lookup.ts";

/** Two SQL expressions: the code, and why there is none. */
export type CodedSql = { readonly code: string; readonly missing: string };

/** SQL: the missing reason of a field of which no cell gives one. */
export const noReason = "NULL::missing_reason";

/** A list of tokens (VARCHAR[]) and what its elements run over. */
export type ListSql = { readonly tokens: string; readonly over: "person" | "officer" | "force" | "any" };

/** SQL: drops missing tokens from a list when it holds a code; an empty list stays empty. */
export const preferCodes = (tokens: string): string =>
  `CASE WHEN len(list_filter(${tokens}, lambda x: x NOT LIKE '?%')) > 0 THEN list_filter(${tokens}, lambda x: x NOT LIKE '?%') ELSE ${tokens} END`;

/** SQL: one code out of a list of tokens about one thing, gravest or combined; see `combineTokens`. */
export function reduceTokens(tokens: string, field: string): CodedSql {
  const list = codeListOf(field);
  if (list === undefined) throw new RangeError(`invalid field; has no code list: ${field}`);
  const codes = `list_distinct(list_filter(${tokens}, lambda x: x NOT LIKE '?%' AND x NOT LIKE '!%'))`;
  if (list === "race_ethnicity") return reduceRace(tokens, codes);
  const several = hasGravest(list)
    ? `CAST(list_min(list_transform(${codes}, lambda x: CAST(x AS ${codeType(list)}))) AS VARCHAR)`
    : `list_filter(${tokens}, lambda x: x NOT LIKE '?%' AND x NOT LIKE '!%')[1]`;
  return {
    code: `CAST(CASE WHEN len(${codes}) > 1 THEN ${several} ELSE ${codes}[1] END AS ${codeType(list)})`,
    missing: missingOf(tokens, codes),
  };
}

/** SQL: two groups named, or one and another that could not be mapped, are “two or more”. */
function reduceRace(tokens: string, codes: string): CodedSql {
  const groups = `len(${codes}) + CASE WHEN list_contains(${tokens}, '?unmappable') THEN 1 ELSE 0 END`;
  return {
    code: `CAST(CASE WHEN len(${codes}) > 0 AND ${groups} > 1 THEN 'multiracial' ELSE ${codes}[1] END AS ${codeType("race_ethnicity")})`,
    missing: missingOf(tokens, codes),
  };
}

const missingOf = (tokens: string, codes: string): string =>
  `CASE WHEN len(${codes}) = 0 THEN CAST(coalesce(substr(list_filter(${tokens}, lambda x: x LIKE '?%')[1], 2), 'not_recorded') AS missing_reason) END`;

/** SQL: the code and missing reason of one token. */
export function tokenSql(token: string, field: string): CodedSql {
  const list = codeListOf(field);
  if (list === undefined) throw new RangeError(`invalid field; has no code list: ${field}`);
  return {
    code: `CASE WHEN ${token} NOT LIKE '?%' AND ${token} NOT LIKE '!%' THEN CAST(${token} AS ${codeType(list)}) END`,
    missing: `CASE WHEN ${token} LIKE '?%' THEN CAST(substr(${token}, 2) AS missing_reason) END`,
  };
}
