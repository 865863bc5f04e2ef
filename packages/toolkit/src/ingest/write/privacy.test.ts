import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { column, mappingOf, readTables, table } from "../apply/testing/ingest-text.ts";
import { type Ingested, type IngestOptions, ingestFiles } from "../ingest-files.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const options = (out: string, more: Pick<IngestOptions, "paths"> & Partial<IngestOptions>): IngestOptions => ({
  agency: { id: `${out}-xx`, name: "Privateville, XX" },
  out: join(folder, out),
  today: "2025-06-30",
  ...more,
});

describe("what must never be published", () => {
  const planted = [
    "Zebulon Quartermain",
    "Ottoline Featherstone",
    "1987-03-04",
    "03/04/1987",
    "Badge 77123",
    "77123",
    "4711 Larkspur",
    "08/09/2011",
    "2011-08-09",
    "QX-993-77",
  ];
  const text = `Case Number,Date,Officer Name,Badge Number,Officer Hire Date,Officer Race,Subject Name,Subject Date of Birth,Subject Age,Subject Race,Subject Sex,Driver License,Address,Force Type
${["C1", "C2", "C3", "C4"].map((id) => `${id},01/02/2020,Zebulon Quartermain,77123,08/09/2011,White,Ottoline Featherstone,03/04/1987,32,Black,F,QX-993-77,4711 Larkspur Avenue Apt 9,Takedown`).join("\n")}`;
  const values = async (ingested: Ingested) => {
    const rows = [...(await readTables(ingested.folder))].flatMap(([name, list]) =>
      list.map((row) => `${name}: ${JSON.stringify(row)}`),
    );
    const records = readdirSync(ingested.folder).filter((name) => name.endsWith(".json"));
    return [...rows, ...records.map((name) => readFileSync(join(ingested.folder, name), "utf8"))].join("\n");
  };

  test("is in no file of the release, with the program's own mapping", async () => {
    const path = join(folder, "private.csv");
    writeFileSync(path, text);
    const ingested = await ingestFiles(options("private", { paths: [path] }));
    const published = await values(ingested);
    expect(published).toContain("takedown");
    expect(published).toContain("25-34");
    expect(planted.filter((word) => published.includes(word))).toEqual([]);
  });

  test("is in no file of the release when a mapping names it as what it is", async () => {
    const path = join(folder, "named.csv");
    writeFileSync(path, text);
    const mapping = mappingOf(
      table("named.csv", "report", { incident: ["Case Number"], officer: ["Officer Name"], person: ["Subject Name"] }, [
        column("Officer Name", "officer_involvement.name", { read: "text" }),
        column("Badge Number", "officer_involvement.badge_number", { read: "text" }),
        column("Officer Hire Date", "officer_involvement.hire_date", { read: "date", forms: ["month_day_year"] }),
        column("Subject Name", "person.name", { read: "text" }),
        column("Subject Date of Birth", "person.date_of_birth", { read: "date", forms: ["month_day_year"] }),
        column("Subject Age", "person.age", { read: "number" }),
        column("Address", "location.location_text", { read: "text" }),
        column("Force Type", "force_application.force_type", { values: { takedown: "takedown" } }),
      ]),
    );
    const published = await values(await ingestFiles(options("named", { paths: [path], mapping })));
    expect(published).toContain("25-34");
    expect(planted.filter((word) => published.includes(word))).toEqual([]);
    expect(published).not.toMatch(/"32"|: 32\b/);
  });

  test("is in no file of the release when its line was rejected", async () => {
    const path = join(folder, "broken.csv");
    writeFileSync(path, `${text}\nC9,01/02/2020,Zebulon Quartermain,77123,too,many,cells,1,2,3,4,5,6,7,8,9,10\n`);
    const ingested = await ingestFiles(options("broken", { paths: [path] }));
    expect(ingested.release.lines.rejected).toBe(1);
    const published = await values(ingested);
    expect(planted.filter((word) => published.includes(word))).toEqual([]);
  });
});
