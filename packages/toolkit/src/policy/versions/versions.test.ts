import type { Provision } from "@evenhand/standard/provision";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import { compareBundles } from "./compare-bundles.ts";
import { type ComparedClause, compareVersions } from "./compare-versions.ts";
import { diffWords } from "./diff-words.ts";
import { longestOrder } from "./longest-order.ts";
import { matchClauses } from "./match-clauses.ts";
import { provisionChanges } from "./provision-changes.ts";
import { timelineEvents } from "./timeline-events.ts";

const old = [
  "# 300.4 Deadly force",
  "Officers shall use deadly force only as a last resort.",
  "Officers should give a verbal warning when feasible, see 300.4.1.",
  "# 300.5 Reporting",
  "Every use of force shall be reported to a supervisor.",
  "The form shall be kept for five years.",
  "Officers may use the carotid hold on persons who resist.",
].join("\n");
const now = [
  "# 310.6 Reporting",
  "The form shall be kept for five years.",
  "# 310.5 Deadly force",
  "Officers shall use deadly force only as a last resort.",
  "Officers shall give a verbal warning when feasible, see 310.5.1.",
  "Officers shall intervene when another officer uses too much force.",
  "Every use of force shall be reported to a supervisor.",
].join("\n");

describe("two versions", () => {
  const { changes, counts } = compareVersions(textPolicy(old, "old"), textPolicy(now, "new"));
  const by = (kind: string): string[] =>
    changes
      .filter((change) => change.kind === kind)
      .map((change) => ("after" in change ? change.after : change.before).text);

  test("each clause is unchanged, moved, reworded, added or removed, whatever its number", () => {
    expect(by("moved")).toEqual(["The form shall be kept for five years."]);
    expect(by("unchanged")).toEqual([
      "Officers shall use deadly force only as a last resort.",
      "Every use of force shall be reported to a supervisor.",
    ]);
    expect(by("reworded")).toEqual(["Officers shall give a verbal warning when feasible, see 310.5.1."]);
    expect(by("added")).toEqual(["Officers shall intervene when another officer uses too much force."]);
    expect(by("removed")).toEqual(["Officers may use the carotid hold on persons who resist."]);
    expect(counts).toEqual({ moved: 1, unchanged: 2, renumbered: 0, reworded: 1, added: 1, removed: 1 });
  });

  test("the words that changed are marked", () => {
    const change = changes.find(({ kind }) => kind === "reworded");
    expect(change).toMatchObject({ isMoved: false });
    expect(change?.kind === "reworded" && change.marks.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", text: "should" },
      { kind: "added", text: "shall" },
      { kind: "removed", text: "300.4.1." },
      { kind: "added", text: "310.5.1." },
    ]);
  });

  test("a new number in a reference alone is said to be only that", () => {
    const [only] = compareVersions(
      textPolicy("See 300.4.1 for the form."),
      textPolicy("See 310.5.1 for the form."),
    ).changes;
    expect(only).toMatchObject({ kind: "renumbered" });
  });

  test("a version against itself has no change; two policies on other subjects share nothing", () => {
    expect(compareVersions(textPolicy(old), textPolicy(old)).counts).toEqual({
      unchanged: 5,
      renumbered: 0,
      moved: 0,
      reworded: 0,
      added: 0,
      removed: 0,
    });
    expect(
      compareVersions(textPolicy("Dogs must be fed twice."), textPolicy("Radios are issued by the desk.")).counts,
    ).toMatchObject({ added: 1, removed: 1 });
    expect(compareVersions(textPolicy(""), textPolicy("")).changes).toEqual([]);
  });
});

const sentence = fc
  .array(fc.constantFrom("officers", "shall", "should", "report", "force", "not", "use", "when", "safe", "a"), {
    minLength: 1,
    maxLength: 9,
  })
  .map((words) => words.join(" "));

test("every clause of both versions is accounted for exactly once", () => {
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 12 }), fc.array(sentence, { maxLength: 12 }), (one, other) => {
      const { changes, counts } = compareVersions(textPolicy(one.join("\n")), textPolicy(other.join("\n")));
      const ids = ({ id, joined = [] }: ComparedClause): readonly string[] => [id, ...joined];
      const before = changes.flatMap((change) => ("before" in change ? ids(change.before) : []));
      const after = changes.flatMap((change) => ("after" in change ? ids(change.after) : []));
      expect(new Set(before).size).toBe(before.length);
      expect([before.length, after.length]).toEqual([one.length, other.length]);
      expect(after.toSorted()).toEqual(other.map((_, index) => `c${index}`).toSorted());
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(changes.length);
    }),
  );
});

test("clauses in another order are moved, never lost", () => {
  fc.assert(
    fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 10 }), (clauses) => {
      const { counts } = compareVersions(textPolicy(clauses.join("\n")), textPolicy(clauses.toReversed().join("\n")));
      expect(counts).toEqual({
        unchanged: 1,
        moved: clauses.length - 1,
        reworded: 0,
        added: 0,
        removed: 0,
        renumbered: 0,
      });
    }),
  );
});

test("word marks give back both wordings", () => {
  fc.assert(
    fc.property(sentence, sentence, (one, other) => {
      const marks = diffWords(one, other);
      const read = (kind: string): string =>
        marks
          .filter((mark) => mark.kind === "same" || mark.kind === kind)
          .map(({ text }) => text)
          .join(" ");
      expect(read("removed")).toBe(one);
      expect(read("added")).toBe(other);
    }),
  );
});

test("two endless texts are compared in no time, as changed throughout", () => {
  const [one, other] = ["a ".repeat(5000), "b ".repeat(5000)];
  expect(diffWords(one, other).map(({ kind }) => kind)).toEqual(["removed", "added"]);
});

test("a longest order is rising and no shorter than what a search of all finds", () => {
  const brute = (numbers: readonly number[]): number => {
    let best = 0;
    for (let mask = 0; mask < 1 << numbers.length; mask += 1) {
      const chosen = numbers.filter((_, index) => mask & (1 << index));
      if (chosen.every((number, index) => index === 0 || (chosen[index - 1] ?? 0) < number))
        best = Math.max(best, chosen.length);
    }
    return best;
  };
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 9 }), (numbers) => {
      const found = [...longestOrder(numbers)].map((place) => numbers[place] ?? 0);
      expect(found.every((number, index) => index === 0 || (found[index - 1] ?? 0) < number)).toBe(true);
      expect(found.length).toBe(brute(numbers));
    }),
  );
});

test("equal clauses are paired in their order", () => {
  expect(matchClauses(["Stop.", "Go on.", "Stop."], ["Stop.", "Stop."]).map(({ before }) => before)).toEqual([0, 2]);
});

const provision = (id: string, verdict: Provision["verdict"], hedges: readonly string[] = []): Provision => ({
  id,
  verdict,
  clauses: [],
  hedges,
  exceptions: [],
  why: "",
});
const change = (before: Provision, after: Provision): string | undefined =>
  provisionChanges([before], [after])[0]?.change;

describe("provisions", () => {
  test.each([
    ["silent", "required", "gained"],
    ["contradicted", "qualified", "gained"],
    ["required", "silent", "lost"],
    ["qualified", "contradicted", "lost"],
    ["required", "qualified", "weakened"],
    ["qualified", "required", "strengthened"],
    ["silent", "contradicted", "weakened"],
    ["contradicted", "silent", "strengthened"],
    ["cannot-tell", "required", "unclear"],
    ["required", "covered-elsewhere", "unclear"],
    ["silent", "silent", "unchanged"],
    ["cannot-tell", "cannot-tell", "unchanged"],
  ] as const)("%s → %s is %s", (from, to, expected) =>
    expect(change(provision("a", from), provision("a", to))).toBe(expected),
  );

  test("between two qualified ones the weakening words decide", () => {
    const hedged = (...hedges: string[]): Provision => provision("a", "qualified", hedges);
    expect(change(hedged("if feasible"), hedged("If  feasible", "generally"))).toBe("weakened");
    expect(change(hedged("if feasible", "generally"), hedged("if feasible"))).toBe("strengthened");
    expect(change(hedged("if feasible"), hedged("generally"))).toBe("unclear");
    expect(change(hedged("if feasible"), hedged("if feasible"))).toBe("unchanged");
  });

  test("what is a gain one way is a loss the other way", () => {
    const verdict = fc.constantFrom<Provision["verdict"]>(
      "required",
      "qualified",
      "silent",
      "contradicted",
      "cannot-tell",
      "covered-elsewhere",
    );
    const mirror: Record<string, string> = {
      gained: "lost",
      lost: "gained",
      weakened: "strengthened",
      strengthened: "weakened",
    };
    fc.assert(
      fc.property(verdict, verdict, (one, other) => {
        const there = change(provision("a", one), provision("a", other)) ?? "";
        expect(change(provision("a", other), provision("a", one))).toBe(mirror[there] ?? there);
      }),
    );
  });

  test("audits by other rules are thrown back", () => {
    expect(() => provisionChanges([provision("a", "silent")], [provision("b", "silent")])).toThrow(
      "invalid audits; must ask the same rules: a and b",
    );
  });
});

describe("timeline events", () => {
  const after = textPolicy(now, "new");
  const dated = { ...after, policies: after.policies.map((policy) => ({ ...policy, effective: "2021-03-01" })) };
  const provisions = provisionChanges(
    [provision("duty-to-intervene", "silent"), provision("medical-aid", "required")],
    [provision("duty-to-intervene", "required"), provision("medical-aid", "required")],
  );
  const titles = { "duty-to-intervene": { en: "Must officers step in?", es: "¿Deben intervenir?" } };

  test("have the date of the new version and a sentence in both languages", () => {
    expect(timelineEvents(compareBundles([textPolicy(old, "old")], [dated]), { provisions, titles })).toEqual([
      {
        id: "policy-000000000000-000000000000-revised",
        date: "2021-03-01",
        effective: "2021-03-01",
        document: "new",
        sha256: "0".repeat(64),
        kind: "revised",
        what: {
          en: "new was revised. Clauses added: 1; removed: 1; reworded: 1; moved: 1.",
          es: "Se revisó new. Cláusulas agregadas: 1; eliminadas: 1; con otras palabras: 1; cambiadas de lugar: 1.",
        },
      },
      {
        id: "policy-000000000000-000000000000-duty-to-intervene-gained",
        date: "2021-03-01",
        effective: "2021-03-01",
        document: "new",
        sha256: "0".repeat(64),
        kind: "gained",
        provision: "duty-to-intervene",
        what: {
          en: "Gained in new: “Must officers step in?” Before: nothing found that answers it; now: required, or plainly stated.",
          es: "Ganado en new: «¿Deben intervenir?» Antes: no se encontró nada que responda; ahora: exigido o dicho con claridad.",
        },
      },
    ]);
  });

  test("have no date where the header has none, and the one a person gives", () => {
    const comparison = compareBundles([textPolicy(old, "old")], [after]);
    expect(timelineEvents(comparison)[0]).not.toHaveProperty("date");
    expect(timelineEvents(comparison, { givenDate: "2020-07-01" })[0]).toMatchObject({ date: "2020-07-01" });
    expect(timelineEvents(compareBundles([after], [after]))).toEqual([]);
  });

  test("name documents that are new or gone, each once", () => {
    const dogs = { ...textPolicy("Dogs must be fed twice a day.", "dogs.md"), sha256: "d".repeat(64) };
    const radios = { ...textPolicy("Radios are issued by the front desk.", "radios.md"), sha256: "e".repeat(64) };
    const events = timelineEvents(compareBundles([after, dogs], [after, radios]));
    expect(events.map(({ kind, document }) => [kind, document])).toEqual([
      ["document-added", "radios.md"],
      ["document-removed", "dogs.md"],
    ]);
    expect(events.map(({ what }) => what.en)).toEqual(["radios.md is new.", "dogs.md is not among the new documents."]);
  });
});
