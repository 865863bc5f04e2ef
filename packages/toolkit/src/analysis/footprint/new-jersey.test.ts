import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Finding, type FootprintClass, type FootprintList, releaseTables } from "@evenhand/standard";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingestFiles } from "../../ingest/ingest-files.ts";
import { openRelease } from "../../release/read-release.ts";
import { answerQuestions } from "../answer-all.ts";
import { canonicalFootprint } from "./canonical-footprint.ts";
import { knownClasses } from "./footprint-list.ts";

const name = "new-jersey-ag/NJOAG_UOF_2020-10_to_2021-02_Export.officer-names-masked.csv";
const file = fileURLToPath(new URL(`../../../../../../shared/data/${name}`, import.meta.url));
const hasFile = existsSync(file);
const without = hasFile ? "" : " (skipped: the department's file is not in ../shared/data)";
const hasLocationTypes = Object.hasOwn(releaseTables, "location_types");
const withoutTypes = hasLocationTypes ? "" : " (skipped: releases hold one location type an incident)";

const taken = (code: string) => ({
  class: "asked",
  field: "class",
  code,
  band: "narrow" as const,
  reason: "Counted together.",
});
/** Mental-health calls, traffic stops and schools, each incident once. */
const asked: FootprintClass = {
  id: "asked",
  title: { en: "Mental health, traffic stop or school", es: "Salud mental, parada de tráfico o escuela" },
  codes: ["mental_health", "traffic_stop", "school"].map(taken),
};
const classes = [...knownClasses, asked];
const own: FootprintList = {
  classes,
  hash: canonicalFootprint(classes).hash,
  isOwn: true,
  changes: ["asked: added"],
};

/**
 * The export of October 2020 to February 2021, counted by `incident_id`, any of its reports: 20.3% to 31.8% began in a
 * mental-health call, 13.8% in a traffic stop, 33.9% to 44.6% in one of these or at a school. Source: counted from the
 * file itself, by hand, before this program read it.
 */
describe.skipIf(!hasFile)(`New Jersey's published export${without}`, () => {
  let folder = "";
  let findings: readonly Finding[] = [];
  const situations = (): Finding => {
    const found = findings.find(({ id }) => id === "footprint/situations/incidents");
    if (found === undefined) throw new Error("invalid findings; situations not answered");
    return found;
  };
  const percents = (key: string): readonly string[] => {
    const range = situations().rows.find((row) => row.key === key)?.range;
    return [range?.low, range?.high].map((share) => (100 * (share ?? Number.NaN)).toFixed(1));
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "evenhand-footprint-"));
    const agency = { id: "new-jersey", name: "New Jersey, NJ", state: "NJ" };
    const made = await ingestFiles({ paths: [file], agency, out: folder, today: "2025-06-30" });
    const open = await openRelease(made.folder);
    ({ findings } = await answerQuestions(open.release, open.cells, { footprint: own }));
    await open.close();
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("holds 3,099 incidents", () => {
    expect([situations().total, situations().denominator]).toEqual([3099, 3099]);
  });

  test("20.3% to 31.8% began in a mental-health call", () => {
    expect(percents("mental_health")).toEqual(["20.3", "31.8"]);
    expect(situations().rows.find(({ key }) => key === "mental_health")?.figures).toMatchObject({
      narrow: 628,
      wide: 985,
    });
  });

  test("13.8% began in a traffic stop; which of them were for something minor is not told", () => {
    expect(percents("traffic_stop")).toEqual(["13.8", "13.8"]);
    expect(situations().rows.find(({ key }) => key === "minor_traffic_stop")).toMatchObject({
      count: 0,
      note: "which-not-recorded",
      range: { low: 0 },
    });
  });

  test.skipIf(!hasLocationTypes)(`17 incidents were at a school, by any of their places${withoutTypes}`, () => {
    expect(situations().rows.find(({ key }) => key === "school")?.count).toBe(17);
  });

  test.skipIf(!hasLocationTypes)(
    `33.9% to 44.6% began in a mental-health call, a traffic stop or at a school${withoutTypes}`,
    () => {
      expect(percents("asked")).toEqual(["33.9", "44.6"]);
    },
  );

  test("the list in use is named, and leads to no union", () => {
    expect(situations().values).toMatchObject({ list: own.hash, isOwnList: 1, "isUnion.asked": "yes" });
    expect(situations().lead).toBe("mental_health");
  });
});
