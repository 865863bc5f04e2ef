import { readdirSync } from "node:fs";
import { elementIds, fieldById, findCode } from "@evenhand/standard";
import type { Finding } from "@evenhand/standard/finding";
import type { Provision } from "@evenhand/standard/provision";
import { describe, expect, test } from "vitest";
import { auditDocuments } from "../audit/audit-documents.ts";
import { textPolicy } from "../checks/text-policy.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { rubrics } from "../rules/rubrics.ts";
import { linkDefinitions, linkPolicyToData } from "./link-policy-to-data.ts";
import { linkKinds } from "./policy-link.ts";

const release = { place: "riverton", date: "2026-01-01", hash: "0".repeat(64) };
const finding = (parts: Partial<Finding>): Finding => ({
  id: `${parts.question}/${parts.measure}/${parts.unit}`,
  question: "gap",
  measure: "race",
  unit: "people",
  rows: [],
  denominator: 0,
  total: 0,
  missing: [],
  method: "count",
  release,
  caveats: [],
  shown: "full",
  ...parts,
});

const element = (id: Finding["element"] & string, status: Finding["status"] & string, usable: number): Finding =>
  finding({
    id: `gap/${id}/people`,
    measure: id,
    element: id,
    status,
    numerator: usable,
    denominator: usable,
    total: 100,
  });

const force = (counts: Readonly<Record<string, number | undefined>>, more: Partial<Finding> = {}): Finding =>
  finding({
    id: "what-force/force-type/force",
    question: "what-force",
    measure: "force-type",
    unit: "force",
    years: { from: 2016, to: 2021 },
    rows: Object.entries(counts).map(([key, count]) => (count === undefined ? { key } : { key, count })),
    ...more,
  });

const policy = (text: string): PolicyDocument => textPolicy(`# Use of force\n${text}`, "force.txt");

function linked(text: string, findings: readonly Finding[], scope: Record<string, "always" | "unknown"> = {}) {
  const documents = [policy(text)];
  const { provisions } = auditDocuments(documents, rubrics.evenhand);
  const links = linkPolicyToData(provisions, findings, { scope: { fields: [], force: scope }, documents });
  return (id: string) => links.find((link) => link.id === id);
}

const provision = (id: string, verdict: Provision["verdict"]): Provision => ({
  id,
  verdict,
  clauses: [],
  hedges: [],
  exceptions: [],
  why: "",
});

/** The first link of one provision without clauses. */
const linkOf = (one: Provision, findings: readonly Finding[]) =>
  linkPolicyToData([one], findings, { scope: { fields: [], force: {} }, documents: [] })[0];

describe("the table of links", () => {
  test.each(Object.values(rubrics))("has every rule of $id, or says that no record shows it", ({ rules }) => {
    const linkedRules = linkDefinitions.map(({ rule }) => rule);
    expect(rules.length).toBeGreaterThan(7);
    expect(rules.map(({ id }) => id).filter((id) => !linkedRules.includes(id))).toEqual([]);
  });

  test("names only rules, elements, codes, fields and questions that exist, each link once", () => {
    const rules = Object.values(rubrics).flatMap((rubric) => rubric.rules.map(({ id }) => id));
    const questions = readdirSync(new URL("../../analysis/questions", import.meta.url)).map(
      (name) => name.split(".")[0],
    );
    const ids = linkDefinitions.map(({ rule, to }) => `${rule}~${to}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { rule, codes = [], vague = [], fields = [], findings, element: id, shows, limit } of linkDefinitions) {
      expect(rules).toContain(rule);
      if (id !== undefined) expect(elementIds).toContain(id);
      for (const code of [...codes, ...vague]) expect(findCode("force_type", code), code).toBeDefined();
      for (const field of fields) expect(fieldById(field), field).toBeDefined();
      for (const name of findings) expect([...questions, "gap"]).toContain(name.split("/")[0]);
      if (shows !== "it") expect(limit, rule).toBeDefined();
    }
  });
});

describe("a duty beside an element", () => {
  const duty = "Officers shall use de-escalation techniques before using force.";

  test("is the gap that matters most where the files do not hold it, and comes first", () => {
    const documents = [policy(duty)];
    const { provisions } = auditDocuments(documents, rubrics.evenhand);
    const findings = [element("deescalation", "not_collected", 0), element("race", "collected", 98)];
    const [first] = linkPolicyToData(provisions, findings, { scope: { fields: [], force: {} }, documents });
    expect(first).toMatchObject({
      id: "de-escalation-required~deescalation",
      kind: "required-not-recorded",
      stance: "asks",
      elements: [{ id: "deescalation", status: "not_collected", usable: 0, asked: 100 }],
    });
    expect(first?.clauses[0]?.text).toBe(duty);
  });

  test.each([
    ["collected", "required-recorded"],
    ["partly", "required-partly-recorded"],
  ] as const)("that is %s is %s", (status, kind) => {
    expect(linked(duty, [element("deescalation", status, 50)])("de-escalation-required~deescalation")?.kind).toBe(kind);
  });

  test.each([
    ["silent", "recorded-not-required"],
    ["contradicted", "recorded-not-required"],
    ["cannot-tell", "cannot-tell"],
    ["covered-elsewhere", "cannot-tell"],
  ] as const)("on which the policy is %s is %s where the files hold it", (verdict, kind) => {
    const link = linkOf(provision("de-escalation-required", verdict), [element("deescalation", "collected", 90)]);
    expect(link).toMatchObject({ kind, clauses: [] });
  });

  test("that neither policy nor files hold is neither", () => {
    const link = linkOf(provision("de-escalation-required", "silent"), [element("deescalation", "not_collected", 0)]);
    expect(link?.kind).toBe("neither");
  });
});

describe("a rule that asks for several things", () => {
  const reported = "The use of force report shall include any arrest of the person and every injury from the force.";
  const findings = [element("injury", "not_collected", 0), element("death", "not_collected", 0)];

  test("stands only beside those that its clauses name", () => {
    const link = linked(reported, findings);
    expect(link("form-outcome~injury")?.kind).toBe("required-not-recorded");
    expect(link("form-outcome~death")).toMatchObject({ kind: "neither", stance: "not-named", clauses: [] });
  });

  test("is not met by a clause on something else than a report", () => {
    const clause = {
      document: "force.txt",
      sha256: "0".repeat(64),
      section: [],
      start: 0,
      end: 40,
      text: "Supervisors see that injured people are treated.",
    };
    const weak = { ...provision("form-outcome", "qualified"), clauses: [clause] };
    const links = linkPolicyToData([weak], findings, { scope: { fields: [], force: {} }, documents: [] });
    expect(links.find(({ id }) => id === "form-outcome~injury")?.stance).toBe("not-named");
  });
});

describe("a ban beside a count", () => {
  const ban =
    "Officers shall not use neck restraints. Carotid holds and other vascular neck restraints are prohibited.";
  const id = "ban-neck-restraints~neck_restraint";

  test("gives the count, its years, and the records too vague to say", () => {
    const missing = [{ reason: "unknown" as const, count: 3 }];
    const link = linked(ban, [force({ neck_restraint: 14, physical_unspecified: 40, takedown: 9 }, { missing })])(id);
    expect(link?.kind).toBe("banned-recorded");
    expect(link?.counts).toMatchObject({ count: 14, undecided: 43, years: { from: 2016, to: 2021 }, unit: "force" });
  });

  test("without a record cannot be told, unless the form is known to ask", () => {
    const none = [force({ takedown: 9 })];
    expect(linked(ban, none)(id)).toMatchObject({ kind: "cannot-tell", counts: { count: 0, scope: "unknown" } });
    expect(linked(ban, none, { neck_restraint: "always" })(id)?.kind).toBe("banned-none-recorded");
  });

  test("is never zero where the count was withheld or nothing can be counted", () => {
    expect(linked(ban, [force({ neck_restraint: undefined })])(id)?.counts).toBeUndefined();
    expect(linked(ban, [force({ neck_restraint: 2 }, { shown: "cannot-say" })])(id)?.counts).toBeUndefined();
    expect(linked(ban, [])(id)?.kind).toBe("cannot-tell");
  });

  test.each(["silent", "contradicted"] as const)("that is %s leaves the records as they are", (verdict) => {
    const link = linkOf(provision("ban-neck-restraints", verdict), [force({ neck_restraint: 1 })]);
    expect(link?.kind).toBe("recorded-not-banned");
  });

  test("on warning shots cannot be told from shots fired", () => {
    const link = linked("Warning shots are prohibited.", [force({ firearm_discharged: 24 })]);
    expect(link("ban-warning-shots~firearm_discharged")).toMatchObject({ kind: "cannot-tell", stance: "asks" });
  });
});

test("what no record can show is said to be so, whatever the findings", () => {
  const link = linked("Officers shall intervene promptly to stop another officer's excessive force.", [
    element("deescalation", "collected", 90),
  ])("duty-to-intervene~none");
  expect(link).toMatchObject({ kind: "cannot-tell", elements: [] });
  expect(link?.limit?.en).toContain("No element");
});

describe("dates", () => {
  const period = { from: "2016-01-01", to: "2018-12-31" };
  const timing = (revised: string | undefined, dates?: typeof period) => {
    const document = policy("Officers shall use de-escalation techniques before using force.");
    const [text] = document.policies;
    if (text === undefined) throw new Error("no policy");
    const dated = { ...document, policies: [{ ...text, effective: "2001-01-01", ...(revised ? { revised } : {}) }] };
    const { provisions } = auditDocuments([dated], rubrics.evenhand);
    const links = linkPolicyToData(provisions, [], {
      scope: { fields: [], force: {} },
      documents: [dated],
      ...(dates ? { period: dates } : {}),
    });
    return links.find(({ id }) => id === "de-escalation-required~deescalation")?.timing;
  };

  test.each([
    ["2015-06-03", "before-records"],
    ["2017-06-03", "within-records"],
    ["2019-11-24", "after-records"],
  ] as const)("a version of %s stands %s", (date, is) => {
    expect(timing(date, period)).toEqual({ date, is });
  });

  test("without a revision the effective date counts; without dated records nothing is compared", () => {
    expect(timing(undefined, period)).toEqual({ date: "2001-01-01", is: "before-records" });
    expect(timing("2019-11-24")?.is).toBe("records-undated");
  });
});

test("the links are ordered by kind", () => {
  const documents = [policy("Warning shots are prohibited.")];
  const { provisions } = auditDocuments(documents, rubrics.evenhand);
  const links = linkPolicyToData(provisions, [element("race", "collected", 99)], {
    scope: { fields: [], force: {} },
    documents,
  });
  const places = links.map(({ kind }) => linkKinds.indexOf(kind));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(links.length).toBe(linkDefinitions.filter(({ rule }) => provisions.some(({ id }) => id === rule)).length);
});
