import { describe, expect, test } from "vitest";
import { InputError } from "../read/input-error.ts";
import type { SourceTable } from "../read/source-table.ts";
import { fitMapping } from "./fit-mapping.ts";
import type { Mapping, TableMapping } from "./mapping.ts";

const file = (name: string, ...columns: readonly string[]): SourceTable => ({
  name,
  file: name,
  sql: "source_0",
  columns: columns.map((column, index) => ({ name: column, header: column, sql: `c${index}` })),
  rows: 7,
  lines: { in: 7, accepted: 7, rejected: 0 },
  issues: [],
  rejected: [],
});

const table = (names: readonly string[], incident: string, race: string): TableMapping => ({
  tables: names,
  grain: "report",
  keys: { incident: [incident] },
  columns: [{ columns: [race], field: "person.race_ethnicity", read: "values", values: {}, confidence: 1, reason: "" }],
});

const mapping = (...tables: readonly TableMapping[]): Mapping => ({
  mappingVersion: 1,
  agency: { id: "riverton-xx", name: "Riverton" },
  tables,
});

const given = { acceptsAlike: true };

describe("a mapping laid over files", () => {
  test("reads next year's file like the one it names, and says so", () => {
    const fitted = fitMapping(mapping(table(["2019.csv"], "Case", "Race")), [file("2020.csv", "Race", "Case")], given);
    expect(fitted.mapping.tables[0]?.tables).toEqual(["2020.csv"]);
    expect(fitted.issues.map(({ code, file }) => `${code} ${file}`)).toEqual(["mapped-alike 2020.csv"]);
  });

  test("leaves out a file it does not know, with its rows", () => {
    const fitted = fitMapping(
      mapping(table(["2019.csv"], "Case", "Race")),
      [file("2019.csv", "Case", "Race"), file("notes.csv", "Text")],
      given,
    );
    expect(fitted.issues).toMatchObject([{ code: "table-not-mapped", file: "notes.csv", count: 7 }]);
  });

  test("just suggested, takes in nothing that it did not name", () => {
    const suggested = { acceptsAlike: false };
    const files = [file("a.csv", "Case", "Race"), file("b.csv", "Case", "Race")];
    const fitted = fitMapping(mapping(table(["a.csv"], "Case", "Race")), files, suggested);
    expect(fitted.mapping.tables[0]?.tables).toEqual(["a.csv"]);
    expect(fitted.issues.map(({ code }) => code)).toEqual(["table-not-mapped"]);
  });

  test("names a column that is not there", () => {
    const fitted = fitMapping(mapping(table(["a.csv"], "Case", "Race")), [file("a.csv", "Case", "Sex")], given);
    expect(fitted.issues).toMatchObject([{ code: "column-not-found", column: "Race" }]);
  });

  test("refuses a missing key: every row would be an incident of its own", () => {
    const fit = () => fitMapping(mapping(table(["a.csv"], "Case", "Race")), [file("a.csv", "Race")], given);
    expect(fit).toThrow(InputError);
    expect(fit).toThrow("Case");
  });

  test("refuses files that it says nothing of", () => {
    expect(() => fitMapping(mapping(table(["a.csv"], "Case", "Race")), [file("b.csv", "Text")], given)).toThrow(
      "a.csv",
    );
    expect(() => fitMapping(mapping(), [file("b.csv", "Text")], given)).toThrow("does not look like use-of-force");
  });
});
