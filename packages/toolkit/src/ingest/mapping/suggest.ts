import type { Engine } from "../../release/engine.ts";
import type { SourceTable } from "../read/source-table.ts";
import { addRelations } from "./add-relations.ts";
import { askRows, ownsLength } from "./ask-rows.ts";
import { addProfiles } from "./column-group.ts";
import { ignoreColumn, mapColumn, mapFlag, type Surroundings } from "./column-mapping.ts";
import { joinPairs, mapLevels } from "./force-columns.ts";
import { oneAPerson } from "./list-reading.ts";
import type { ColumnMapping, Mapping, TableMapping } from "./mapping.ts";
import { recognise } from "./recognise.ts";
import { startsAgain } from "./starts-again.ts";
import { type ColumnDraft, draftColumns, holdsPair, isKindColumn } from "./suggest-columns.ts";
import { decideKeys, type KeyDecision, type ParentKeys } from "./table-keys.ts";
import { profileTable, type TableProfile } from "./table-profile.ts";
import { relateRows, type TableRelations } from "./table-relations.ts";
import type { Place } from "./value-words.ts";

/** The agency that published the files. Its name and state resolve letters that differ by place. */
export type Agency = Mapping["agency"];

const placeOf = (agency: Agency): Place => ({
  name: agency.name,
  ...(agency.state === undefined ? {} : { state: agency.state }),
});

const signature = (profile: TableProfile) =>
  profile.columns
    .map(({ column }) => column.name)
    .sort()
    .join("\n");

const nameOf = (draft: ColumnDraft) => draft.group.profiles[0]?.column.name ?? "";

function mapDraft(
  draft: ColumnDraft,
  around: Surroundings,
  decision: KeyDecision,
  relations: TableRelations | undefined,
  hasForce: boolean,
): readonly ColumnMapping[] {
  const names = draft.group.profiles.map((profile) => profile.column.name);
  const role = names.length === 1 ? decision.roles.get(names[0] ?? "") : undefined;
  if (draft.flag) return [mapFlag(draft.group, draft.flag)];
  if (draft.joinedWith)
    return [
      joinPairs(draft, relations),
      ignoreColumn(
        names,
        `Read together with “${draft.joinedWith}”, which is more exact; read too, each force would count twice.`,
      ),
    ];
  if (!draft.chosen)
    return draft.ignored?.startsWith("Read together") ? [] : [ignoreColumn(names, draft.ignored ?? "Not understood.")];
  if (draft.chosen.entry.id === "location.latitude" && holdsPair(draft.group)) {
    return (["latitude", "longitude"] as const).map((part) => ({
      columns: names,
      field: `location.${part}`,
      read: "number" as const,
      forms: [`${part}_in_pair`],
      confidence: 0.8,
      reason: "Its cells end in a pair of coordinates in brackets, latitude first.",
    }));
  }
  if (draft.chosen.entry.read === "key" && role) {
    if (role.field === "ignore") return [ignoreColumn(names, role.reason)];
    const { values: _, ...mapped } = mapColumn(draft.group, draft.chosen, around);
    const zeros = mapColumn(draft.group, draft.chosen, around).values;
    return [
      {
        ...mapped,
        ...(zeros ? { values: zeros } : {}),
        field: role.field,
        read: "key",
        confidence: 0.9,
        reason: role.reason,
      },
    ];
  }
  const mapped = mapColumn(draft.group, draft.chosen, around);
  if (draft.chosen.entry.id !== "force_application.agency_force_level" || hasForce) return [mapped];
  const levels = mapLevels(draft);
  return levels ? [mapped, levels] : [mapped];
}

/** Best evidence first among columns of one field: apply takes the first that has a value. */
function orderColumns(columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const first = new Map<string, number>();
  for (const [index, { field }] of columns.entries()) if (!first.has(field)) first.set(field, index);
  return columns
    .map((column, index) => ({ column, index }))
    .sort((a, b) => {
      const group = (first.get(a.column.field) ?? 0) - (first.get(b.column.field) ?? 0);
      if (a.column.field !== b.column.field || a.column.field === "ignore") return group || a.index - b.index;
      return b.column.confidence - a.column.confidence || a.index - b.index;
    })
    .map(({ column }) => column);
}

type Drafted = {
  readonly profiles: readonly TableProfile[];
  readonly whole: TableProfile;
  readonly drafts: readonly ColumnDraft[];
  readonly relations: TableRelations | undefined;
};

/** Whether another column of the same role, of which a person has one, is a list: then the row lists several. */
const listsSeveral = (field: string, drafts: readonly ColumnDraft[]): boolean =>
  drafts.some(
    ({ chosen }) =>
      chosen?.delimiter !== undefined &&
      oneAPerson.test(chosen.entry.id) &&
      chosen.entry.id.split(".")[0] === field.split(".")[0],
  );

/** Over what a list runs that is as long, row by row, as the list of people, officers or forces beside it. */
function sameLength(
  column: string,
  fieldByName: ReadonlyMap<string, string | undefined>,
  relations: TableRelations | undefined,
): ColumnMapping["over"] {
  const field = fieldByName.get(column) ?? "";
  if (ownsLength.test(field)) return undefined;
  const [entity] = field.split(".");
  const wanted = entity === "force_application" ? "force" : entity === "officer_involvement" ? "officer" : "person";
  const equal = (relations?.equalLists ?? []).filter(
    ({ a, share, rows }) => a === column && rows >= 3 && share >= 0.98,
  );
  const runs = equal.map(({ b }) => fieldByName.get(b)?.split(".")[0]);
  const entityOf = { person: "person", officer: "officer_involvement", force: "force_application" };
  return runs.includes(entityOf[wanted]) ? wanted : undefined;
}

function mapTable(drafted: Drafted, agency: Agency, parents: ParentKeys, all: readonly Drafted[]): TableMapping {
  const { profiles, whole, drafts, relations } = drafted;
  const decision = decideKeys(whole, drafts, relations, parents);
  const fields = new Set(drafts.map((draft) => draft.flag?.field ?? draft.chosen?.entry.id));
  const fieldByName = new Map(drafts.map((draft) => [nameOf(draft), draft.chosen?.entry.id]));
  const around: Surroundings = {
    place: placeOf(agency),
    hasResistance: fields.has("resistance.resistance_type"),
    sameLength: (column) => sameLength(column, fieldByName, relations),
    listsSeveral: (field) => listsSeveral(field, drafts),
  };
  const hasForce = fields.has("force_application.force_type");
  const others = all.flatMap((one) => (one.whole === whole ? [] : one.profiles));
  const columns = drafts.flatMap((draft) => mapDraft(draft, around, decision, relations, hasForce));
  const kind = drafts.find((draft) => isKindColumn(draft.group));
  const kinds = Object.fromEntries(
    (kind?.group.values ?? []).map(
      ({ value }) =>
        [
          value,
          /^(?:officer|member)/u.test(value) ? "officer" : value.startsWith("animal") ? "ignore" : "person",
        ] as const,
    ),
  );
  return {
    tables: profiles.map((profile) => profile.table.name),
    grain: decision.grain,
    keys: startsAgain(drafted, decision.keys, others) ? { ...decision.keys, within: "table" } : decision.keys,
    ...(kind ? { rowKinds: { column: nameOf(kind), kinds } } : {}),
    ...(decision.cartesian ? { cartesian: true } : {}),
    columns: orderColumns(columns),
  };
}

/** Force of an incident that another table gives officer by officer is left to that table, or it would count twice. */
function countForceOnce(tables: readonly TableMapping[]): readonly TableMapping[] {
  const isForce = (column: ColumnMapping) =>
    column.field === "force_application.force_type" && column.read !== "ignore";
  const finer = tables.find(
    (table) => table.grain !== "incident" && table.keys.incident && table.columns.some(isForce),
  );
  return tables.map((table) => {
    const isSummary = table.grain === "incident" && finer?.keys.incident?.join() === table.keys.incident?.join();
    if (!isSummary || !finer) return table;
    const why = `“${finer.tables[0] ?? ""}” gives the force of each officer; read here too, each force would count twice.`;
    return {
      ...table,
      columns: table.columns.map((column) => (isForce(column) ? ignoreColumn(column.columns, why) : column)),
    };
  });
}

/**
 * Suggests how the tables of one agency become standard records. Tables with the same columns share one mapping;
 * tables that hold no records of force are left out (see {@link recognise}). Pure: `relations` are the answers to the
 * questions of {@link askRows}; without them keys are told by uniqueness and header alone.
 */
export function suggestMapping(
  profiles: readonly TableProfile[],
  agency: Agency,
  relations: readonly TableRelations[] = [],
): Mapping {
  const usable = profiles.filter((profile) => recognise(profile).kind === "records");
  return mapGroups(usable, agency, relations);
}

function mapGroups(usable: readonly TableProfile[], agency: Agency, relations: readonly TableRelations[]): Mapping {
  const groups = new Map<string, TableProfile[]>();
  for (const profile of usable) groups.set(signature(profile), [...(groups.get(signature(profile)) ?? []), profile]);

  const drafted = [...groups.values()].map((members): Drafted => {
    const whole = addProfiles(members);
    const own = relations.filter((relation) => members.some((profile) => profile.table.name === relation.table));
    return { profiles: members, whole, drafts: draftColumns(whole, placeOf(agency)), relations: addRelations(own) };
  });
  const none: ParentKeys = { incident: [], report: [] };
  const dated = drafted.filter(({ drafts }) =>
    drafts.some((draft) => draft.chosen?.entry.id === "incident.occurred_date"),
  );
  const found = dated.map((one) => decideKeys(one.whole, one.drafts, one.relations, none).keys);
  const parents: ParentKeys =
    dated.length === drafted.length
      ? none
      : {
          incident: found.flatMap((keys) => (keys.incident?.length === 1 ? keys.incident : [])),
          report: found.flatMap((keys) => keys.report ?? []),
        };
  return {
    mappingVersion: 1,
    agency,
    tables: countForceOnce(drafted.map((one) => mapTable(one, agency, parents, drafted))),
  };
}

/** Profiles the staged tables, asks their rows what identifies what, and suggests a mapping. */
export async function suggest(engine: Engine, tables: readonly SourceTable[], agency: Agency): Promise<Mapping> {
  const usable: TableProfile[] = [];
  const relations: TableRelations[] = [];
  for (const table of tables) {
    const profile = await profileTable(engine, table);
    const drafts = draftColumns(profile, placeOf(agency));
    if (recognise(profile, drafts).kind !== "records") continue;
    usable.push(profile);
    relations.push(await relateRows(engine, table, askRows(drafts)));
  }
  return mapGroups(usable, agency, relations);
}
