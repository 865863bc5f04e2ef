import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { codeLists } from "../code-lists.ts";
import { entityDetails } from "../entities/entity-details.ts";
import { entityNames } from "../entities/entity-schemas.ts";
import { fieldById, fields, fieldsOf } from "../fields.ts";
import type { Release } from "../release.ts";
import { type ReleaseTable, releaseTables } from "../release-tables.ts";
import { validateRecords } from "../validation/validate-records.ts";
import { dictionaryMarkdown } from "./dictionary-markdown.ts";
import { entityJsonSchema, submissionJsonSchema } from "./json-schema.ts";
import { recordFromCells } from "./record-from-cells.ts";
import { releaseDataPackage } from "./release-data-package.ts";
import { renderDictionary } from "./render-dictionary.ts";
import { tableSchema } from "./table-schema.ts";
import { templateTables } from "./template-tables.ts";

const example = JSON.parse(
  readFileSync(new URL("../../examples/valid/one-person-two-officers.json", import.meta.url), "utf8"),
) as {
  records: Record<string, Record<string, unknown>[]>;
};

describe("fields", () => {
  test("have unique ids and words in both languages", () => {
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const field of fields) {
      for (const word of [field.title, field.titleEs, field.description, field.descriptionEs])
        expect(word, field.id).toBeTruthy();
      expect(field.description, field.id).toMatch(/\.$/);
      expect(field.descriptionEs, field.id).toMatch(/\.$/);
      if (field.type === "code") expect(field.codeList, field.id).toBeDefined();
    }
  });

  test("never fields are read on import only, and a release table holds no restricted or never field", () => {
    for (const field of fields) if (field.privacy === "never") expect(field.importOnly, field.id).toBe(true);
    const columns = Object.values(releaseTables).flatMap((table) =>
      table.flatMap((column) => ("field" in column ? [column.field] : [])),
    );
    expect(columns.length).toBeGreaterThan(50);
    for (const id of columns) {
      expect(fieldById(id ?? ""), id).toBeDefined();
      expect(["public", "generalise"]).toContain(fieldById(id ?? "")?.privacy);
    }
  });

  test("keys and references name fields that exist", () => {
    for (const entity of entityNames) {
      const { primaryKey, foreignKeys } = entityDetails[entity];
      for (const name of [...primaryKey, ...foreignKeys.flatMap(({ fields: names }) => names)])
        expect(fieldById(`${entity}.${name}`), `${entity}.${name}`).toBeDefined();
      for (const { fields: names, entity: target } of foreignKeys)
        expect(entityDetails[target].primaryKey).toEqual(names);
    }
  });
});

describe("JSON Schema", () => {
  test("of a person says that a null needs a reason and marks legacy codes", () => {
    const schema = JSON.parse(JSON.stringify(entityJsonSchema("person")));
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.$id).toBe("urn:evenhand:standard:person:0.1.0");
    expect(schema.allOf).toContainEqual({
      if: { properties: { gender: { type: "null" } }, required: ["gender"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { gender_missing: { type: "string" } }, required: ["gender_missing"] },
      else: { properties: { gender_missing: { type: "null" } } },
    });
    expect(schema.properties.gender.oneOf).toContainEqual({
      const: "transgender_unspecified",
      title: "Transgender, not stated further",
      deprecated: true,
    });
    expect(schema.required).toContain("race_ethnicity");
    expect(schema.required).not.toContain("height");
  });

  test.each(entityNames)("of %s agrees with zod on the example and on the example with a stray field", (entity) => {
    const { allOf: _, ...schema } = entityJsonSchema(entity);
    const read = z.fromJSONSchema(schema as never);
    const rows = example.records[entity] ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(read.safeParse(row).error, JSON.stringify(row)).toBeUndefined();
      expect(read.safeParse({ ...row, suspect_name: "x" }).success).toBe(false);
    }
  });

  test("of a submission is complete in itself", () => {
    const text = JSON.stringify(submissionJsonSchema());
    const references = [...text.matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)].map(([, name]) => name);
    expect(references.toSorted()).toEqual([...entityNames].toSorted());
  });
});

describe("templates", () => {
  test("a row filled in as cells becomes a valid record", () => {
    const cells = (row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) => {
          if (name.endsWith("_missing")) return [[name.replace(/_missing$/, ""), `?${String(value)}`]];
          if (value === null) return [];
          if (Array.isArray(value) && typeof value[0] === "string") return [[name, value.join(";")]];
          return [[name, typeof value === "object" ? JSON.stringify(value) : String(value)]];
        }),
      );
    const read = Object.fromEntries(
      entityNames.map((entity) => [
        entity,
        (example.records[entity] ?? []).map((row) => recordFromCells(entity, cells(row))),
      ]),
    );
    const { standard: __, ...records } = example.records;
    expect(read).toEqual(records);
    expect(validateRecords(read, { mode: "new", today: "2026-11-01" })).toEqual([]);
  });

  test("a blank minimum cell becomes a null that validation refuses, a blank optional cell is left out", () => {
    expect(recordFromCells("person", { gender: "", height: " ", age: "abc" })).toEqual({ gender: null, age: "abc" });
  });

  test("offer only codes of new records and say how to write lists", () => {
    const force = templateTables("es").find(({ name }) => name === "force_application");
    const type = force?.columns.find(({ header }) => header === "force_type");
    expect(type?.codes?.map(({ code }) => code)).toEqual(
      codeLists.force_type.codes.filter(({ legacy }) => !legacy).map(({ code }) => code),
    );
    expect(force?.columns.find(({ header }) => header === "reason_for_force")?.note).toContain(
      "Separe varios códigos con ;",
    );
  });

  test("table schemas list every field and the labelled missing values", () => {
    const schema = tableSchema("person") as { fields: { name: string }[]; missingValues: { value: string }[] };
    expect(schema.fields.map(({ name }) => name)).toEqual(fieldsOf("person").map(({ name }) => name));
    expect(schema.missingValues).toContainEqual({ value: "?refused", label: "refused" });
  });
});

const release: Release = {
  formatVersion: 1,
  agency: { id: "Riverton, MN", name: "Riverton Police Department", state: "MN" },
  date: "2026-11-01",
  hash: "0123456789abcdef",
  tables: { incidents: 3, persons: 4 },
  lines: { in: 5, accepted: 4, rejected: 1 },
  snapshots: [{ name: "force.csv", sha256: "ab", bytes: 12, url: "https://riverton.example/force.csv" }],
  scope: { fields: [], force: {}, units: [] },
  period: { from: "2025-01-01", to: "2025-12-31" },
};

describe("releaseDataPackage", () => {
  type Package = {
    name: string;
    sources: unknown[];
    resources: {
      name: string;
      rows?: number;
      schema: { fields: { name: string; title?: string; constraints?: { enum: string[] } }[] };
    }[];
  };
  const tables = Object.keys(releaseTables) as ReleaseTable[];
  const described = releaseDataPackage({ release, tables }) as Package;

  test("describes every table, each coded column followed by its missing column, none twice", () => {
    expect(described.name).toBe("use-of-force-riverton-mn-2026-11-01-01234567");
    expect(described.resources.map(({ name }) => name)).toEqual(tables);
    for (const { name, schema } of described.resources) {
      const names = schema.fields.map((field) => field.name);
      expect(new Set(names).size, name).toBe(names.length);
      for (const [index, column] of names.entries())
        if (schema.fields[index]?.constraints && !column.endsWith("_missing"))
          expect(names[index + 1]).toBe(`${column}_missing`);
      for (const field of schema.fields) expect(field.title, `${name}.${field.name}`).toBeTruthy();
    }
    expect(described.resources[0]?.rows).toBe(3);
    expect(described.sources).toEqual([
      { title: "force.csv", path: "https://riverton.example/force.csv", sha256: "ab", bytes: 12 },
    ]);
  });

  test("describes only the tables it is given", () => {
    const one = releaseDataPackage({ release, tables: ["force"] }) as Package;
    expect(one.resources.map(({ name }) => name)).toEqual(["force"]);
  });
});

describe("the dictionary", () => {
  test.each(["en", "es"] as const)(
    "page in %s names every field and code and links only to what is there",
    (language) => {
      const page = renderDictionary(language);
      expect(page).toContain(`<html lang="${language}">`);
      for (const { name } of fields) expect(page).toContain(`${name}</code>`);
      for (const { code } of codeLists.force_type.codes) expect(page).toContain(`<code>${code}</code>`);
      const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
      expect(page).not.toMatch(/<script|https?:\/\//);
    },
  );

  test("in Markdown has a row for every field", () => {
    const text = dictionaryMarkdown();
    for (const { name, importOnly, id } of fields) expect(text).toContain(`| \`${importOnly ? id : name}\` |`);
  });
});
