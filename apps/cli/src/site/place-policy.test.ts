import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixtureRelease } from "@evenhand/toolkit/release/release-fixture";
import type { PolicyAnswers } from "@evenhand/toolkit/report/place-answers";
import { rivertonPolicy, rivertonPolicyTruths, rivertonRegister } from "@evenhand/toolkit/sample/riverton-policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { speaker } from "../words/words.ts";
import { placeArguments, readPlaceSettings } from "./place-settings.ts";
import { type PlacePolicy, placePolicy, preparePolicy } from "./prepare-policy.ts";
import { prepareRegister } from "./prepare-register.ts";

const folder = mkdtempSync(join(tmpdir(), "evenhand-place-policy-"));
const say = speaker("en");
const terminal = {
  out: () => {},
  note: () => {},
  isScreen: false,
  today: "2025-06-30",
  now: () => "2025-06-30T12:00:00.000Z",
  signal: new AbortController().signal,
};
const agency = { id: "riverton-xx", name: "Riverton, XX" };
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const settingsOf = (place: unknown) => {
  write("place.json", JSON.stringify(place));
  return readPlaceSettings(folder, say);
};

let place: PlacePolicy | undefined;
let answers: PolicyAnswers;
beforeAll(async () => {
  write("later.md", rivertonPolicy("later"));
  write("earlier.md", rivertonPolicy("earlier"));
  write("register.json", rivertonRegister("Riverton, XX"));
  const settings = await settingsOf({
    policy: "later.md",
    versions: [{ old: "earlier.md", new: ["later.md"] }],
    register: "register.json",
  });
  place = await placePolicy(settings, { given: placeArguments(settings, "en"), terminal, say });
  if (place === undefined) throw new Error("no policy");
  const release = { ...fixtureRelease({ tables: {} }), agency };
  answers = preparePolicy(place, { findings: [], release, date: release.date });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the verdicts planted in Riverton's later policy are found", () => {
  const verdict = new Map(answers.audit.en.rules.map((rule) => [rule.id, rule.verdict]));
  const { gained, strengthened, weakened, lost } = rivertonPolicyTruths;
  for (const id of [...gained, ...strengthened]) expect([id, verdict.get(id)]).toEqual([id, "required"]);
  for (const id of weakened) expect([id, verdict.get(id)]).toEqual([id, "qualified"]);
  for (const id of lost) expect([id, verdict.get(id)]).toEqual([id, "contradicted"]);
});

test("the planted contradiction is the only one, with both clauses", () => {
  const found = answers.audit.en.consistency ?? [];
  expect(found.map(({ kind }) => kind)).toEqual(["prohibited-and-permitted"]);
  expect(found[0]?.clauses.map(({ text }) => text)).toEqual([
    "Officers shall not fire a weapon at a moving vehicle.",
    "Officers may fire a weapon at a moving vehicle to stop a driver who flees from a crime.",
  ]);
});

test("between the versions exactly what was planted is gained, strengthened, weakened and lost", () => {
  const [page] = answers.versions ?? [];
  const changed = (change: string) =>
    page?.en.provisions
      .filter((one) => one.change === change)
      .map(({ id }) => id)
      .toSorted();
  const { gained, strengthened, weakened, lost } = rivertonPolicyTruths;
  expect(changed("gained")).toEqual(gained.toSorted());
  expect(changed("strengthened")).toEqual(strengthened);
  expect(changed("weakened")).toEqual(weakened);
  expect(changed("lost")).toEqual(lost);
  expect(changed("unclear")).toEqual([]);
  expect(page?.es.provisions[0]?.question).toMatch(/^¿/);
  expect([page?.en.before[0]?.effective, page?.en.after[0]?.effective]).toEqual(["2020-02-01", "2023-09-01"]);
});

test("every quotation stands in a text of the answers, also those of the earlier version", () => {
  expect(answers.texts.map(({ name }) => name)).toEqual(["later.md", "earlier.md"]);
  const starts = new Map(
    answers.texts.map(({ sha256, policies }) => [
      sha256,
      new Set(policies.flatMap(({ clauses }) => clauses.map(({ start }) => start))),
    ]),
  );
  const quoted = [
    ...answers.audit.en.rules.flatMap(({ clauses }) => clauses),
    ...(answers.versions?.[0]?.en.provisions.flatMap(({ before, after }) => [...before.clauses, ...after.clauses]) ??
      []),
  ];
  expect(quoted.length).toBeGreaterThan(60);
  for (const { sha256, start } of quoted) expect(starts.get(sha256)?.has(start)).toBe(true);
});

test("the register keeps what people set and adds what the documents hold", async () => {
  const settings = await settingsOf({ policy: "later.md", register: "register.json" });
  const register = await prepareRegister(placeArguments(settings, "en"), place?.policy.given ?? [], { agency, say });
  const status = (title: string) => register?.en.policies.find((one) => one.title === title)?.status;
  expect(status("Police dogs")).toBe("withheld");
  expect(status("Vehicle pursuits")).toBe("title-only");
  expect(status("Use of force")).toBe("public");
  expect(register?.en.asOf).toBe("2024-12-31");
  expect(register?.es.policies.some(({ title }) => title === "Perros policiales")).toBe(true);
  const asked = register?.en.request?.map(({ title }) => title.en);
  expect(asked).toContain("Police dogs");
  expect(asked).not.toContain("Use of force");
});

test("a register stands without a policy, and one of another department is refused", async () => {
  const given = placeArguments(await settingsOf({ register: "register.json" }), "en");
  const register = await prepareRegister(given, [], { agency, say });
  expect(register?.en.policies.find(({ title }) => title === "Use of force")?.status).toBe("not-found");
  const other = { id: "elmton-xx", name: "Elmton, XX" };
  await expect(prepareRegister(given, [], { agency: other, say })).rejects.toThrow("Elmton");
});

const refused = [
  { why: "versions without a policy", place: { versions: [{ old: "earlier.md", new: "later.md" }] }, says: /versions/ },
  { why: "a review without a policy", place: { review: "history.jsonl" }, says: /review/ },
  { why: "one version alone", place: { policy: "later.md", versions: [{ old: "earlier.md" }] }, says: /versions/ },
  { why: "no files", place: { policy: "later.md", versions: [{ old: [], new: "later.md" }] }, says: /versions/ },
  {
    why: "a date that is none",
    place: { policy: "later.md", versions: [{ old: "earlier.md", new: "later.md", "old-date": "2020-02-30" }] },
    says: /versions/,
  },
  { why: "a name that is not known", place: { policies: "later.md" }, says: /policies/ },
];

for (const { why, place: given, says } of refused)
  test(`place.json with ${why} is the user's to correct`, async () => {
    await expect(settingsOf(given)).rejects.toThrow(says);
  });

test("dates of versions that a person gives stand for those of the headers", async () => {
  const settings = await settingsOf({
    policy: "later.md",
    versions: [{ old: "earlier.md", new: "later.md", "old-date": "2020-03-01" }],
  });
  const read = await placePolicy(settings, { given: placeArguments(settings, "en"), terminal, say });
  if (read === undefined) throw new Error("no policy");
  const release = { ...fixtureRelease({ tables: {} }), agency };
  const [pair] = preparePolicy(read, { findings: [], release, date: release.date }).versions ?? [];
  expect(pair?.en.before[0]).toMatchObject({ effective: "2020-03-01", isGiven: true });
});
