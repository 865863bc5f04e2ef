import { describe, expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import { compareBundles, leastMatchedShare } from "./compare-bundles.ts";
import { compareVersions } from "./compare-versions.ts";
import { equalPairs } from "./equal-pairs.ts";
import { isOnlyRenumbered } from "./is-only-renumbered.ts";
import { likelyPairs } from "./likely-pairs.ts";
import { pairDocuments } from "./pair-documents.ts";
import { givenDates, versionDates } from "./version-dates.ts";

const compare = (before: string, after: string) => compareVersions(textPolicy(before, "old"), textPolicy(after, "new"));
const none = { unchanged: 0, renumbered: 0, moved: 0, reworded: 0, added: 0, removed: 0 };

describe("a sentence that was cut or joined", () => {
  const whole =
    "Before any shot the officer gives a spoken warning where there is time for one and the warning names the police.";
  const first = "Before any shot the officer gives a spoken warning where there is time for one.";
  const second = "The warning names the police.";

  test("is compared as a whole, in both directions", () => {
    const cut = compare(whole, `${first}\n${second}`);
    expect(cut.counts).toEqual({ ...none, reworded: 1 });
    const [change] = cut.changes;
    expect(change).toMatchObject({ after: { text: `${first}\n${second}`, joined: ["c1"] } });
    expect(change?.kind === "reworded" && change.marks.filter(({ kind }) => kind !== "same").length).toBeLessThan(5);
    const joined = compare(`${first}\n${second}`, whole);
    expect(joined.counts).toEqual({ ...none, reworded: 1 });
    expect(joined.changes[0]).toMatchObject({ before: { joined: ["c1"] } });
  });

  test("with the very same words is unchanged", () => {
    expect(compare("Stop the car. Call the desk at once.", "Stop the car.\nCall the desk at once.").counts).toEqual({
      ...none,
      unchanged: 1,
    });
  });

  test("a new sentence beside one that stayed is added, not joined", () => {
    expect(compare(first, `${first}\n${second}`).counts).toEqual({ ...none, unchanged: 1, added: 1 });
    expect(compare(whole, `${whole}\nA warning shot is never a warning.`).counts).toEqual({
      ...none,
      unchanged: 1,
      added: 1,
    });
  });
});

describe("isOnlyRenumbered", () => {
  test.each([
    ["See 300.4.1 for the form.", "See 310.5.1(b) for the form."],
    ["Officers follow Section 4.2.", "Officers follow Section 5.1."],
    ["(a) Officers report.", "(c) Officers report."],
    ["Officers report, at once.", "officers Report at once"],
    ["Aid is given where feasible. Imminent is not instant.", "Aid is given where feasible.Imminent is not instant."],
    ["under 720 ILCS 5/7-5", "under 720 ILCS 5/7-5."],
  ])("%s = %s", (one, other) => expect(isOnlyRenumbered(one, other)).toBe(true));

  test.each([
    ["A breath of 0.08 is the limit.", "A breath of 0.05 is the limit."],
    ["Within 24 hours the form is filed.", "Within 48 hours the form is filed."],
    ["At least 10% are read.", "At least 10 are read."],
    ["Officers shall report.", "Officers may report."],
    ["Keep 1.5 metres away.", "Keep 3.5 metres away."],
  ])("%s ≠ %s", (one, other) => expect(isOnlyRenumbered(one, other)).toBe(false));

  test("a limit that changed is listed as reworded", () => {
    expect(compare("The limit is 0.08 for every officer.", "The limit is 0.05 for every officer.").counts).toEqual({
      ...none,
      reworded: 1,
    });
  });
});

describe("matching", () => {
  test("a sentence that each policy repeats stays with its policy when one is put in before it", () => {
    const old = ["dogs eat", "the chief reviews it", "cars drive", "the chief reviews it"];
    const now = ["boats float", "the chief reviews it", ...old];
    const pairs = equalPairs(old, now).map(({ before, after }) => [before, after]);
    expect(pairs).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
      [3, 5],
    ]);
  });

  test("a short clause is only paired with one beside the same neighbour", () => {
    const far = likelyPairs(
      ["name of officer", "a b", "c d"],
      ["a b", "c d", "name of witness"],
      [
        { before: 1, after: 0, likeness: 1 },
        { before: 2, after: 1, likeness: 1 },
      ],
    );
    expect(far).toEqual([]);
    expect(
      likelyPairs(["name of officer", "a b"], ["name of witness", "a b"], [{ before: 1, after: 1, likeness: 1 }]),
    ).toHaveLength(1);
  });

  test("a policy of a manual that stands elsewhere as a whole did not move clause by clause", () => {
    const [dogs] = textPolicy("Dogs eat twice a day.\nDogs sleep in the yard.\nDogs wear a collar.").policies;
    const [cars] = textPolicy("Cars are washed.\nCars are parked inside.\nCars are locked.\nCars are white.").policies;
    if (dogs === undefined || cars === undefined) throw new Error("no policies");
    const numbered = (policies: readonly (typeof dogs)[]) => {
      let id = 0;
      return {
        ...textPolicy(""),
        policies: policies.map((policy) => ({
          ...policy,
          clauses: policy.clauses.map((clause) => ({ ...clause, id: `c${id++}` })),
        })),
      };
    };
    expect(compareVersions(numbered([dogs, cars]), numbered([cars, dogs])).counts).toEqual({ ...none, unchanged: 7 });
  });
});

describe("the documents of two folders", () => {
  const force =
    "# Force\nOfficers use the least force that works.\nOfficers report each use of force to a supervisor at once.";
  const dogs = "# Dogs\nA dog is led on a leash in every crowd.\nA bite is reported like any other force.";
  const named = (text: string, name: string) => ({ ...textPolicy(text, name), sha256: name.padEnd(64, "0") });

  test("are paired by their words, and the rest is new or gone", () => {
    const old = [named(dogs, "a.md"), named(force, "b.md")];
    const now = [
      named(force.replace("at once", "before the shift ends"), "z.md"),
      named("# Boats\nBoats are kept dry.", "y.md"),
    ];
    const { pairs, removed, added } = pairDocuments(old, now);
    expect(pairs.map(({ before, after }) => [before.name, after.name])).toEqual([["b.md", "z.md"]]);
    expect([removed[0]?.name, added[0]?.name]).toEqual(["a.md", "y.md"]);
  });

  test("a section that became a document of its own is moved, not lost and gained", () => {
    const chair = "A restraint chair is used only with a nurse in the room.";
    const rest = "Nobody is left alone in a restraint chair for any time.";
    const { counts, movedBetween, added } = compareBundles(
      [named(`${force}\n${chair}\n${rest}`, "force.md")],
      [named(force, "force.md"), named(`${chair}\n${rest}`, "chair.md")],
    );
    expect(counts).toEqual({ ...none, unchanged: 2, moved: 2 });
    expect(movedBetween.map((change) => "after" in change && change.after.document)).toEqual(["chair.md", "chair.md"]);
    expect(added.map(({ name }) => name)).toEqual(["chair.md"]);
  });

  test("two policies on other subjects are told by how little they share", () => {
    expect(compareBundles([named(force, "a.md")], [named(dogs, "b.md")]).matchedShare).toBeLessThan(leastMatchedShare);
    expect(compareBundles([named(force, "a.md")], [named(`${force}\n${dogs}`, "b.md")]).matchedShare).toBe(1);
    expect(compareBundles([textPolicy("")], [textPolicy("")]).matchedShare).toBe(0);
  });
});

test("a date in the header is no clause, a date in a rule is one", () => {
  const rule = "Officers trained before 03/01/2021 wear the old badge until it is revised.";
  expect(compare(`Effective: 05/29/2018\n${rule}`, `Effective: 03/01/2021\n${rule}`).counts).toEqual({
    ...none,
    unchanged: 1,
  });
});

describe("versionDates", () => {
  const dated = (...dates: { effective?: string; revised?: string; supersedes?: string }[]) =>
    versionDates({ ...textPolicy(""), policies: dates.map((own) => ({ title: "Force", clauses: [], ...own })) });

  test("an order of 2006 revised in 2017 has the wording of 2017, and from when that holds is not said", () => {
    expect(dated({ effective: "2006-08-02", revised: "2017-04-17" })).toEqual({
      adopted: "2017-04-17",
      date: "2017-04-17",
      header: [
        { label: "effective", date: "2006-08-02" },
        { label: "revised", date: "2017-04-17" },
      ],
    });
  });

  test("an older date of revision is history: the date of effect stands", () => {
    expect(dated({ effective: "2020-08-14", revised: "2001-06-01", supersedes: "2016-02-19" })).toMatchObject({
      effective: "2020-08-14",
      date: "2020-08-14",
    });
    expect(dated({ revised: "2001-06-01" })).toMatchObject({ adopted: "2001-06-01", date: "2001-06-01" });
  });

  test("a manual whose policies bear different dates has none of its own; one without a date has none", () => {
    const manual = dated({ effective: "2019-01-02" }, {}, { effective: "2015-03-04" });
    expect(manual.range).toEqual({ earliest: "2015-03-04", latest: "2019-01-02" });
    expect([manual.date, dated({}).date, dated({}, { effective: "2015-03-04" }).date]).toEqual([
      undefined,
      undefined,
      "2015-03-04",
    ]);
    expect(givenDates("2019-01-02")).toMatchObject({ effective: "2019-01-02", date: "2019-01-02" });
  });
});
