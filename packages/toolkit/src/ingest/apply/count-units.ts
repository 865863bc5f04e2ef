import { codeLists, type UnitCount } from "@evenhand/standard";
import { type Engine, literal } from "../../release/engine.ts";
import { speaksOfForce } from "./mention-force.ts";
import { listsPeople, speaksOfPeople } from "./row-people.ts";
import type { SourceRows } from "./source-rows.ts";

type Basis = UnitCount["basis"];

/** Weakest first: a unit is counted on the weakest ground that any of its tables gives. */
const strength: readonly Basis[] = ["none", "attributes", "row", "key"];

const weakest = (bases: readonly Basis[]): Basis =>
  bases.length === 0 ? "none" : (strength.find((basis) => bases.includes(basis)) ?? "none");

function incidentBasis(rows: SourceRows): Basis | undefined {
  if (rows.mapping.keys.incident?.length) return "key";
  if (rows.grain === "incident") return "row";
  return rows.grain === "child" || (rows.grain === "person" && rows.mapping.keys.report?.length) ? undefined : "none";
}

function personBasis(rows: SourceRows, hasPersonTable: boolean): Basis | undefined {
  if (!speaksOfPeople(rows) || rows.grain === "officer" || rows.grain === "child") return undefined;
  if (rows.grain === "incident" && hasPersonTable) return undefined;
  const { keys } = rows.mapping;
  const isKeyed = keys.person !== undefined && keys.person.length > 0 && keys.personBasis !== "attributes";
  if (isKeyed) return "key";
  // Listed report by report, one person stands in as many reports as officers wrote.
  if (!keys.incident?.length && keys.report?.length) return "none";
  if (rows.grain === "person") return "row";
  if (keys.person?.length) return keys.incident?.length ? "attributes" : "none";
  return rows.grain === "incident" && listsPeople(rows) ? "row" : "none";
}

function reportBasis(rows: SourceRows): Basis | undefined {
  if (rows.grain === "child" || rows.grain === "person") return undefined;
  if (rows.mapping.keys.report?.length) return "key";
  return rows.grain === "report" ? "row" : undefined;
}

/** One row per application only where the row is one; elsewhere the kinds listed are the least there can have been. */
function forceBasis(rows: SourceRows): Basis | undefined {
  if (!speaksOfForce(rows)) return undefined;
  if (rows.mapping.cartesian || rows.grain === "incident" || rows.grain === "person") return "attributes";
  return "row";
}

/** Force codes that are no force under the standard's definition, such as a spoken command. */
const notForce = codeLists.force_type.codes
  .filter((code) => code.seedForce === false)
  .map((code) => literal(code.code));

/**
 * What a release can count and on what ground. Every table must allow it: one yearly file without a person identifier
 * means that people cannot be counted over the years.
 */
export async function countUnits(
  engine: Engine,
  tables: readonly SourceRows[],
  publishedTables: ReadonlySet<string>,
  forceTables: readonly SourceRows[],
): Promise<readonly UnitCount[]> {
  const definitions = [
    { unit: "incidents" as const, table: "incidents", basis: incidentBasis, key: "incident" as const, from: tables },
    { unit: "people" as const, table: "persons", basis: personBasis, key: "person" as const, from: tables },
    { unit: "reports" as const, table: "reports", basis: reportBasis, key: "report" as const, from: tables },
    { unit: "force" as const, table: "force", basis: forceBasis, key: undefined, from: forceTables },
  ];
  const counts: UnitCount[] = [];
  const hasPersonTable = tables.some(({ grain }) => grain === "person");
  for (const { unit, table, basis, key, from } of definitions) {
    const bases = from.flatMap((rows) => basis(rows, hasPersonTable) ?? []);
    const ground = publishedTables.has(table) ? weakest(bases) : "none";
    const columns = key === undefined ? [] : [...new Set(from.flatMap((rows) => rows.mapping.keys[key] ?? []))];
    if (ground === "none") counts.push({ unit, basis: "none", columns });
    else counts.push({ unit, basis: ground, columns, count: await countRows(engine, table) });
  }
  return counts;
}

async function countRows(engine: Engine, table: string): Promise<number> {
  const where =
    table === "force" ? ` WHERE force_type IS NULL OR CAST(force_type AS VARCHAR) NOT IN (${notForce.join(", ")})` : "";
  const [row] = await engine.rows<{ count: number }>(`SELECT count(*) AS count FROM p_${table}${where}`);
  return row?.count ?? 0;
}
