import tables from "./acs-tables.json" with { type: "json" };
import type { Sheet } from "./sheet.ts";

/** One line of an American Community Survey table: what it counts, with a value for every area. */
export type AcsVariable = {
  /** Its label from the whole to the part, in small letters: `total`, `not hispanic or latino`, `white alone`. */
  readonly path: readonly string[];
  /** Texts as published, in the order of the areas. */
  readonly estimates: readonly string[];
  readonly margins: readonly string[];
};

/** A table of the American Community Survey, whichever way it was downloaded. */
export type AcsTable = {
  /** Such as `B03002` or `DP05`, when the columns or the file's name tell. */
  readonly code: string | undefined;
  readonly areas: readonly { readonly name: string; readonly id: string | undefined }[];
  readonly variables: readonly AcsVariable[];
};

const codePattern = /(?:^|[^A-Za-z0-9])(B\d{5}[A-I]?|DP05)(?=[^A-Za-z0-9]|$)/iu;
const columnCode = /^(B\d{5}[A-I]?|DP05)_(\d{3,4})(E|M)?$/iu;
const measured = /^(estimate|margin of error)\s*(?:;|!!)\s*(.*)$/iu;

/**
 * Recognises a table of the American Community Survey: columns with labels (`Estimate; Total:`, `Estimate!!Total:`) as
 * header or second header, columns with codes (`B03002_003E`), or labels down the side (`Label (Grouping)`).
 *
 * @returns undefined for any other table
 */
export function readAcsTable(sheet: Sheet): AcsTable | undefined {
  return readGrouped(sheet) ?? readColumns(sheet);
}

type Column = { readonly index: number; readonly isMargin: boolean; readonly path: readonly string[] };

function readColumns(sheet: Sheet): AcsTable | undefined {
  const columns = sheet.columns.flatMap((column, index): Column[] => {
    const labelled = measured.exec(column.label ?? column.name);
    if (labelled) {
      const path = splitLabel(labelled[2] ?? "");
      return [{ index, isMargin: /^margin/iu.test(labelled[1] ?? ""), path }];
    }
    const coded = column.label === undefined ? columnCode.exec(column.name) : null;
    const [, table = "", number = "", measure = "E"] = coded ?? [];
    const paths = tables.paths as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    const path = coded ? paths[table.toUpperCase().replace(/^(B01001)[A-I]$/u, "$1")]?.[number] : undefined;
    return path === undefined ? [] : [{ index, isMargin: measure.toUpperCase() === "M", path }];
  });
  const estimates = columns.filter(({ isMargin }) => !isMargin);
  if (estimates.length === 0) return undefined;
  const nameAt = findColumn(sheet, [/^(name|geo\.display-label)$/iu, /^geographic area name$/iu, /^geography$/iu]);
  const idAt = findColumn(sheet, [/^(geo\.id|geo_id|id|geoid)$/iu]);
  const variables = estimates.map(({ index, path }): AcsVariable => {
    const margin = columns.find((column) => column.isMargin && column.path.join("\n") === path.join("\n"));
    const textsOf = (at: number | undefined) => sheet.rows.map((row) => (at === undefined ? "" : (row[at] ?? "")));
    return { path, estimates: textsOf(index), margins: textsOf(margin?.index) };
  });
  const areas = sheet.rows.map((row, index) => ({
    name: (nameAt === undefined ? "" : (row[nameAt] ?? "")).trim() || `line ${index + 1}`,
    id: idAt === undefined ? undefined : row[idAt]?.trim(),
  }));
  return { code: tableCode(sheet), areas, variables };
}

/** Labels down the side, indented by level; a column or two for each area. */
function readGrouped(sheet: Sheet): AcsTable | undefined {
  const [first, ...others] = sheet.columns;
  if (first === undefined || !/^label \(grouping\)$/iu.test(first.name)) return undefined;
  const headers = others.map(({ name }, index) => {
    const parts = name.split("!!");
    return {
      area: parts.slice(0, -1).join("; ").trim(),
      measure: (parts.at(-1) ?? "").toLowerCase(),
      index: index + 1,
    };
  });
  const areas = [...new Set(headers.filter(({ measure }) => measure === "estimate").map(({ area }) => area))];
  const stack: { indent: number; label: string }[] = [];
  const variables = sheet.rows.map((row): AcsVariable => {
    const label = row[0] ?? "";
    const indent = label.length - label.trimStart().length;
    while ((stack.at(-1)?.indent ?? -1) >= indent) stack.pop();
    stack.push({ indent, label: segment(label) });
    const textsOf = (measure: string) =>
      areas.map((area) => {
        const at = headers.find((header) => header.area === area && header.measure === measure)?.index;
        return at === undefined ? "" : (row[at] ?? "");
      });
    return {
      path: stack.map((level) => level.label),
      estimates: textsOf("estimate"),
      margins: textsOf("margin of error"),
    };
  });
  return { code: tableCode(sheet), areas: areas.map((name) => ({ name, id: undefined })), variables };
}

const segment = (text: string): string => text.trim().replace(/\s+/gu, " ").replace(/:+$/u, "").toLowerCase();
const splitLabel = (label: string): readonly string[] => label.split(label.includes("!!") ? "!!" : " - ").map(segment);

function findColumn(sheet: Sheet, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const at = sheet.columns.findIndex(
      ({ name, label }) => pattern.test(name.trim()) || pattern.test((label ?? "").trim()),
    );
    if (at >= 0) return at;
  }
  return undefined;
}

function tableCode(sheet: Sheet): string | undefined {
  const column = sheet.columns.map(({ name }) => columnCode.exec(name)?.[1]).find((code) => code !== undefined);
  return (column ?? codePattern.exec(sheet.file)?.[1])?.toUpperCase();
}
