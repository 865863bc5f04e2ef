import { codeLists, isCodeListId } from "../code-lists.ts";
import { fieldById } from "../fields.ts";
import { missingReasons } from "../missing.ts";
import type { Release } from "../release.ts";
import { type ReleaseColumn, type ReleaseTable, releaseTables } from "../release-tables.ts";
import { standardVersion } from "../standard-version.ts";

type Json = Record<string, unknown>;

const typeOf: Readonly<Record<ReleaseColumn["type"], string>> = {
  id: "string",
  coded: "string",
  integer: "integer",
  number: "number",
  date: "date",
  text: "string",
  month: "yearmonth",
};

const titles: Readonly<Record<ReleaseTable, string>> = {
  incidents: "Incidents",
  persons: "People that force was used on, each once per incident",
  officers: "Officers, each once per incident",
  officer_counts: "Officers that the source follows by a key: in how many incidents each used force",
  reports: "Officers' reports",
  force: "Uses of force: one officer, one person, one kind of force",
  resistance: "Kinds of resistance recorded",
  injuries: "Kinds of injury and medical response recorded",
  contact_reasons: "Reasons for the contact recorded",
  location_types: "Kinds of place recorded",
  conditions: "Perceived conditions recorded",
};

/**
 * Data Package (v2) descriptor of a release folder. The hash is of the contents of the tables, not of their files. No
 * license is claimed for records that the agency published: its own terms apply.
 */
export function releaseDataPackage({
  release,
  tables,
}: {
  readonly release: Release;
  readonly tables: readonly ReleaseTable[];
}): Json {
  const { agency, date, hash, snapshots, period } = release;
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `use-of-force-${slug(agency.id)}-${date}-${hash.slice(0, 8)}`,
    title: `Use of force, ${placeName(agency)}`,
    description:
      "Standard records made from the files that the agency published. A null always has its reason in the column that ends in _missing; a null is never no and never zero.",
    created: `${date}T00:00:00Z`,
    ...(period ? { temporal: { start: period.from, end: period.to } } : {}),
    sources: snapshots.map(({ name, url, sha256, bytes, retrievedOn }) => ({
      title: name,
      ...(url ? { path: url } : {}),
      sha256,
      bytes,
      ...(retrievedOn ? { retrievedOn } : {}),
    })),
    licenseNote: "No license is stated for these records. The terms of the agency that published the sources apply.",
    standardVersion,
    formatVersion: release.formatVersion,
    hash: { algorithm: "sha256", value: hash, of: "contents of every table, independent of row order" },
    lines: release.lines,
    resources: tables.map((table) => resource(table, release.tables[table])),
  };
}

function resource(table: ReleaseTable, rows: number | undefined): Json {
  const columns: readonly ReleaseColumn[] = releaseTables[table];
  return {
    name: table,
    title: titles[table],
    path: `${table}.parquet`,
    type: "table",
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    ...(rows === undefined ? {} : { rows }),
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields: columns.flatMap(tableFields),
    },
  };
}

/** A coded column is followed by its `_missing` column; other `_missing` columns stand in the contract themselves. */
function tableFields(column: ReleaseColumn): Json[] {
  if (column.name.endsWith("_missing")) return [missingField(column.name)];
  return column.type === "coded" ? [tableField(column), missingField(`${column.name}_missing`)] : [tableField(column)];
}

function tableField(column: ReleaseColumn): Json {
  const field = column.field ? fieldById(column.field) : undefined;
  const list = column.codeList;
  const codes = list && isCodeListId(list) ? codeLists[list].codes : undefined;
  return {
    name: column.name,
    ...(field
      ? { title: columnTitle(column, field.title), description: columnDescription(column, field.description) }
      : {}),
    type: typeOf[column.type],
    ...(codes
      ? {
          categories: codes.map(({ code, title }) => ({ value: code, label: title })),
          constraints: { enum: codes.map(({ code }) => code) },
          codeList: list,
        }
      : {}),
    ...(column.field ? { field: column.field } : {}),
  };
}

const derived: Readonly<Record<string, readonly [title: string, description: string]>> = {
  incidents: [
    "Incidents",
    "In how many incidents of the source one officer used force. One row per officer; the key that followed them is not in the release.",
  ],
  occurred_year: ["Year", "Calendar year of the incident."],
  occurred_month: ["Month", "Calendar month of the incident, YYYY-MM."],
  occurred_hour: ["Hour", "Local hour in which force was first used, 0 to 23."],
  injured: ["Injured", "Yes for any injury or complaint of pain, no only when recorded as none."],
};

function columnTitle({ name }: ReleaseColumn, title: string): string {
  return derived[name]?.[0] ?? title;
}

function columnDescription({ name }: ReleaseColumn, description: string): string {
  return derived[name]?.[1] ?? description;
}

function missingField(name: string): Json {
  const of = name.slice(0, -"_missing".length);
  return {
    name,
    title: `Why ${of} is empty`,
    description: `The reason when ${of} is null; null when it has a value.`,
    type: "string",
    categories: codeLists.missing_reason.codes.map(({ code, title }) => ({ value: code, label: title })),
    constraints: { enum: [...missingReasons] },
    codeList: "missing_reason",
  };
}

function slug(words: string): string {
  return words
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** The agency's name, with its state where the name does not end in it already. */
const placeName = ({ name, state }: Release["agency"]): string =>
  state === undefined || name.endsWith(`, ${state}`) ? name : `${name}, ${state}`;
