/** Dates a policy's header states, ISO 8601. */
export type HeaderDates = { readonly effective?: string; readonly revised?: string; readonly supersedes?: string };

/** Where a header has no effective date, the day it was issued, or just dated, stands for it. */
type Label = keyof HeaderDates | "issued" | "dated" | "other";
type Token = { readonly at: number; readonly end: number; readonly line: number } & (
  | { readonly label: Label }
  | { readonly date: string; readonly isContinued?: boolean }
);

const labels: readonly (readonly [Label, RegExp])[] = [
  ["effective", /\b(?:effective|eff\.?|active date)\b(?:\s*date)?/gi],
  [
    "issued",
    /\b(?:issue date|issued(?: on| by date)?|date(?: of)? issued?|date of issue|adopted|adoption date|date published|publication date|original)\b(?:\s*date)?/gi,
  ],
  [
    "revised",
    /\b(?:revised|revision(?! number)|rev\.|rev(?=:)|amended|last (?:updated|revised|reviewed))(?:\s*dates?)?|\brevision number\/date/gi,
  ],
  ["supersedes", /\b(?:supersedes?|rescinds?|replaces?(?: prior policy)?|replaced)\b(?:\s*date)?/gi],
  ["dated", /^date(?=\s*:)/gi],
  ["other", /\b(?:review due|review date|next review|termination date|expires?|expiration date|reevaluation date)\b/gi],
];

const months = "january february march april may june july august september october november december".split(" ");
const date =
  /\b(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(?<![-/.\w])(\d{1,2})([-/.])(\d{1,2})\5(\d{4}|\d{2})(?!\d)|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})|(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4}))\b/g;

/** What a header says where a date is not set; it answers a label as a date would. */
const undated = /\b(?:indefinite|not applicable|n\/a|tbd|none)\b/gi;

/** Letters between a label and a date that belong together. */
const near = 24;

/** Lines between a row of labels and the row of their dates, at most. */
const farLines = 6;

/**
 * The dates in a policy's header. A date belongs to the label just before it; where several labels stand in a row and
 * as many dates follow, they are paired in order. Of a list of revisions the latest counts, unless it
 * ends in a comma: then it goes on where the reader cannot follow. The day of issue, or a bare "Date:", counts as effective where no day is called so. Anything else is left open: no date is better than a wrong one. Dates
 * in the running text are not for this: give the header's lines only.
 *
 * @example headerDates(["Effective: 04/10/03", "Revised: Nov 2, 2020"]) // { effective: "2003-04-10", revised: "2020-11-02" }
 */
export function headerDates(lines: readonly string[]): HeaderDates {
  const found: { -readonly [key in keyof HeaderDates]: HeaderDates[key] } = {};
  const instead = { issued: "", dated: "" };
  for (const { labels: names, dates, isContinued } of rows(lines.flatMap((line, index) => tokens(line, index)))) {
    const [only] = names;
    const pairs: (readonly [Label, string])[] =
      names.length === dates.length
        ? names.flatMap((name, index) => [[name, dates[index] ?? ""] as const])
        : names.length === 1 && only === "revised" && !isContinued
          ? [[only, dates.toSorted().at(-1) ?? ""]]
          : [];
    for (const [label, value] of pairs) {
      if (label === "issued" || label === "dated") instead[label] ||= value;
      else if (label !== "other" && value !== "" && !found[label]) found[label] = value;
    }
  }
  const effective = found.effective || instead.issued || instead.dated;
  return effective ? { ...found, effective } : found;
}

type Row = { readonly labels: Label[]; readonly dates: string[]; line: number; isContinued?: boolean };

/** Labels in a row with the dates that follow them; a date right after a label is a row of its own. */
function rows(all: readonly Token[]): readonly Row[] {
  const found: Row[] = [];
  all.forEach((token, index) => {
    const before = all[index - 1];
    const open = found.at(-1);
    if ("label" in token) {
      const isNew = !open || open.dates.length > 0 || token.line - open.line > farLines;
      if (isNew) found.push({ labels: [token.label], dates: [], line: token.line });
      else {
        open.labels.push(token.label);
        open.line = token.line;
      }
    } else if (open && token.line - open.line <= farLines) {
      const isBeside = before && "label" in before && before.line === token.line && token.at - before.end <= near;
      if (isBeside && open.dates.length === 0) open.labels.splice(0, open.labels.length - 1);
      open.dates.push(token.date);
      open.isContinued = token.isContinued ?? false;
      open.line = token.line;
    }
  });
  return found;
}

function tokens(text: string, line: number): Token[] {
  const named = labels.flatMap(([label, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, end: match.index + match[0].length, line, label })),
  );
  const dated = [...text.matchAll(date)].flatMap((match) => {
    const value = isoDate(match);
    const end = match.index + match[0].length;
    return value ? [{ at: match.index, end, line, date: value, isContinued: /^\s*[,;]/.test(text.slice(end)) }] : [];
  });
  const open = [...text.matchAll(undated)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    line,
    date: "",
  }));
  const separate = named.filter(
    (own) =>
      !named.some(
        (other) =>
          other !== own && other.at <= own.at && other.end >= own.end && other.end - other.at > own.end - own.at,
      ),
  );
  return [...separate, ...dated, ...open].toSorted((a, b) => a.at - b.at);
}

function isoDate(match: RegExpMatchArray): string | undefined {
  const [, y1, m1, d1, m2, , d2, y2, month1, d3, y3, d4, month2, y4] = match;
  if (y1) return iso(Number(y1), Number(m1), Number(d1));
  if (m2) return iso(fullYear(Number(y2)), Number(m2), Number(d2));
  if (month1) return iso(Number(y3), monthOf(month1), Number(d3));
  return iso(Number(y4), monthOf(month2 ?? ""), Number(d4));
}

/** Two figures up to 49 are of this century. */
const fullYear = (year: number): number => (year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year);

const monthOf = (name: string): number =>
  name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name.toLowerCase().replace(/^sept$/, "sep"))) + 1;

function iso(year: number, month: number, day: number): string | undefined {
  const real = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2100 || month < 1 || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== day)
    return undefined;
  return real.toISOString().slice(0, 10);
}
