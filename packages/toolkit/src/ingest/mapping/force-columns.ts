import { findField } from "./field-catalogue.ts";
import type { ColumnMapping, Target } from "./mapping.ts";
import type { ColumnDraft } from "./suggest-columns.ts";
import { pairMark, type TableRelations } from "./table-relations.ts";
import { meaningOf } from "./value-words.ts";

const nameOf = (draft: ColumnDraft) => draft.group.profiles[0]?.column.name ?? "";

/** For each detail of a kind (`display` of `taser`) what both words together mean, where the file lets it be told. */
export function joinPairs(draft: ColumnDraft, relations: TableRelations | undefined): ColumnMapping {
  const entry = findField("force_application.force_type");
  const detailName = draft.joinedWith ?? "";
  const meanings = new Map<string, Set<string>>();
  const sole = new Map<string, Target>();
  for (const { value } of relations?.pairs ?? []) {
    const [kind = "", detail = ""] = value.split(pairMark);
    if (!entry || detail === "") continue;
    const both = meaningOf(entry, `${kind} ${detail}`);
    const own = meaningOf(entry, detail);
    const broad = meaningOf(entry, kind);
    const isVague = (target: Target | undefined) =>
      target === undefined || typeof target !== "string" || /^other$/u.test(target);
    const found =
      both?.by === "words"
        ? both.target
        : own?.by === "words" && !isVague(own.target)
          ? own.target
          : broad?.by === "words" && /^(?:canine_bite|firearm_pointed|leg_or_body)/u.test(String(broad.target))
            ? broad.target
            : (both ?? own)?.target !== undefined && !isVague((both ?? own)?.target)
              ? (both ?? own)?.target
              : (broad?.target ?? own?.target);
    if (found === undefined) continue;
    meanings.set(detail, (meanings.get(detail) ?? new Set()).add(String(found)));
    sole.set(detail, found);
  }
  const values = Object.fromEntries([...sole].filter(([detail]) => meanings.get(detail)?.size === 1));
  const open = [...meanings].filter(([, found]) => found.size > 1).map(([detail]) => `“${detail}”`);
  return {
    columns: [detailName],
    field: "force_application.force_type",
    read: "values",
    values,
    confidence: 0.85,
    reason: `“${nameOf(draft)}” gives the kind of force and “${detailName}” its detail; each detail is read as the two words mean together in this file${open.length > 0 ? `; ${open.join(", ")} goes with several kinds and stays open` : ""}.`,
  };
}

/** Levels that are the only word on force: the type is not recorded, save where a level names a shooting. */
export function mapLevels(draft: ColumnDraft): ColumnMapping | undefined {
  const entry = findField("force_application.force_type");
  const values: Record<string, Target> = {};
  for (const { value } of draft.group.values) {
    const meaning = entry && meaningOf(entry, value);
    if (meaning) values[value] = meaning.target;
  }
  if (Object.keys(values).length === 0) return undefined;
  return {
    columns: [nameOf(draft)],
    field: "force_application.force_type",
    read: "values",
    values,
    confidence: 0.6,
    reason: `“${nameOf(draft)}” gives levels, not types: the type of force is not recorded, except where a level names it.`,
  };
}
