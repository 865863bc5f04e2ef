import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Engine, openEngine } from "../../release/engine.ts";
import { readSources } from "./read-sources.ts";

const data = new URL("../../../../../../shared/data/", import.meta.url);
const manifest = new URL("MANIFEST.md", data);
const isHere = existsSync(manifest);
if (!isHere)
  console.warn("Skipped: departments' files are not on this machine (../shared/data beside the repository).");

/** Rows the manifest counts that are no data: a second header, header lines among the data, blank rows. */
const notData: Readonly<Record<string, number>> = {
  "austin-pd/37-00027_UOF-P_2014-2016_prepped.csv": 1,
  "dallas-pd/37-00049_UOF-P_2016_prepped.csv": 1,
  "dallas-pd/cpe-acs/37-00049_ACS_poverty.ACS_15_5YR_S1701_with_ann.csv": 1,
  "dallas-pd/cpe-acs/37-00049_ACS_race-sex-age.ACS_15_5YR_DP05_with_ann.csv": 1,
  "indianapolis-impd/23-00089_UOF-P.csv": 1,
  "minneapolis-pd/24-00013_UOF_2008-2017_prepped.csv": 1,
  "minneapolis-pd/cpe-acs/24-00013_ACS_poverty.ACS_15_5YR_S1701_with_ann.csv": 1,
  "minneapolis-pd/cpe-acs/24-00013_ACS_race-sex-age.ACS_15_5YR_DP05_with_ann.csv": 1,
  "northampton-ma-pd/PDI Use of Force 2015 DONE.xls": 3,
  "orlando-pd/OPD_Response_To_Resistance.csv": 2,
  "seattle-pd/49-00009_UOF.csv": 1,
  "seattle-pd/cpe-acs/49-00009_ACS_poverty.ACS_15_5YR_S1701_with_ann.csv": 1,
  "seattle-pd/cpe-acs/49-00009_ACS_race-sex-age.ACS_15_5YR_DP05_with_ann.csv": 1,
};

const listed = isHere
  ? [...readFileSync(manifest, "utf8").matchAll(/^\| `([^`]+)` \|[^|]*\|[^|]*\| ([\d,]+) \| (\d+) \|/gm)].map(
      ([, file = "", rows = "", columns = ""]) => ({
        file,
        rows: Number(rows.replaceAll(",", "")),
        columns: Number(columns),
      }),
    )
  : [];

describe.skipIf(!isHere)("every file departments published", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine({ threads: 2, memoryLimit: "1000MB" });
  });
  afterAll(() => engine?.close());
  const read = (file: string) => readSources(engine, [fileURLToPath(new URL(encodeURI(file), data))]);

  test("the manifest is read", () => expect(listed.length).toBeGreaterThan(90));

  test.each(listed)("$file: $rows rows", async ({ file, rows, columns }) => {
    const [table, ...others] = await read(file);
    expect(others).toEqual([]);
    expect(table?.rows).toBe(rows - (notData[file] ?? 0));
    expect(table?.lines).toEqual({ in: table?.rows, accepted: table?.rows, rejected: 0 });
    const unnamed = file.includes("2019-first") ? 1 : 0;
    expect(table?.columns.length).toBe(columns - unnamed);
  });

  test("the second header of a CPE file holds the department's own names", async () => {
    const [table] = await read("austin-pd/37-00027_UOF-P_2014-2016_prepped.csv");
    const column = table?.columns.find(({ secondHeader }) => secondHeader === "Subject Resistance");
    expect(column).toEqual({
      name: "REASON_FOR_FORCE (2)",
      header: "REASON_FOR_FORCE",
      sql: "c11",
      secondHeader: "Subject Resistance",
    });
  });

  test("CSV and Parquet of one table differ in padding alone", async () => {
    const files = ["csv", "parquet"].map((end) =>
      fileURLToPath(new URL(`minneapolis-pd/openintro_mn_police_use_of_force.${end}`, data)),
    );
    const [csv, parquet] = await readSources(engine, files);
    const index = csv?.columns.findIndex(({ name }) => name === "race");
    const [same] = await engine.rows<{ count: number }>(
      `SELECT count(*) AS count FROM ${csv?.sql} a JOIN ${parquet?.sql} b USING (rowid) WHERE coalesce(trim(a.c${index}), '') = coalesce(b.c${index}, '')`,
    );
    expect(same?.count).toBe(12_925);
  });
});
