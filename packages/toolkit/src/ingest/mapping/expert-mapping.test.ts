import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openEngine } from "../../release/engine.ts";
import { readSources } from "../read/read-sources.ts";
import type { SourceTable } from "../read/source-table.ts";
import expert from "./expert-columns.json" with { type: "json" };
import type { ColumnMapping } from "./mapping.ts";
import { suggest } from "./suggest.ts";

const data = fileURLToPath(new URL("../../../../../../shared/data/", import.meta.url));

// The agency's name alone is given, as a person would on the command line.
const files = [
  { path: "austin-pd/37-00027_UOF-P_2014-2016_prepped.csv", name: "Austin", state: "TX" },
  { path: "dallas-pd/37-00049_UOF-P_2016_prepped.csv", name: "Dallas", state: "TX" },
  { path: "indianapolis-impd/23-00089_UOF-P.csv", name: "Indianapolis", state: "IN" },
  { path: "minneapolis-pd/24-00013_UOF_2008-2017_prepped.csv", name: "Minneapolis", state: "MN" },
  { path: "seattle-pd/49-00009_UOF.csv", name: "Seattle", state: "WA" },
];

/** The table under the department's own names, as it was before CPE renamed it. */
const underOwnNames = (table: SourceTable): SourceTable => ({
  ...table,
  columns: table.columns.map((column, index) => ({
    ...column,
    name: column.secondHeader?.trim() || `column ${index + 1}`,
  })),
});

/** `TYPE_OF_FORCE_USED3` and `LOCATION_DISTRICT.1` stand for one name each. */
const bareName = (header: string) => header.trim().replace(/(?:\.\d+|\d+)$/u, "");

const isRight = (mapped: readonly ColumnMapping[], fields: readonly string[]) =>
  mapped.some(
    ({ field, reason }) => fields.includes(field) || (field === "ignore" && reason.startsWith("Read together")),
  );

describe.skipIf(!existsSync(data))("the suggestion against the mapping of experts (../shared/data)", () => {
  test("at least 90% of the columns that CPE renamed get the field that CPE's name means", async () => {
    const misses: string[] = [];
    let right = 0;
    let all = 0;
    for (const { path, name, state } of files) {
      const engine = await openEngine();
      const [table] = await readSources(engine, [data + path]);
      if (!table) throw new RangeError(`invalid file; no table in ${path}`);
      expect(table.columns.some((column) => column.secondHeader !== undefined)).toBe(true);
      const renamed = underOwnNames(table);
      const mapping = await suggest(engine, [renamed], { id: name.toLowerCase(), name, state });
      engine.close();
      for (const [index, column] of table.columns.entries()) {
        const cpeName = bareName(column.header);
        if (cpeName in expert.leftOut) continue;
        const fields = (expert.columns as Record<string, readonly string[]>)[cpeName];
        if (!fields) throw new RangeError(`invalid expert-columns.json; nothing is said of ${cpeName}`);
        const own = renamed.columns[index]?.name ?? "";
        const mapped = mapping.tables.flatMap((one) => one.columns.filter((entry) => entry.columns.includes(own)));
        all += 1;
        if (isRight(mapped, fields)) right += 1;
        else
          misses.push(
            `${name}: “${own}” became ${mapped.map(({ field }) => field).join(", ") || "nothing"}, CPE: ${cpeName}`,
          );
      }
    }
    console.log(`Expert mapping: ${right} of ${all} columns right (${((100 * right) / all).toFixed(1)}%).`);
    for (const miss of misses) console.log(`  missed — ${miss}`);
    expect(all).toBeGreaterThan(100);
    expect(right / all).toBeGreaterThanOrEqual(0.9);
  });
});
