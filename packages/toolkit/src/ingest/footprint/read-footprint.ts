import {
  codeLists,
  type FootprintBand,
  type FootprintClass,
  type FootprintCode,
  type FootprintList,
  fieldById,
  type Issue,
  type Language,
} from "@evenhand/standard";
import { columnPlaces, headerWord } from "../events/column-places.ts";
import { readTextTable, type TextRow, type TextTable } from "../events/text-table.ts";
import { InputError } from "../read/input-error.ts";
import { footprintChanges } from "./footprint-changes.ts";
import words from "./footprint-words.json" with { type: "json" };
import { refuseLoops } from "./refuse-loops.ts";

/** The list that comes with the toolkit, and what may stand in one. */
export type FootprintCatalogue = {
  readonly known: FootprintList;
  /** Fields that can be a sign of a situation. */
  readonly fields: readonly string[];
  /** Short hash of a list. */
  readonly hash: (classes: readonly FootprintClass[]) => string;
};

/** @see readFootprint */
export type FootprintOptions = FootprintCatalogue & {
  /** Of the file, for messages. */
  readonly name: string;
  /** In which changes are worded. */
  readonly language?: Language;
};

/**
 * Reads a list of situations a reader gives in place of the toolkit's: a line for each code, `class,title,title_es,
 * field,code,band,reason` (and `reason_es`). The whole list is replaced: what is not in the file is in no class. A line that cannot
 * be used is left out and said.
 *
 * @throws InputError when no line can be used, or a class takes over itself
 */
export function readFootprint(
  text: string,
  options: FootprintOptions,
): { readonly list: FootprintList; readonly issues: readonly Issue[] } {
  const { name, known, language = "en" } = options;
  const table = readTextTable(text, name);
  const { places, issues: notes } = columnPlaces(table, words.footprint);
  requireColumns(table, places);
  const issues: Issue[] = [...table.issues, ...notes];
  const cellOf = (row: TextRow, role: string): string => row.cells[places.get(role) ?? -1] ?? "";
  const ids = new Set(table.rows.map((row) => classId(cellOf(row, "class"))));
  const byClass = new Map<string, { readonly rows: TextRow[]; readonly codes: FootprintCode[] }>();
  for (const row of table.rows) {
    const read = readCode((role) => cellOf(row, role), { ids, fields: options.fields, known: known.classes });
    const problem = "problem" in read ? read : undefined;
    if (problem !== undefined) issues.push(leftOut(name, row, problem));
    if ("problem" in read) continue;
    const found = byClass.get(read.class) ?? { rows: [], codes: [] };
    byClass.set(read.class, found);
    found.rows.push(row);
    if (found.codes.some(({ field, code }) => field === read.field && code === read.code))
      issues.push(leftOut(name, row, { value: read.code, problem: "this code of this class is there already" }));
    else found.codes.push(withKnownReason(read, known.classes));
    if (read.reason === "") issues.push(withoutReason(name, row, read));
  }
  if (byClass.size === 0)
    throw new InputError("no-classes", name, `${name} has no line that can be used.${firstMessage(issues)}`);
  const classes = [...byClass].map(
    ([id, { rows, codes }]): FootprintClass => ({
      id,
      title: titleOf(
        id,
        rows.map((row) => ({ en: cellOf(row, "title"), es: cellOf(row, "title_es") })),
        known.classes,
      ),
      codes,
    }),
  );
  refuseLoops(classes, name);
  const hash = options.hash(classes);
  const isOwn = hash !== known.hash;
  const changes = isOwn ? footprintChanges(classes, known.classes, language) : [];
  return { list: { classes, hash, isOwn, changes }, issues };
}

type Choices = {
  readonly ids: ReadonlySet<string>;
  readonly fields: readonly string[];
  readonly known: readonly FootprintClass[];
};
type Problem = { readonly value: string; readonly problem: string };

const classId = (text: string): string => headerWord(text).replaceAll(" ", "_");

function readCode(cell: (role: string) => string, { ids, fields, known: classes }: Choices): FootprintCode | Problem {
  const [id, field, written, bandWord] = [
    classId(cell("class")),
    cell("field"),
    cell("code"),
    headerWord(cell("band")),
  ];
  if (id === "") return { value: "", problem: "it names no class" };
  const known = [...fields, "class"];
  if (!known.includes(field))
    return { value: field, problem: `“${field}” can be no sign of a situation; fields: ${known.join(", ")}` };
  const code =
    field === "class" ? [...ids].find((one) => one === classId(written)) : codeOfField(field, written, classes);
  if (code === undefined)
    return {
      value: written,
      problem: `“${written}” is no ${field === "class" ? "class of this list" : `code of ${field} (evenhand dictionary lists them)`}`,
    };
  const band = (["narrow", "wide"] as const).find((one) => words.bands[one].includes(bandWord));
  if (band === undefined) return { value: cell("band"), problem: `its band is “${cell("band")}”, not narrow or wide` };
  const reasonEs = cell("reason_es");
  return {
    class: id,
    field,
    code,
    band: band satisfies FootprintBand,
    reason: cell("reason"),
    ...(reasonEs === "" ? {} : { reasonEs }),
  };
}

/** A code of the field's list, or one that the toolkit's own list of situations uses for it. */
function codeOfField(field: string, written: string, known: readonly FootprintClass[]): string | undefined {
  const list = fieldById(field)?.codeList;
  const codes = list === undefined ? [] : codeLists[list].codes;
  const used = known.flatMap((one) => one.codes.filter((code) => code.field === field));
  return [...codes, ...used].find(({ code }) => code === written)?.code;
}

/** A reason that is the toolkit's own keeps its Spanish. */
function withKnownReason(code: FootprintCode, known: readonly FootprintClass[]): FootprintCode {
  if (code.reasonEs !== undefined) return code;
  const same = known
    .flatMap(({ codes }) => codes)
    .find((other) => other.class === code.class && other.reason === code.reason);
  return same?.reasonEs === undefined ? code : { ...code, reasonEs: same.reasonEs };
}

function titleOf(
  id: string,
  written: readonly { readonly en: string; readonly es: string }[],
  known: readonly FootprintClass[],
): FootprintClass["title"] {
  const own = known.find((one) => one.id === id)?.title;
  const en = written.find((title) => title.en !== "")?.en ?? own?.en ?? id.replaceAll("_", " ");
  return { en, es: written.find((title) => title.es !== "")?.es ?? (own?.en === en ? own.es : en) };
}

function requireColumns({ name, columns }: TextTable, places: ReadonlyMap<string, number>): void {
  const lacking = ["class", "field", "code", "band"].filter((role) => !places.has(role));
  if (lacking.length === 0) return;
  const found = columns
    .slice(0, 8)
    .map((column) => `“${column}”`)
    .join(", ");
  throw new InputError(
    "no-classes",
    name,
    `${name} lacks the column ${lacking.join(", ")}; its columns are ${found}. Start from the list that evenhand template writes (footprint-classes.csv).`,
  );
}

function leftOut(file: string, { line, row }: TextRow, { value, problem }: Problem): Issue {
  return {
    code: "situation-code-left-out",
    severity: "warning",
    file,
    row,
    value: value.slice(0, 200),
    count: 1,
    message: `Line ${line} is left out: ${problem}.`,
  };
}

function withoutReason(file: string, { line, row }: TextRow, code: FootprintCode): Issue {
  return {
    code: "situation-without-reason",
    severity: "note",
    file,
    row,
    value: code.code,
    count: 1,
    message: `Line ${line} gives no reason why ${code.code} is a sign of ${code.class}. Readers will ask: add one.`,
  };
}

const firstMessage = (issues: readonly Issue[]): string => {
  const first = issues.find(({ code }) => code === "situation-code-left-out" || code === "broken-line");
  return first === undefined ? " Start from the list that evenhand template writes." : ` ${first.message}`;
};
