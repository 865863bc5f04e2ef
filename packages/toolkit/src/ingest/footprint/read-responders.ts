import type { Issue, ResponderResult } from "@evenhand/standard";
import { columnPlaces } from "../events/column-places.ts";
import { readDate } from "../events/read-date.ts";
import { readTextTable, type TextRow } from "../events/text-table.ts";
import { InputError } from "../read/input-error.ts";
import words from "./footprint-words.json" with { type: "json" };

/** Columns of a table of responders' results, in their order. */
export const responderColumns = [
  "team",
  "from",
  "to",
  "calls",
  "police_backup",
  "injuries",
  "source",
  "class",
] as const;

/** Team of the made-up line of the template; whoever leaves it in is told. */
export const exampleTeam = "EXAMPLE - delete this line: Riverton Crisis Team";

/**
 * Reads what alternative responders reported of themselves: `team,from,to,calls,police_backup,injuries,source,class`,
 * one line for a team and a period. An empty cell is not known, never 0. Lines without a team, a period or a number of
 * calls, and numbers that cannot be, are left out and said.
 *
 * @param options.classes ids of the situations in use
 * @throws InputError when no line can be used
 */
export function readResponders(
  text: string,
  { name, classes }: { readonly name: string; readonly classes: readonly string[] },
): { readonly responders: readonly ResponderResult[]; readonly issues: readonly Issue[] } {
  const table = readTextTable(text, name);
  const { places, issues: notes } = columnPlaces(table, words.responders);
  const lacking = ["team", "from", "to", "calls"].filter((role) => !places.has(role));
  if (lacking.length > 0)
    throw new InputError(
      "no-responders",
      name,
      `${name} lacks the column ${lacking.join(", ")}. Its columns must be ${responderColumns.join(", ")}; police_backup, injuries, source and class may be empty.`,
    );
  const issues: Issue[] = [...table.issues, ...notes];
  const responders = table.rows.flatMap((row): ResponderResult[] => {
    const tell = (what: string, value: string) => {
      issues.push(doubt(name, row, { what, value }));
    };
    const result = readResult((role) => row.cells[places.get(role) ?? -1] ?? "", { classes, tell });
    return result === undefined ? [] : [{ ...result, source: result.source || `${name}, line ${row.line}` }];
  });
  if (responders.length === 0)
    throw new InputError(
      "no-responders",
      name,
      `${name} has no line that can be used.${issues[0] === undefined ? "" : ` ${issues[0].message}`}`,
    );
  return { responders, issues };
}

type Reading = { readonly classes: readonly string[]; readonly tell: (what: string, value: string) => void };

function readResult(cell: (role: string) => string, { classes, tell }: Reading): ResponderResult | undefined {
  const [team, from, to, calls] = [cell("team"), period(cell("from")), period(cell("to")), whole(cell("calls"))];
  if (team === exampleTeam) return void tell("is left out: it is the example of the template", team);
  if (team === "") return void tell("is left out: it names no team", "");
  if (from === undefined || to === undefined || to < from.slice(0, to.length))
    return void tell(
      `is left out: “${cell("from")}” to “${cell("to")}” is no period; write 2023-01-01, 2023-01 or 2023`,
      cell("from"),
    );
  if (calls === undefined) return void tell(`is left out: “${cell("calls")}” is no number of calls`, cell("calls"));
  const part = (role: "police_backup" | "injuries", isPart: boolean): number | undefined => {
    const text = cell(role);
    const value = whole(text);
    if (text === "" || (value !== undefined && (!isPart || value <= calls))) return value;
    const why = value === undefined ? "no whole number" : `more than its ${calls} calls`;
    return void tell(`has “${text}” as ${role}, which is ${why}; taken as not known`, text);
  };
  const [policeBackup, injuries] = [part("police_backup", true), part("injuries", false)];
  const known = classes.find((id) => id === cell("class"));
  if (cell("class") !== "" && known === undefined)
    tell(`has the class “${cell("class")}”, which is none of ${classes.join(", ")}; taken as not known`, cell("class"));
  return {
    team,
    from,
    to,
    calls,
    ...(policeBackup === undefined ? {} : { policeBackup }),
    ...(injuries === undefined ? {} : { injuries }),
    source: cell("source"),
    ...(known === undefined ? {} : { class: known }),
  };
}

/** A day, a month or a year, ISO. */
function period(text: string): string | undefined {
  const reading = readDate(text);
  if (reading.form === "year") return text.trim();
  return reading.form === "iso" || reading.form === "month-first" ? reading.iso : undefined;
}

function whole(text: string): number | undefined {
  return /^(?:\d{1,3}(?:,\d{3})+|\d{1,12})$/u.test(text) ? Number(text.replaceAll(",", "")) : undefined;
}

function doubt(file: string, { line, row }: TextRow, { what, value }: { what: string; value: string }): Issue {
  return {
    code: "responder-line",
    severity: "warning",
    file,
    row,
    value: value.slice(0, 200),
    count: 1,
    message: `Line ${line} ${what}.`,
  };
}
