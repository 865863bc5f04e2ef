import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { codeListIds, codeLists, codeTitle, findCode, isCodeListId } from "./code-lists.ts";
import { elementIds } from "./element.ts";
import { missingReasons } from "./missing.ts";
import { units } from "./unit.ts";

const codesOf = (list: keyof typeof codeLists) => codeLists[list].codes.map(({ code }) => code);

test("types of the standard and their code lists hold the same codes in the same order", () => {
  expect(codesOf("element")).toEqual([...elementIds]);
  expect(codesOf("missing_reason")).toEqual([...missingReasons]);
  expect(codesOf("unit")).toEqual([...units]);
});

test("every force type has a family, a stage and says whether it is force under the seed's definition", () => {
  for (const { code, family = "", stage = "", seedForce } of codeLists.force_type.codes) {
    expect(findCode("force_family", family), code).toBeDefined();
    expect(findCode("force_stage", stage), code).toBeDefined();
    expect(seedForce).toBe(!["officer_presence", "verbal_command"].includes(code));
  }
});

test("drawing, pointing and firing are codes of their own, for firearm and Taser", () => {
  for (const code of [
    "firearm_drawn",
    "firearm_pointed",
    "firearm_discharged",
    "cew_drawn",
    "cew_pointed",
    "cew_arc_warning",
    "cew_drive_stun",
    "cew_probes_fired",
  ])
    expect(findCode("force_type", code)?.legacy).toBe(false);
});

test("codes that say less than the standard asks are legacy", () => {
  for (const list of codeListIds)
    for (const { code, legacy } of codeLists[list].codes)
      if (/_(unspecified|legacy)$/.test(code)) expect(legacy, `${list} ${code}`).toBe(true);
});

test("release age bands cover every age once", () => {
  const bands = codeLists.age_band.codes.filter(({ definition }) => definition.endsWith("Band of a release."));
  for (let age = 0; age <= 120; age++)
    expect(
      bands.filter(({ low = 0, high = 120 }) => low <= age && age <= high),
      `${age}`,
    ).toHaveLength(1);
});

test("codeTitle gives both languages and refuses a code that is not in the list", () => {
  expect(codeTitle("race_ethnicity", "black", "en")).toBe("Black");
  expect(codeTitle("race_ethnicity", "black", "es")).toBe("Negra");
  expect(() => codeTitle("race_ethnicity", "unknown", "en")).toThrow("invalid code; not in race_ethnicity: unknown");
});

test("isCodeListId knows lists and nothing inherited", () => {
  expect(isCodeListId("gender")).toBe(true);
  expect(isCodeListId("toString")).toBe(false);
});

const synonyms = new URL("../../../../shared/standard-research/synonyms.json", import.meta.url);
const listOf: Readonly<Record<string, string>> = { outcome: "disposition", review_disposition: "review_finding" };

// Skipped where the folder of research beside the repository is absent.
describe.skipIf(!existsSync(synonyms))("the researched synonyms (skipped where ../shared is absent)", () => {
  test("point only to codes, missing reasons and dispositions that exist", () => {
    const { fields } = JSON.parse(readFileSync(synonyms, "utf8")) as {
      fields: Record<string, Record<string, unknown>>;
    };
    const targets = Object.entries(fields).flatMap(([field, codes]) =>
      Object.keys(codes)
        .filter((code) => !code.startsWith("_"))
        .map((code) => [listOf[field] ?? field, code] as const),
    );
    expect(targets.length).toBeGreaterThan(200);
    const lost = targets.filter(
      ([list, code]) => !isCodeListId(list) || !(findCode(list, code) || findCode("missing_reason", code)),
    );
    expect(lost).toEqual([]);
  });
});
