import { dateForms } from "./date-forms.ts";
import { type FieldEntry, fieldEntries, headerScore } from "./field-catalogue.ts";
import type { HeaderRole, HeaderWords } from "./header-words.ts";
import { splitList } from "./split-list.ts";
import type { ColumnProfile, ValueCount } from "./table-profile.ts";
import { isKnownWord, lettersOf, type Meaning, meaningOf, missingTarget, type Place } from "./value-words.ts";

/** A column, or several numbered ones taken together, as the scoring sees it. */
export type ColumnGroup = {
  readonly profiles: readonly ColumnProfile[];
  readonly header: HeaderWords;
  /** Values of all its columns, most frequent first. */
  readonly values: readonly ValueCount[];
  readonly rows: number;
};

/** One field that a column may hold, with the evidence. */
export type Candidate = {
  readonly entry: FieldEntry;
  /** 0–1; roughly how sure. */
  readonly score: number;
  /** 0–1: how well the header names the field. */
  readonly header: number;
  /** Share of the values that the field understands, 0–1; undefined where values say nothing either way. */
  readonly share?: number;
  readonly delimiter?: string;
};

export type Context = { readonly place: Place; readonly role: HeaderRole | undefined };

/** Fields whose own words are distinctive enough to be recognised without any help from the header. */
const speakingFields = new Set([
  "person.race_ethnicity",
  "force_application.force_type",
  "resistance.resistance_type",
  "incident.contact_reason",
  "person.perceived_condition",
  "injury.injury_type",
  "review.finding",
]);

/** Fields that a plain header names beyond doubt, even where none of the words is understood. */
const namedFields = new Set([
  "person.race_ethnicity",
  "person.gender",
  "officer_involvement.race_ethnicity",
  "officer_involvement.gender",
  "resistance.resistance_type",
]);

const delimiters = ["|", ";", ",", "/", "->"];
const scoredValues = 300;

const isOther = (meaning: Meaning | undefined) =>
  meaning !== undefined && typeof meaning.target === "string" && /^other/u.test(meaning.target);

/** Whether the field can read one value, and whether that says anything about the field. */
function understanding(entry: FieldEntry, value: string, letters: Readonly<Record<string, never>> | undefined) {
  const meaning = meaningOf(entry, value, letters);
  if (meaning?.by === "missing" || isOther(meaning)) return "neutral";
  if (meaning) return meaning.by === "pattern" ? "likely" : "known";
  if (missingTarget(value)) return "neutral";
  if (entry.read === "number") {
    const number = /^-?\d+(\.\d+)?$/u.test(value) ? Number(value) : Number.NaN;
    return number >= (entry.low ?? 0) && number <= (entry.high ?? Number.MAX_SAFE_INTEGER) ? "known" : "unknown";
  }
  return "unknown";
}

type Share = { readonly share: number; readonly judged: number; readonly codes: number };

/** Share of values that a field understands: half by rows, half by different values. */
function understoodShare(entry: FieldEntry, values: readonly ValueCount[], place: Place, delimiter?: string): Share {
  const elements = new Map<string, number>();
  for (const { value, count } of values) {
    const parts = delimiter ? splitList(value, delimiter, (word) => isKnownWord(entry, word)) : [value];
    for (const part of parts) elements.set(part, (elements.get(part) ?? 0) + count);
  }
  const letters = entry.codes ? lettersOf(entry.codes, elements, place)?.letters : undefined;
  let rows = 0;
  let understoodRows = 0;
  let judged = 0;
  let understood = 0;
  const codes = new Set<string>();
  for (const [value, count] of elements) {
    const verdict = understanding(entry, value, letters as Readonly<Record<string, never>> | undefined);
    if (verdict === "neutral") continue;
    const weight = verdict === "known" ? 1 : verdict === "likely" ? 0.8 : 0;
    rows += count;
    judged += 1;
    understoodRows += weight * count;
    understood += weight;
    if (weight > 0) codes.add(String(meaningOf(entry, value, letters)?.target ?? value));
  }
  if (judged === 0) return { share: 0, judged: 0, codes: 0 };
  return { share: 0.5 * (understoodRows / rows) + 0.5 * (understood / judged), judged, codes: codes.size };
}

/** The delimiter by which a column's unknown values become known ones, if any. */
function findDelimiter(entry: FieldEntry, values: readonly ValueCount[], place: Place): string | undefined {
  let best: { delimiter: string; share: number } | undefined;
  for (const delimiter of delimiters) {
    const lists = values.filter(({ value }) => value.includes(delimiter) && !isKnownWord(entry, value));
    if (lists.length === 0) continue;
    if (delimiter === "/" && lists.some(({ value }) => /\d\/\d/u.test(value))) continue;
    const split = understoodShare(entry, lists, place, delimiter);
    const hasParts = lists.some(
      ({ value }) => splitList(value, delimiter, (word) => isKnownWord(entry, word)).length > 1,
    );
    if (!hasParts || split.share < (delimiter === "/" ? 0.75 : 0.5)) continue;
    const before = understoodShare(entry, lists, place).share;
    const whole = entry.read === "values" && before > split.share + 0.05;
    if (!whole && (!best || split.share > best.share + 0.1)) best = { delimiter, share: split.share };
  }
  return best?.delimiter;
}

/** Share of the sampled rows that are written in a known form of date or time. */
export function formShare(group: ColumnGroup, kinds: readonly string[], withNumbers: boolean): number {
  let all = 0;
  let matching = 0;
  for (const { count, example } of group.profiles.flatMap((profile) => profile.shapes)) {
    if (missingTarget(example)) continue;
    all += count;
    const fits = dateForms.some(
      (form) =>
        kinds.includes(form.kind) && form.pattern.test(example) && (withNumbers || !/^\d+(\.\d+)?$/u.test(example)),
    );
    if (fits) matching += count;
  }
  return all === 0 ? 0 : matching / all;
}

const levelWord = /^(?:l|level ?)?\d{1,2}(?: - .*)?$|^level /u;

/** Evidence from the values of columns that have no code list; undefined where values say nothing. */
function plainShare(entry: FieldEntry, group: ColumnGroup, header: number): number | undefined {
  const values = group.values.slice(0, scoredValues);
  const shareOf = (test: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(({ value }) => test(value)).length / values.length;
  switch (entry.id) {
    case "location.latitude":
      return shareOf(
        (value) =>
          /^-?\d+(\.\d+)?$/u.test(value) && (Number(value) === 0 || (Number(value) > 15 && Number(value) < 72)),
      );
    case "location.longitude":
      return shareOf(
        (value) =>
          /^-?\d+(\.\d+)?$/u.test(value) && (Number(value) === 0 || (Number(value) < -60 && Number(value) > -180)),
      );
    case "location.zip_code":
      return shareOf((value) => /^\d{5}(-\d{4})?$/u.test(value));
    case "force_application.agency_force_level":
      return shareOf((value) => levelWord.test(value.split("|")[0]?.trim() ?? ""));
    case "officer_involvement.assignment":
    case "location.beat_or_district": {
      const assigned = shareOf((value) =>
        /\b(division|bureau|unit|squad|platoon|task force|training|operations|watch|reserves?|detectives?|patrol|admin(?:istration)?|narcotics)\b/u.test(
          value,
        ),
      );
      return entry.id === "location.beat_or_district" ? 1 - assigned : assigned > 0.3 ? 1 : 0.6;
    }
    default:
      return header > 0 ? undefined : 0;
  }
}

/** Areas are preferred in the order of fields.json: a police district over a reporting area. */
function placeRank(entry: FieldEntry, header: HeaderWords): number {
  const at = entry.headers.findIndex(({ words }) => words.every((word) => header.words.includes(word)));
  return at < 0 ? entry.headers.length : at;
}

function score(entry: FieldEntry, group: ColumnGroup, context: Context): Candidate | undefined {
  const header = headerScore(entry, group.header, context.role);
  if (header === 0 && !speakingFields.has(entry.id) && entry.read !== "date" && entry.read !== "time") {
    const place = entry.id === "officer_involvement.assignment" ? (plainShare(entry, group, 0) ?? 0) : 0;
    return place === 1 && group.header.words.some((word) => word === "division" || word === "unit" || word === "bureau")
      ? { entry, header, share: place, score: 0.62 }
      : undefined;
  }
  const values = group.values.slice(0, scoredValues);
  const isBlank = values.every(({ value }) => missingTarget(value) !== undefined);
  if (isBlank) return undefined;

  if (entry.read === "values" || (entry.read === "number" && !entry.id.startsWith("location."))) {
    if (header === 0 && group.values.length > 2_000) return undefined;
    const delimiter = findDelimiter(entry, values, context.place);
    const { share, judged, codes } = understoodShare(entry, values, context.place, delimiter);
    const list = delimiter ? { delimiter } : {};
    if (judged === 0) return header > 0 ? { entry, header, score: 0.5 * header, ...list } : undefined;
    if (header === 0)
      return share >= 0.75 && codes >= 3 ? { entry, header, share, score: 0.55 * share, ...list } : undefined;
    const isStrict = entry.codes === "yes_no" || entry.read === "number";
    const isYesNoOnly = isStrict && entry.words.length <= 1;
    if (share < (isYesNoOnly ? 0.6 : isStrict ? 0.4 : 0.12)) {
      // The header is plain but the words are not: mapped without values, so that the words are shown as not understood.
      const isPlain = header >= 0.95 && namedFields.has(entry.id) && group.values.length <= 30;
      return isPlain ? { entry, header, share, score: 0.35 } : undefined;
    }
    return { entry, header, share, score: 0.45 * header + 0.55 * share, ...list };
  }
  if (entry.read === "date" || entry.read === "time") {
    const kinds = entry.read === "date" ? ["date", "datetime"] : header > 0.5 ? ["time", "datetime"] : ["time"];
    const share = formShare(group, kinds, header > 0);
    if (header === 0 && entry.id !== "incident.occurred_date" && entry.id !== "incident.occurred_time")
      return undefined;
    if (share < (header > 0 ? 0.5 : 0.9)) return undefined;
    return { entry, header, share, score: header > 0 ? 0.4 * header + 0.6 * share : 0.5 };
  }
  const share = plainShare(entry, group, header);
  if (share !== undefined && share < 0.5) return undefined;
  if (entry.read === "key") {
    const lists = values.filter(({ value }) => /^[^\s,;|]+(?:\s*[,;|]\s*[^\s,;|]+)+$/u.test(value));
    const isList = lists.length > 0.05 * values.length;
    if (isList && entry.role === "any" && entry.id !== "force_application.force_id") return undefined;
    if (isList && entry.role === "any")
      return { entry, header, score: 0.85 * header, delimiter: /[,;|]/u.exec(lists[0]?.value ?? "")?.[0] ?? "," };
    const filled = group.rows - (group.profiles[0]?.blank ?? 0);
    const distinct = group.profiles[0]?.distinct ?? 0;
    const spread = filled === 0 ? 0 : Math.min(1, distinct / filled / 0.2);
    return { entry, header, score: 0.6 * header + 0.3 * spread };
  }
  const rank = entry.id === "location.beat_or_district" ? 0.005 * placeRank(entry, group.header) : 0;
  return {
    entry,
    header,
    ...(share === undefined ? {} : { share }),
    score: (share === undefined ? 0.8 : 0.5 + 0.45 * share) * header - rank,
  };
}

/** Every field that a column may hold, best first. Both the header and the values speak; either can be wrong. */
export function findCandidates(group: ColumnGroup, context: Context): readonly Candidate[] {
  return fieldEntries
    .map((entry) => score(entry, group, context))
    .filter((candidate): candidate is Candidate => candidate !== undefined && candidate.score >= 0.3)
    .sort((a, b) => b.score - a.score || a.entry.id.localeCompare(b.entry.id));
}
