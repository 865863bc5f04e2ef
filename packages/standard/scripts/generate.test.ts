import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { codeListModule } from "./code-list-module.ts";
import { publishedFiles } from "./published-files.ts";
import { readCodeListCsvs } from "./read-code-list-csvs.ts";

const root = new URL("../", import.meta.url);
const published = publishedFiles();
const remedy = "Run: npm run generate";
const read = (path: string) => (existsSync(new URL(path, root)) ? readFileSync(new URL(path, root), "utf8") : "");

test("the code lists in code are those of the CSV files", () => {
  expect(read("src/generated/code-lists.ts") === codeListModule(readCodeListCsvs(root)), remedy).toBe(true);
});

test.each([...published.keys()])("%s is in step", (path) => {
  expect(read(path) === published.get(path), remedy).toBe(true);
});

test("no published file is left over", () => {
  const expected = new Set(published.keys());
  const found = readdirSync(new URL("schema/", root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.replace(/\/$/, "")}/${entry.name}`.split("/standard/").at(-1) ?? "");
  expect(found.length).toBeGreaterThan(20);
  expect(
    found.filter((path) => !expected.has(path)),
    remedy,
  ).toEqual([]);
});

test("codeListModule refuses a repeated code and a code without a definition", () => {
  const header = "code,title,title_es,definition,definition_es,source,deprecated,legacy";
  const csv = (...rows: string[]) => new Map([["x", [header, ...rows, ""].join("\n")]]);
  expect(() => codeListModule(csv("a,A,A,Is a.,Es a.,us,,", "a,A,A,Is a.,Es a.,us,,"))).toThrow(
    "invalid x.csv; code repeats: a",
  );
  expect(() => codeListModule(csv("a,A,A,,Es a.,us,,"))).toThrow("invalid x.csv; definition is empty: a");
});
