import type { BenchmarkKind, Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { countColumn, groupColumn, kindOfWords, type LineRole, lineRole, readKind } from "./column-roles.ts";
import type { CountLine } from "./count-line.ts";
import { readGroupWord } from "./group-word.ts";
import { readCount, readMargin } from "./read-count.ts";
import type { Sheet } from "./sheet.ts";

/** The lines of a plain file of counts, and what its columns say of all of them. */
export type CountLines = {
  readonly lines: readonly CountLine[];
  /** What is counted, from a column of its own or the name of the count's column. */
  readonly kind: BenchmarkKind | undefined;
  readonly sources: readonly string[];
  readonly issues: readonly Issue[];
};

type Columns = ReadonlyMap<LineRole, number>;
type CountAt = { readonly index: number; readonly kind: BenchmarkKind; readonly group?: string };

/**
 * Reads a plain file of counts: a line for each group (`group,count`), or a column for each group
 * (`area, white, black, total`). Columns with anything else are named in an issue.
 *
 * @param wanted kind that the reader asked for; chooses among several columns of counts
 * @returns undefined when the file is neither
 * @throws InputError when it holds several kinds of counts, or shares
 */
export function readLines(sheet: Sheet, wanted: BenchmarkKind | undefined): CountLines | undefined {
  const columns = lineColumns(sheet);
  const counts = columns.has("group") ? countColumns(sheet, columns, wanted) : groupColumns(sheet, columns, wanted);
  if (counts.length === 0) return undefined;
  const rows = rowsOfKind(sheet, columns, wanted);
  const issues: Issue[] = [...sheet.issues, ...unreadColumns(sheet, columns, counts)];
  const lines: CountLine[] = [];
  for (const [row, cells] of rows.lines) {
    const textOf = (role: LineRole) => columnText(cells, columns.get(role));
    for (const { index, group } of counts) {
      const name = group ?? textOf("group") ?? "";
      const text = (cells[index] ?? "").trim();
      if (text === "" && name === "") continue;
      const count = readCount(text);
      if (count === undefined)
        issues.push(noCount(sheet, { row, text, group: name, column: sheet.columns[index]?.name ?? "" }));
      else
        lines.push({
          ...describe(textOf),
          group: name,
          count,
          standardError: group === undefined ? errorOf(textOf) : undefined,
          row,
        });
    }
  }
  refuseShares(sheet, lines);
  const sourceAt = columns.get("source");
  const sources = [...new Set(sheet.rows.flatMap((cells) => columnText(cells, sourceAt) ?? []))];
  const named = counts[0]?.kind === "unstated" ? undefined : counts[0]?.kind;
  return { lines, kind: rows.kind ?? named, sources, issues };
}

const columnText = (cells: readonly string[], index: number | undefined): string | undefined => {
  const text = index === undefined ? "" : (cells[index] ?? "").trim().replace(/\s+/gu, " ");
  return text === "" ? undefined : text;
};

function describe(
  textOf: (role: LineRole) => string | undefined,
): Pick<CountLine, "gender" | "ageBand" | "area" | "year"> {
  const year = /^(?:19|20)\d{2}$/u.exec(textOf("year") ?? "")?.[0];
  return {
    gender: textOf("gender"),
    ageBand: textOf("ageBand"),
    area: textOf("area"),
    year: year === undefined ? undefined : Number(year),
  };
}

function errorOf(textOf: (role: LineRole) => string | undefined): number | undefined {
  const margin = readMargin(textOf("margin") ?? "");
  return margin === undefined ? readCount(textOf("standardError") ?? "") : margin / 1.645;
}

function lineColumns(sheet: Sheet): Columns {
  const found = new Map<LineRole, number>();
  const isWide = sheet.columns.filter(({ name }) => groupColumn(name)?.isTotal === false).length > 1;
  for (const [index, { name }] of sheet.columns.entries()) {
    const role = lineRole(name);
    if (role === undefined || found.has(role) || (isWide && role === "group")) continue;
    found.set(role, index);
  }
  return found;
}

function countColumns(sheet: Sheet, columns: Columns, wanted: BenchmarkKind | undefined): readonly CountAt[] {
  const taken = new Set(columns.values());
  const all = sheet.columns.flatMap(({ name }, index): CountAt[] => {
    const kind = taken.has(index) ? undefined : countColumn(name);
    return kind === undefined ? [] : [{ index, kind }];
  });
  const named = all.filter(({ kind }) => kind !== "unstated");
  return oneKind(sheet, named.length > 0 ? named : all.slice(0, 1), wanted);
}

function groupColumns(sheet: Sheet, columns: Columns, wanted: BenchmarkKind | undefined): readonly CountAt[] {
  const taken = new Set(columns.values());
  const all = sheet.columns.flatMap(({ name }, index): (CountAt & { readonly isTotal: boolean })[] => {
    const found = taken.has(index) ? undefined : groupColumn(name);
    return found === undefined ? [] : [{ index, kind: found.kind, group: found.group, isTotal: found.isTotal }];
  });
  const groups = all.filter(({ isTotal }) => !isTotal);
  if (groups.length < 2) return [];
  const kept = oneKind(sheet, groups, wanted);
  const kind = kept[0]?.kind;
  const totals = all.filter((column) => column.isTotal && (column.kind === kind || kind === "unstated"));
  return [...kept, ...totals.slice(0, 1)];
}

function oneKind(sheet: Sheet, counts: readonly CountAt[], wanted: BenchmarkKind | undefined): readonly CountAt[] {
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  if (kinds.length < 2) return counts;
  const kept = counts.filter(({ kind }) => kind === wanted);
  if (kept.length > 0) return kept;
  const names = kinds.map((kind) => kind.replaceAll("_", " ")).join(", ");
  const message = `${sheet.file} holds several kinds of counts (${names}). Say which one is meant, such as --benchmark ${kinds[0] === "population" ? "residents" : kinds[0]}=${sheet.file}; give the file once for each.`;
  throw new InputError("several-kinds", sheet.file, message);
}

/** Lines of the wanted kind where a column says the kind of each. */
function rowsOfKind(sheet: Sheet, columns: Columns, wanted: BenchmarkKind | undefined) {
  const lines = sheet.rows.map((cells, index) => [index + 1, cells] as const);
  const at = columns.get("kind");
  const kindOf = (cells: readonly string[]) => readKind(columnText(cells, at) ?? "");
  const kinds = [...new Set(sheet.rows.flatMap((cells) => (at === undefined ? [] : (kindOf(cells) ?? []))))];
  if (kinds.length < 2) return { lines, kind: kinds[0] };
  if (wanted !== undefined && kinds.includes(wanted))
    return { lines: lines.filter(([, cells]) => kindOf(cells) === wanted), kind: wanted };
  const message = `${sheet.file} holds several kinds of counts (${kinds.join(", ").replaceAll("_", " ")}). Say which one is meant, such as --benchmark ${kinds[0]}=${sheet.file}; give the file once for each.`;
  throw new InputError("several-kinds", sheet.file, message);
}

function unreadColumns(sheet: Sheet, columns: Columns, counts: readonly CountAt[]): readonly Issue[] {
  const read = new Set([...columns.values(), ...counts.map(({ index }) => index)]);
  return sheet.columns.flatMap(({ name }, index): Issue[] => {
    if (read.has(index)) return [];
    const isKind = kindOfWords(name) !== undefined;
    const message = `Column “${name}” is not read: it is neither the count nor a group, sex, age, area or year that is known.`;
    return [
      {
        code: "column-not-read",
        severity: isKind ? "warning" : "note",
        file: sheet.file,
        column: name,
        count: 1,
        message,
      },
    ];
  });
}

function noCount(sheet: Sheet, at: { row: number; text: string; group: string; column: string }): Issue {
  const shown = at.text === "" ? "An empty cell" : `“${at.text.slice(0, 60)}”`;
  const message = `${shown} is no count, so “${at.group}” in row ${at.row} is left out: it is not known, not zero. Correct the file if you know the number.`;
  return {
    code: "unreadable-count",
    severity: "warning",
    file: sheet.file,
    column: at.column,
    row: at.row,
    value: at.text.slice(0, 200),
    count: 1,
    message,
  };
}

function refuseShares(sheet: Sheet, lines: readonly CountLine[]): void {
  const groups = lines.filter(({ group }) => readGroupWord(group)?.means !== "total");
  const counts = groups.map(({ count }) => count);
  if (counts.length < 2 || counts.some((count) => count > 1) || counts.every((count) => Number.isInteger(count)))
    return;
  const message = `${sheet.file} holds shares, not counts. Give the numbers of people or events themselves; shares of areas' residents, beside their population, belong in --covariates.`;
  throw new InputError("shares-not-counts", sheet.file, message);
}
