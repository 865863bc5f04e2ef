import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codeListIds, fields } from "@evenhand/standard";
import { expect, test } from "vitest";
import { codeListCsv, fieldsCsv } from "./dictionary-csv.ts";

const published = fileURLToPath(new URL("../../../../../packages/standard/code-lists/", import.meta.url));

test.each(codeListIds)("%s has the columns and codes of the standard's own file, in its order", (id) => {
  const [head] = codeListCsv(id).split("\r\n");
  expect(head).toBe(readFileSync(`${published}${id}.csv`, "utf8").split(/\r?\n/)[0]);
  const codes = (text: string) =>
    text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(",")[0]);
  expect(codes(codeListCsv(id))).toEqual(codes(readFileSync(`${published}${id}.csv`, "utf8")));
});

test("every field has its line", () => {
  const lines = fieldsCsv().trim().split("\r\n");
  expect(lines).toHaveLength(fields.length + 1);
  expect(lines[0]).toBe("field,title,title_es,type,code_list,multiple,level,privacy,unit,description,description_es");
  expect(lines.some((line) => line.startsWith("person.race_ethnicity,"))).toBe(true);
});
