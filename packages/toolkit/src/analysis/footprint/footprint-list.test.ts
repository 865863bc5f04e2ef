import type { FootprintClass, FootprintCode } from "@evenhand/standard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalFootprint } from "./canonical-footprint.ts";
import { classSigns, knownClasses, knownFootprint } from "./footprint-list.ts";

const reason = "contact_reason";
const code = (field: string, name: string, band: "narrow" | "wide" = "narrow"): FootprintCode => ({
  class: "",
  field: field === reason ? "incident.contact_reason" : field,
  code: name,
  band,
  reason: "Made up.",
});
const kind = (id: string, ...codes: readonly FootprintCode[]): FootprintClass => ({
  id,
  title: { en: id, es: id },
  codes: codes.map((one) => ({ ...one, class: id })),
});
const names = (codes: readonly { readonly code: string }[]): readonly string[] => codes.map(({ code: name }) => name);

describe("the codes of a class", () => {
  test("a wide code is not in the narrow definition, and a narrow one is in both", () => {
    const classes = [kind("a", code(reason, "x"), code(reason, "y", "wide"))];
    const { narrow, wide } = classSigns(classes, "a");
    expect([names(narrow), names(wide)]).toEqual([["x"], ["x", "y"]]);
  });

  test("a class taken over keeps its own bands", () => {
    const classes = [
      kind("a", code(reason, "x"), code(reason, "y", "wide")),
      kind("union", code("class", "a"), code(reason, "z", "wide")),
    ];
    const { narrow, wide } = classSigns(classes, "union");
    expect([names(narrow), names(wide)]).toEqual([["x"], ["x", "y", "z"]]);
  });

  test("a class taken over by a wide line is wide in all of its codes", () => {
    const classes = [
      kind("a", code(reason, "x"), code(reason, "y", "wide")),
      kind("maybe", code("class", "a", "wide")),
    ];
    const { narrow, wide } = classSigns(classes, "maybe");
    expect([names(narrow), names(wide)]).toEqual([[], ["x", "y"]]);
  });

  test("a code that two classes share counts once", () => {
    const classes = [
      kind("a", code(reason, "x")),
      kind("b", code(reason, "x"), code(reason, "y")),
      kind("union", code("class", "a"), code("class", "b")),
    ];
    expect(names(classSigns(classes, "union").narrow)).toEqual(["x", "y"]);
  });

  test("the same word in two fields is two signs", () => {
    const classes = [kind("a", code(reason, "school"), code("location.location_type", "school"))];
    expect(classSigns(classes, "a").narrow).toHaveLength(2);
  });

  test("refuses a class that takes over itself, directly or through others, and one that is not there", () => {
    const circle = [kind("a", code("class", "b")), kind("b", code("class", "c")), kind("c", code("class", "a"))];
    expect(() => classSigns(circle, "a")).toThrow("invalid class; takes over itself: a, b, c, a");
    expect(() => classSigns([kind("a", code("class", "a"))], "a")).toThrow("takes over itself");
    expect(() => classSigns([kind("a", code("class", "gone"))], "a")).toThrow("invalid class; not in the list: gone");
    expect(() => classSigns([], "a")).toThrow(RangeError);
  });

  test("a class reached by two ways is no circle", () => {
    const classes = [
      kind("a", code(reason, "x")),
      kind("b", code("class", "a")),
      kind("c", code("class", "a"), code("class", "b")),
    ];
    expect(names(classSigns(classes, "c").narrow)).toEqual(["x"]);
  });

  test("for any list without circles, narrow is part of wide and each sign occurs once", () => {
    const word = fc.constantFrom("u", "v", "w", "x", "y", "z");
    const band = fc.constantFrom("narrow" as const, "wide" as const);
    const list = fc.array(
      fc.record({
        codes: fc.array(fc.tuple(word, band), { maxLength: 4 }),
        taken: fc.array(fc.tuple(fc.nat(), band), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(list, (drawn) => {
        const classes = drawn.map(({ codes, taken }, index) =>
          kind(
            `k${index}`,
            ...codes.map(([name, own]) => code(reason, name, own)),
            // Only classes before it, so that there is no circle.
            ...(index === 0 ? [] : taken.map(([at, own]) => code("class", `k${at % index}`, own))),
          ),
        );
        for (const { id } of classes) {
          const { narrow, wide } = classSigns(classes, id);
          expect(new Set(names(wide)).size).toBe(wide.length);
          expect(names(narrow).filter((name) => !names(wide).includes(name))).toEqual([]);
        }
      }),
    );
  });
});

describe("the list that comes with the toolkit", () => {
  test("has no circle, and a reason in both languages on every line", () => {
    for (const { id, codes } of knownClasses) {
      expect(classSigns(knownClasses, id).wide.length).toBeGreaterThan(0);
      for (const line of codes)
        expect([line.reason, line.reasonEs].every((text) => (text ?? "").length > 10)).toBe(true);
    }
  });

  test("counts what officers perceived only in the wide definition", () => {
    for (const { id } of knownClasses)
      expect(classSigns(knownClasses, id).narrow.filter(({ field }) => field.startsWith("person."))).toEqual([]);
  });

  test("has a hash that another order keeps and another band changes", () => {
    const shuffled = knownClasses.toReversed().map((one) => ({ ...one, codes: one.codes.toReversed() }));
    expect(canonicalFootprint(shuffled).hash).toBe(knownFootprint.hash);
    const changed = knownClasses.map((one) => ({
      ...one,
      codes: one.codes.map((line) => (line.code === "medical_assist" ? { ...line, band: "narrow" as const } : line)),
    }));
    expect(canonicalFootprint(changed).hash).not.toBe(knownFootprint.hash);
  });
});
