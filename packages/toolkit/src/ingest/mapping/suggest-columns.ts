import { type Candidate, type ColumnGroup, findCandidates } from "./column-candidate.ts";
import { groupColumns, tableRole } from "./column-group.ts";
import { findField } from "./field-catalogue.ts";
import { type Flag, flagOf } from "./flag-column.ts";
import { plainHeader } from "./header-words.ts";
import type { TableProfile } from "./table-profile.ts";
import { missingTarget, type Place } from "./value-words.ts";

/** What one column, or one numbered set of columns, was judged to be. */
export type ColumnDraft = {
  readonly group: ColumnGroup;
  readonly candidates: readonly Candidate[];
  /** The field chosen for it. */
  readonly chosen?: Candidate;
  readonly flag?: Flag;
  /** Why nobody reads it. */
  readonly ignored?: string;
  /** Columns looked up together with it as one value. */
  readonly joinedWith?: string;
};

/** Names that databases give their own row numbers. */
const rowNumbers = new Set([
  "objectid",
  "object id",
  "rownames",
  "row names",
  "fid",
  "row id",
  "unnamed 0",
  "index",
  "x1",
]);

/** Fields that only one column of a table can be. */
const once = new Set([
  "incident.occurred_date",
  "incident.occurred_time",
  "person.date_of_birth",
  "person.age",
  "person.race_ethnicity",
  "person.ethnicity_legacy",
  "person.gender",
  "location.latitude",
  "location.longitude",
  "officer_involvement.age",
  "officer_involvement.race_ethnicity",
  "officer_involvement.gender",
  "officer_involvement.years_of_service",
]);

/** Fields whose numbered columns hold one list. */
const numberedFields = new Set([
  "force_application.force_type",
  "resistance.resistance_type",
  "injury.injury_type",
  "injury.medical_response",
  "person.perceived_condition",
  "incident.contact_reason",
  "force_application.reason_for_force",
  "force_application.body_area",
  "force_application.effective",
  "force_application.count",
  "officer_involvement.injured",
]);

const kindWords = new Set([
  "officer",
  "civilian",
  "subject",
  "suspect",
  "citizen",
  "person",
  "member",
  "resident",
  "animal",
]);

/** Whether a column says for each row if it is a person or an officer. */
export function isKindColumn(group: ColumnGroup): boolean {
  const values = group.values.filter(({ value }) => !missingTarget(value)).map(({ value }) => value.replace(/s$/u, ""));
  return (
    values.length >= 2 &&
    values.length <= 4 &&
    values.includes("officer") &&
    values.every((value) => kindWords.has(value))
  );
}

const pair = /^[^()]*\(\s*-?\d+(?:\.\d+)?\s*,\s*-?\d+(?:\.\d+)?\s*\)$/u;

/** Whether the cells end in a pair of coordinates. */
export const holdsPair = (group: ColumnGroup): boolean =>
  group.values.length > 0 &&
  group.values.slice(0, 50).every(({ value }) => pair.test(value) || missingTarget(value) !== undefined);

function draftOf(group: ColumnGroup, place: Place, role: ReturnType<typeof tableRole>): ColumnDraft {
  const name = group.profiles[0]?.column.name ?? "";
  if (rowNumbers.has(plainHeader(name)))
    return {
      group,
      candidates: [],
      ignored: "A row number of the publisher’s database: it names no incident, report or person.",
    };
  if (isKindColumn(group))
    return { group, candidates: [], ignored: "Says which rows are people and which are officers." };
  const candidates = findCandidates(group, { place, role });
  if (group.values.every(({ value }) => missingTarget(value) !== undefined) && !flagOf(group, false)) {
    return { group, candidates: [], ignored: "The column is empty in every row." };
  }
  const flag = flagOf(group, (candidates[0]?.header ?? 0) >= 0.95);
  if (flag && flag.confidence >= (candidates[0]?.score ?? 0) - 0.1) return { group, candidates, flag };
  const [best] = candidates;
  if (best && /utc|gmt/u.test(plainHeader(name)) && (best.entry.read === "date" || best.entry.read === "time")) {
    return {
      group,
      candidates,
      ignored: "Dates in UTC: an evening of the place falls on the next day. Read only where no local date is given.",
    };
  }
  return best
    ? { group, candidates, chosen: best }
    : { group, candidates, ignored: "Not understood: neither its header nor its values name a field of the standard." };
}

/** Gives each single-valued field to the column with the best evidence; the others fall back or are left out. */
function settleOnce(drafts: readonly ColumnDraft[]): readonly ColumnDraft[] {
  const settled = [...drafts];
  for (let changed = true; changed; ) {
    changed = false;
    const holder = new Map<string, number>();
    for (const [index, draft] of settled.entries()) {
      const field = draft.chosen?.entry.id;
      if (!field || !once.has(field)) continue;
      const rival = holder.get(field);
      if (rival === undefined) {
        holder.set(field, index);
        continue;
      }
      const rivalScore = settled[rival]?.chosen?.score ?? 0;
      const [winner, loser] = (draft.chosen?.score ?? 0) > rivalScore ? [index, rival] : [rival, index];
      holder.set(field, winner);
      const lost = settled[loser];
      if (!lost) continue;
      const next = lost.candidates.find(
        (candidate) =>
          candidate.entry.id !== field &&
          candidate.score >= 0.45 &&
          !(once.has(candidate.entry.id) && holder.has(candidate.entry.id)),
      );
      const winnerName = settled[winner]?.group.profiles[0]?.column.name ?? "";
      const { chosen: _, ...rest } = lost;
      settled[loser] = next
        ? { ...rest, candidates: lost.candidates.filter((candidate) => candidate.entry.id !== field), chosen: next }
        : { ...rest, ignored: `“${winnerName}” says the same with better evidence.` };
      changed = true;
      break;
    }
  }
  return settled;
}

/** Coordinates inside a text: read as latitude and longitude where the table has no columns of its own for them. */
function settlePairs(drafts: readonly ColumnDraft[]): readonly ColumnDraft[] {
  const hasOwn = drafts.some(
    (draft) => draft.chosen?.entry.id === "location.latitude" && draft.group.values.length > 0,
  );
  const hasAddress = drafts.some(
    (draft) => draft.chosen?.entry.id === "location.location_text_public" && !holdsPair(draft.group),
  );
  return drafts.map((draft) => {
    if (draft.flag || draft.ignored?.startsWith("A row") || !holdsPair(draft.group)) return draft;
    if (draft.chosen && draft.chosen.entry.id !== "location.location_text_public") return draft;
    const { chosen: _, ...rest } = draft;
    const zips = draft.group.values.filter(({ value }) => /^\d{5} ?\(/u.test(value));
    if (zips.length > 0.8 * draft.group.values.length)
      return { ...rest, ignored: "Coordinates of a zip code’s centre, not of the incident." };
    const latitude = findField("location.latitude");
    if (hasOwn || !latitude)
      return {
        ...rest,
        ignored: `Coordinates that other columns give too${hasAddress ? ", with an address given elsewhere" : ""}.`,
      };
    return { ...rest, chosen: { entry: latitude, score: 0.8, header: 0.5 } };
  });
}

/** Two force columns of which one is the kind and the other its detail (`Taser` / `Display`) are read as one value. */
function settleForce(drafts: readonly ColumnDraft[]): readonly ColumnDraft[] {
  const force = drafts.filter(
    (draft) => draft.chosen?.entry.id === "force_application.force_type" && draft.group.profiles.length === 1,
  );
  const isTwin = (draft: ColumnDraft) => /\border\b/u.test(draft.group.header.words.join(" "));
  const [kind, detail] = force.filter(
    (draft) => !isTwin(draft) && (draft.chosen?.header ?? 0) > 0 && !draft.chosen?.delimiter,
  );
  return drafts.map((draft) => {
    if (force.includes(draft) && isTwin(draft) && force.length > 1) {
      const { chosen: _, ...rest } = draft;
      return {
        ...rest,
        ignored: "Gives the order of forces that another column lists already; read too, each would count twice.",
      };
    }
    if (!kind || !detail || detail === kind) return draft;
    if (draft === detail) {
      const { chosen: _, ...rest } = draft;
      return { ...rest, ignored: `Read together with “${kind.group.profiles[0]?.column.name ?? ""}”.` };
    }
    return draft === kind ? { ...draft, joinedWith: detail.group.profiles[0]?.column.name ?? "" } : draft;
  });
}

/** A column of levels that is also the only one on force: its levels are kept, the type is then not recorded. */
function settleLevels(drafts: readonly ColumnDraft[]): readonly ColumnDraft[] {
  return drafts.map((draft) => {
    const level = draft.candidates.find((candidate) => candidate.entry.id === "force_application.agency_force_level");
    return level &&
      level.score >= 0.6 &&
      (level.share ?? 0) >= 0.8 &&
      draft.chosen?.entry.id !== "location.beat_or_district"
      ? { ...draft, chosen: level }
      : draft;
  });
}

/** Judges every column of a table by header and values, then settles what several columns claim. */
export function draftColumns(profile: TableProfile, place: Place): readonly ColumnDraft[] {
  const role = tableRole(profile.table.name);
  const drafts = groupColumns(profile).flatMap((group) => {
    const draft = draftOf(group, place, role);
    if (group.profiles.length === 1 || numberedFields.has(draft.chosen?.entry.id ?? "")) return [draft];
    return group.profiles.map((member) =>
      draftOf({ ...group, profiles: [member], values: member.values }, place, role),
    );
  });
  return settleForce(settleOnce(settlePairs(settleLevels(drafts))));
}
