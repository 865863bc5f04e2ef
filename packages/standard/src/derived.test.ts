import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { deriveFbiEligible, deriveInjured } from "./derived.ts";
import type { Records } from "./entities/entity-schemas.ts";

describe("deriveInjured", () => {
  test.each([
    [["none"], "yes-or-no: no"],
    [["none", "minor"], "yes-or-no: yes"],
    [["complaint_only"], "yes-or-no: yes"],
    [["injury_unspecified"], "yes-or-no: yes"],
    [[null, "serious"], "yes-or-no: yes"],
    [[null, "none"], "missing: unknown"],
    [[], "missing: unknown"],
  ] as const)("%j is %s", (severities, expected) => {
    const derived = deriveInjured(severities);
    expect(derived.value === null ? `missing: ${derived.missing}` : `yes-or-no: ${derived.value}`).toBe(expected);
  });
});

describe("deriveFbiEligible", () => {
  const { records } = JSON.parse(
    readFileSync(new URL("../examples/valid/one-person-two-officers.json", import.meta.url), "utf8"),
  ) as { records: Required<Records> };
  const incident = records.incident[0]?.incident_id ?? "";
  const withInjury = (change: Partial<Required<Records>["injury"][number]>): Records => ({
    ...records,
    injury: records.injury.map((row) => ({ ...row, ...change })),
  });
  const withForce = (force_type: Required<Records>["force_application"][number]["force_type"]): Records => ({
    ...records,
    force_application: records.force_application.map((row) => ({ ...row, force_type })),
  });

  test("is no for a minor injury and no shot", () => {
    expect(deriveFbiEligible(records, incident)).toEqual({ value: "no" });
  });

  test("is yes for a shot, a serious injury and a death", () => {
    expect(deriveFbiEligible(withForce("firearm_discharged"), incident)).toEqual({ value: "yes" });
    expect(deriveFbiEligible(withInjury({ injury_severity: "serious" }), incident)).toEqual({ value: "yes" });
    expect(deriveFbiEligible(withInjury({ injury_severity: "death" }), incident)).toEqual({ value: "yes" });
  });

  test("is not yes for a serious injury from before the contact", () => {
    expect(deriveFbiEligible(withInjury({ injury_severity: "serious", cause: "before_contact" }), incident)).toEqual({
      value: "no",
    });
  });

  test("cannot say no when the force or the injury is vague or missing", () => {
    const unknown = { value: null, missing: "unknown" };
    expect(deriveFbiEligible(withForce("firearm_unspecified"), incident)).toEqual(unknown);
    expect(deriveFbiEligible(withForce(null), incident)).toEqual(unknown);
    expect(deriveFbiEligible(withInjury({ injury_severity: "injury_unspecified" }), incident)).toEqual(unknown);
    expect(deriveFbiEligible({ ...records, injury: [] }, incident)).toEqual(unknown);
    expect(deriveFbiEligible({ ...records, force_application: [] }, incident)).toEqual(unknown);
    expect(deriveFbiEligible(records, "another")).toEqual(unknown);
  });

  test("is asked of one incident: a shot in another does not count", () => {
    const elsewhere =
      withForce("firearm_discharged").force_application?.map((row) => ({ ...row, incident_id: "another" })) ?? [];
    expect(
      deriveFbiEligible({ ...records, force_application: [...records.force_application, ...elsewhere] }, incident),
    ).toEqual({ value: "no" });
  });
});
