import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CodeListId, codeLists } from "../code-lists.ts";
import { entityNames, type Records } from "../entities/entity-schemas.ts";
import { fieldsOf, hasMissing } from "../fields.ts";
import { missingReasons } from "../missing.ts";
import { isNoneCode } from "./check-codes.ts";
import { validateIncident, validateRecords } from "./validate-records.ts";

const today = "2026-11-01";
const { records } = JSON.parse(
  readFileSync(new URL("../../examples/valid/one-person-two-officers.json", import.meta.url), "utf8"),
) as { records: Required<Records> };

const newCodes = (list: CodeListId) => codeLists[list].codes.filter(({ legacy }) => !legacy).map(({ code }) => code);
const one = (list: CodeListId, leave: readonly string[] = []) =>
  fc.constantFrom(...newCodes(list).filter((code) => !leave.includes(code)));
const several = (list: CodeListId) =>
  fc.uniqueArray(one(list), { minLength: 1, maxLength: 4 }).map((codes) => {
    const none = codes.find(isNoneCode);
    return none === undefined ? codes : [none];
  });

/** A field with a value, or null with a reason. */
const coded = <Value>(name: string, value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 3, arbitrary: value.map((code) => ({ [name]: code })) },
    fc.constantFrom(...missingReasons).map((reason) => ({ [name]: null, [`${name}_missing`]: reason })),
  );
const merged = (...parts: fc.Arbitrary<Record<string, unknown>>[]) =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Record<string, unknown>);

type Shape = { readonly persons: number; readonly officers: number; readonly index: number };

const incidentRows = ({ persons, officers, index }: Shape) => {
  const incident_id = `i${index}`;
  const at = fc.constant({ incident_id });
  const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, number) => `${prefix}${number + 1}`);
  const person = (person_id: string) =>
    merged(
      at,
      fc.constant({ person_id, role: "person_force_used_on" }),
      coded("race_ethnicity", several("race_ethnicity")),
      coded("age", fc.integer({ min: 0, max: 120 })),
      coded("age_band", one("age_band")),
      coded("gender", one("gender")),
      coded("perceived_condition", several("perceived_condition")),
      coded("deescalation_used", one("yes_no")),
    );
  const resisted: fc.Arbitrary<{ answer: Record<string, unknown>; types: readonly string[] }> = fc.oneof(
    fc.constant({ answer: { resistance_present: "no" }, types: ["none_compliant"] }),
    fc.constant({ answer: { resistance_present: "no" }, types: [] as string[] }),
    fc.constantFrom(...missingReasons).map((reason) => ({
      answer: { resistance_present: null, resistance_present_missing: reason },
      types: [] as string[],
    })),
    fc
      .uniqueArray(one("resistance_type", ["none_compliant"]), { minLength: 1, maxLength: 3 })
      .map((types) => ({ answer: { resistance_present: "yes" }, types })),
  );
  const ended = fc.constantFrom(
    { injury_severity: "none", medical_response: ["none_provided"], hospitalised: "no", died: "no" },
    { injury_severity: "minor", medical_response: ["ems_on_scene", "hospital"], hospitalised: "yes", died: "no" },
    { injury_severity: "death", medical_response: ["died_in_transit_or_care"], hospitalised: "yes", died: "yes" },
  );
  return fc.record({
    incident: merged(
      at,
      fc.constant({
        agency_id: "riverton-pd",
        occurred_date: "2026-03-14",
        person_count: persons,
        officer_count: officers,
        definition_version: "0.1.0",
      }),
      coded("contact_reason", several("contact_reason")),
    ),
    location: merged(
      at,
      coded("beat_or_district", fc.constant("East")),
      coded("city", fc.constant("Riverton")),
      coded("county", fc.constant("River")),
    ),
    people: fc.tuple(
      ...ids("p", persons).map((person_id) =>
        fc.record({ person_id: fc.constant(person_id), row: person(person_id), resisted, ended }),
      ),
    ),
    officers: fc.constant(ids("o", officers).map((officer_id) => ({ incident_id, officer_id }))),
    force: fc.tuple(
      ...ids("p", persons).map((person_id, number) =>
        fc.record({
          force_id: fc.constant(`${incident_id}-f${number}`),
          incident_id: fc.constant(incident_id),
          person_id: fc.constant(person_id),
          officer_id: fc.constantFrom(...ids("o", officers)),
          force_type: one("force_type"),
        }),
      ),
    ),
  });
};

/** Whole submissions that keep every rule. */
const submissions = fc
  .array(fc.record({ persons: fc.integer({ min: 1, max: 3 }), officers: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 0,
    maxLength: 3,
  })
  .chain((shapes) => fc.tuple(...shapes.map((shape, index) => incidentRows({ ...shape, index }))))
  .map((made) => ({
    agency: records.agency,
    reporting_period: records.reporting_period.map((row) => ({ ...row, incident_count: made.length })),
    incident: made.map(({ incident }) => incident),
    location: made.map(({ location }) => location),
    person: made.flatMap(({ people }) => people.map(({ row, resisted }) => ({ ...row, ...resisted.answer }))),
    officer_involvement: made.flatMap(({ officers }) => officers),
    force_application: made.flatMap(({ force }) => force),
    resistance: made.flatMap(({ incident, people }) =>
      people.flatMap(({ person_id, resisted }) =>
        resisted.types.map((resistance_type) => ({ incident_id: incident.incident_id, person_id, resistance_type })),
      ),
    ),
    injury: made.flatMap(({ incident, people }) =>
      people.map(({ person_id, ended: { injury_severity, medical_response } }) => ({
        incident_id: incident.incident_id,
        person_id,
        injury_severity,
        medical_response,
      })),
    ),
    outcome: made.flatMap(({ incident, people }) =>
      people.map(({ person_id, ended: { hospitalised, died } }) => ({
        incident_id: incident.incident_id,
        person_id,
        arrested: "no",
        hospitalised,
        died,
      })),
    ),
  }));

describe("validateRecords", () => {
  test("finds nothing in generated records that keep every rule, in either mode", () => {
    fc.assert(
      fc.property(submissions, fc.constantFrom("new" as const, "import" as const), (made, mode) => {
        expect(validateRecords(made, { mode, today })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  const nullable = entityNames.flatMap((entity) => fieldsOf(entity).filter(({ name }) => hasMissing(entity, name)));

  test.each(nullable.map(({ id, entity, name }) => [id, entity, name] as const))(
    "%s as null without a reason is an issue, with each reason it is not",
    (id, entity, name) => {
      const rows = records[entity] as readonly Record<string, unknown>[];
      expect(rows.length).toBeGreaterThan(0);
      const missing = (reason?: string) => {
        const [first, ...rest] = rows;
        const { [`${name}_missing`]: _, ...bare } = { ...first };
        return {
          ...records,
          [entity]: [{ ...bare, [name]: null, ...(reason ? { [`${name}_missing`]: reason } : {}) }, ...rest],
        };
      };
      const found = (reason?: string) =>
        validateRecords(missing(reason), { mode: "import", today }).filter(
          ({ rule, field }) => (rule === "missing-needs-reason" || rule === "shape") && field === id,
        );
      expect(found().map(({ rule }) => rule)).toEqual(["missing-needs-reason"]);
      for (const reason of missingReasons) expect(found(reason)).toEqual([]);
    },
  );

  test("refuses every legacy code in a new record and accepts it from an existing file", () => {
    const legacy = codeLists.force_type.codes.filter((code) => code.legacy);
    expect(legacy.length).toBeGreaterThan(8);
    for (const { code } of legacy) {
      const changed = {
        ...records,
        force_application: records.force_application.map((row, index) =>
          index === 0 ? { ...row, force_type: code } : row,
        ),
      };
      expect(validateRecords(changed, { mode: "new", today }).map(({ rule }) => rule)).toEqual(["legacy-code"]);
      expect(validateRecords(changed, { mode: "import", today })).toEqual([]);
    }
  });

  test("says which other unit a wrong incident count equals", () => {
    const changed = {
      ...records,
      reporting_period: records.reporting_period.map((row) => ({ ...row, incident_count: 3 })),
    };
    expect(validateRecords(changed, { mode: "new", today })[0]?.message).toBe(
      "incident_count is 3 and the period has 1 incident(s); 3 is the number of uses of force. Count each incident once.",
    );
  });

  test("infers nothing from a missing answer about resistance", () => {
    const changed = {
      ...records,
      person: records.person.map((row) => ({
        ...row,
        resistance_present: null,
        resistance_present_missing: "pending" as const,
      })),
    };
    expect(validateRecords(changed, { mode: "new", today })).toEqual([]);
  });

  test("warns, and does not refuse, when the number of people differs from the rows", () => {
    const changed = { ...records, incident: records.incident.map((row) => ({ ...row, person_count: 2 })) };
    expect(validateRecords(changed, { mode: "new", today })).toMatchObject([
      { rule: "counts-name-their-unit", severity: "warning" },
    ]);
  });

  test.each([null, [], "records", 7, { incident: 1 }, { incident: [null] }, { people: [] }])(
    "%j is refused, not thrown at",
    (input) => {
      expect(validateRecords(input, { mode: "new", today }).every(({ rule }) => rule === "shape")).toBe(true);
      expect(validateRecords(input, { mode: "new", today }).length).toBeGreaterThan(0);
    },
  );

  test("survives anything that JSON can hold", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        validateRecords({ incident: [value], person: value }, { mode: "import", today });
      }),
    );
  });
});

describe("validateIncident", () => {
  test("finds nothing in a valid incident and only its own trouble beside another's", () => {
    const [incident] = records.incident;
    const id = incident?.incident_id ?? "";
    expect(validateIncident(records, id, { mode: "new", today })).toEqual([]);
    const other = { ...records, incident: [...records.incident, { ...incident, incident_id: "other" }] } as Records;
    expect(validateIncident(other, id, { mode: "new", today })).toEqual([]);
    expect(new Set(validateIncident(other, "other", { mode: "new", today }).map(({ rule }) => rule))).toContain(
      "incident-is-complete",
    );
  });
});
