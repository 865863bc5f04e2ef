import {
  type EventSubject,
  type Issue,
  type PolicyEvent,
  type PolicyEventKind,
  policyEventKinds,
} from "@evenhand/standard";
import { headerWord } from "./column-places.ts";
import { type EventRow, eventRows } from "./event-rows.ts";
import words from "./event-words.json" with { type: "json" };
import { exampleEventId } from "./events-template.ts";
import { joinEvents } from "./join-events.ts";
import { readDate } from "./read-date.ts";
import { readSubjects } from "./read-subjects.ts";

/** Events as read, and everything that was doubtful in the file. */
export type EventsRead = { readonly events: readonly PolicyEvent[]; readonly issues: readonly Issue[] };

/**
 * Reads a timeline of events: a table (`id,date,adopted,effective,trained,kind,what,what_es,source,document,provision,
 * entered_by,about,unaffected,agency`, of which `id` or `what` is needed) or a JSON list of them. `date` stands for
 * `effective` where that is empty, unless it only repeats `adopted`. What cannot be read is left out of the event and
 * said with its line; nothing is guessed.
 *
 * @param name of the file, for messages
 * @throws InputError when the file is no timeline
 * @example readEvents("id,date,what\na,2020-06-15,New policy\n", { name: "events.csv" }).events[0]?.effective // "2020-06-15"
 */
export function readEvents(text: string, { name }: { readonly name: string }): EventsRead {
  const { rows, issues } = eventRows(text, name);
  const isMonthFirst = writesMonthFirst(rows);
  const read = rows.map((row) => readRow(row, { name, isMonthFirst }));
  const joined = joinEvents(read.map(({ event, issues: found }) => ({ events: event ? [event] : [], issues: found })));
  return {
    events: joined.events,
    issues: [...issues, ...joined.issues.map((issue) => (issue.file === undefined ? { ...issue, file: name } : issue))],
  };
}

type Reading = { readonly name: string; readonly isMonthFirst: boolean };
type Told = { readonly issues: Issue[]; readonly row: EventRow; readonly name: string };

function readRow(row: EventRow, { name, isMonthFirst }: Reading): { event: PolicyEvent | undefined; issues: Issue[] } {
  const told: Told = { issues: [], row, name };
  const cell = (role: string): string => row.text(role).replace(/\s+/gu, " ").trim();
  const [what, givenId] = [cell("what") || cell("what_es"), cell("id")];
  if (what === "" && givenId === "") {
    say(told, {
      code: "event-unnamed",
      severity: "error",
      value: "",
      what: "is left out: it has neither “what” nor “id”",
    });
    return { event: undefined, issues: told.issues };
  }
  if (givenId === exampleEventId) {
    say(told, {
      code: "example-event",
      severity: "warning",
      value: givenId,
      what: "is left out: it is the example of the template",
    });
    return { event: undefined, issues: told.issues };
  }
  const dates = readDates(told, isMonthFirst);
  const id = eventId(told, givenId, `${what} ${dates.effective ?? dates.adopted ?? ""}`);
  const source = cell("source");
  if (source === "")
    say(told, {
      code: "event-without-source",
      severity: "warning",
      value: id,
      what: `does not say where event “${id}” is known from. Readers will ask: add a source`,
    });
  const optional = (role: string, key: string) => (cell(role) === "" ? {} : { [key]: cell(role) });
  return {
    issues: told.issues,
    event: {
      id,
      kind: readKind(told),
      what: { en: what === "" ? id : what, ...optional("what_es", "es") },
      ...dates,
      source: source === "" ? `${name}, ${row.place.toLowerCase()}` : source,
      ...optional("document", "document"),
      ...optional("provision", "provision"),
      ...optional("entered_by", "enteredBy"),
      ...subjects(told, "about"),
      ...subjects(told, "unaffected"),
      ...optional("agency", "agency"),
    },
  };
}

function say(
  { issues, row, name }: Told,
  {
    what,
    value,
    ...rest
  }: Pick<Issue, "code" | "severity" | "column"> & { readonly value: string; readonly what: string },
): void {
  issues.push({
    ...rest,
    file: name,
    row: row.row,
    value: value.slice(0, 200),
    count: 1,
    message: `${row.place}${what.startsWith(",") ? "" : " "}${what}.`,
  });
}

function readDates(told: Told, isMonthFirst: boolean): Pick<PolicyEvent, "adopted" | "effective" | "trained"> {
  const [date, adopted, trained] = [
    dateOf(told, "date", isMonthFirst),
    dateOf(told, "adopted", isMonthFirst),
    dateOf(told, "trained", isMonthFirst),
  ];
  const own = dateOf(told, "effective", isMonthFirst);
  if (own !== undefined && date !== undefined && date !== own && date !== adopted)
    say(told, {
      code: "two-dates",
      severity: "note",
      column: "date",
      value: date,
      what: `has “date” ${date} and “effective” ${own}: the second counts`,
    });
  const effective = own ?? (told.row.text("effective").trim() === "" && date !== adopted ? date : undefined);
  if (effective !== undefined && adopted !== undefined && effective < adopted.slice(0, effective.length))
    say(told, {
      code: "effective-before-adopted",
      severity: "warning",
      column: "effective",
      value: effective,
      what: `was in force (${effective}) before it was adopted (${adopted}). Check both`,
    });
  return {
    ...(adopted === undefined ? {} : { adopted }),
    ...(effective === undefined ? {} : { effective }),
    ...(trained === undefined ? {} : { trained }),
  };
}

function dateOf(told: Told, column: string, isMonthFirst: boolean): string | undefined {
  const text = told.row.text(column).trim();
  if (text === "") return undefined;
  const reading = readDate(text);
  const wrong = (why: string): undefined => {
    say(told, {
      code: "unreadable-date",
      severity: "warning",
      column,
      value: text,
      what: `has “${text}” as “${column}”: ${why}. Left out; write it as 2020-06-15, or 2020-06`,
    });
  };
  const american = (iso: string): string => {
    say(told, {
      code: "american-date",
      severity: "note",
      column,
      value: text,
      what: `has “${text}” as “${column}”, read as month/day/year: ${iso}`,
    });
    return iso;
  };
  if (reading.form === "iso") return reading.iso;
  if (reading.form === "month-first") return american(reading.iso);
  if (reading.form === "either" && isMonthFirst) return american(reading.monthFirst);
  if (reading.form === "either") return wrong("it could be month/day or day/month");
  if (reading.form === "year") return wrong("it is only a year, and changes are looked for by month");
  return wrong(reading.form === "day-first" ? "it is day/month/year" : "it is no date that exists or is understood");
}

/** Numbers with slashes are month/day where another date of the file can only be that, and none only the other. */
function writesMonthFirst(rows: readonly EventRow[]): boolean {
  const forms = rows.flatMap((row) =>
    ["date", "adopted", "effective", "trained"].map((column) => readDate(row.text(column)).form),
  );
  return forms.includes("month-first") && !forms.includes("day-first");
}

function readKind(told: Told): PolicyEventKind {
  const text = told.row.text("kind");
  const word = headerWord(text);
  const known: Readonly<Record<string, readonly string[]>> = words.kinds;
  const kind = policyEventKinds.find((name) => known[name]?.includes(word));
  if (kind !== undefined) return kind;
  const choices = policyEventKinds.join(", ");
  if (word === "")
    say(told, {
      code: "event-without-kind",
      severity: "note",
      column: "kind",
      value: "",
      what: `gives no kind, so it is taken for a policy. Kinds: ${choices}`,
    });
  else
    say(told, {
      code: "unknown-event-kind",
      severity: "warning",
      column: "kind",
      value: text,
      what: `has the kind “${text}”, which is none of ${choices}: it stands in the timeline as other, and no change is looked for`,
    });
  return word === "" ? "policy" : "other";
}

/** Ids stand in the names of findings: letters, digits, hyphen, point and underscore. */
function eventId(told: Told, given: string, from: string): string {
  const id = (given === "" ? from : given)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  const shown = given === "" ? id.toLowerCase().slice(0, 80) : id;
  const safe = shown === "" ? `event-${told.row.row}` : shown;
  if (given !== "" && safe !== given)
    say(told, {
      code: "event-id-changed",
      severity: "note",
      column: "id",
      value: given,
      what: `has the id “${given}”, written as “${safe}” in the report: ids hold letters, digits, - . _`,
    });
  return safe;
}

function subjects(told: Told, column: "about" | "unaffected"): { readonly [column]?: readonly EventSubject[] } {
  const { subjects: found, problems } = readSubjects(told.row.text(column));
  const effect =
    found.length > 0
      ? "left out"
      : column === "about"
        ? "left out, and the event is taken to concern all force"
        : "left out, and nothing is compared";
  for (const { value, what } of problems)
    say(told, {
      code: "unknown-subject",
      severity: "warning",
      column,
      value,
      what: `names in “${column}” what is not understood: ${what}; ${effect}`,
    });
  return found.length === 0 ? {} : { [column]: found };
}
