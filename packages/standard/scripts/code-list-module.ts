import type { Code } from "../src/code.ts";
import { parseCsv } from "./parse-csv.ts";

/**
 * Text of `src/generated/code-lists.ts` from the CSV texts by list name.
 * Throws when a code repeats, or when a code lacks a title, a definition or a source.
 */
export function codeListModule(csvByList: ReadonlyMap<string, string>): string {
  const lists = [...csvByList].sort(([a], [b]) => (a < b ? -1 : 1));
  const codesByList = lists.map(([list, csv]) => [list, parseCsv(csv).map((row) => readCode(list, row))] as const);
  for (const [list, codes] of codesByList) refuseRepeats(list, codes);

  const ids = codesByList.map(([list, codes]) => `  ${list}: ${JSON.stringify(codes.map((code) => code.code))},`);
  const tables = codesByList.map(
    ([list, codes]) => `  ${list}: [\n${codes.map((code) => `    ${JSON.stringify(code)},\n`).join("")}  ],`,
  );
  return [
    "// Generated from code-lists/*.csv. Run: npm run generate",
    'import type { Code } from "../code.ts";',
    "",
    "export const codesOf = {",
    ...ids,
    "} as const;",
    "",
    "export const codeTables: Readonly<Record<keyof typeof codesOf, readonly Code[]>> = {",
    ...tables,
    "};",
    "",
  ].join("\n");
}

function readCode(list: string, row: Readonly<Record<string, string>>): Code {
  for (const column of ["code", "title", "title_es", "definition", "definition_es", "source"])
    if (!row[column]) throw new Error(`invalid ${list}.csv; ${column} is empty: ${row.code}`);
  return {
    code: row.code ?? "",
    title: row.title ?? "",
    titleEs: row.title_es ?? "",
    definition: row.definition ?? "",
    definitionEs: row.definition_es ?? "",
    source: row.source ?? "",
    deprecated: Boolean(row.deprecated),
    legacy: row.legacy === "true",
    ...(row.family ? { family: row.family } : {}),
    ...(row.stage ? { stage: row.stage } : {}),
    ...(row.tier ? { tier: Number(row.tier) } : {}),
    ...(row.seed_force ? { seedForce: row.seed_force === "true" } : {}),
    ...(row.low ? { low: Number(row.low) } : {}),
    ...(row.high ? { high: Number(row.high) } : {}),
    ...(row.singular ? { singular: row.singular } : {}),
    ...(row.singular_es ? { singularEs: row.singular_es } : {}),
  };
}

function refuseRepeats(list: string, codes: readonly Code[]): void {
  const seen = new Set<string>();
  for (const { code } of codes) {
    if (seen.has(code)) throw new Error(`invalid ${list}.csv; code repeats: ${code}`);
    seen.add(code);
  }
}
