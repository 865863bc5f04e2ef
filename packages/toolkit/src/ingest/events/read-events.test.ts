import { describe, expect, test } from "vitest";
import { timelineCsv, timelineRow } from "../../policy/versions/timeline-csv.ts";
import { InputError } from "../read/input-error.ts";
import { eventsTemplate, exampleEventId } from "./events-template.ts";
import { readEvents } from "./read-events.ts";

const read = (text: string) => readEvents(text, { name: "events.csv" });
const codes = (text: string) => read(text).issues.map(({ code }) => code);

describe("a table of events", () => {
  test("every column is read, quotes and several subjects too", () => {
    const { events, issues } = read(
      [
        "id,date,adopted,effective,trained,kind,what,what_es,source,document,provision,entered_by,about,unaffected,agency",
        'neck,,2021-05-18,2021-07-01,2021-09,policy,"Holds, all of them, forbidden",Se prohíben,"Council, minutes",p300.pdf,ban-neck,AB,force_application.force_type=neck_restraint|takedown,incident.contact_reason=traffic_stop,Riverton PD',
      ].join("\r\n"),
    );
    expect(issues).toEqual([]);
    expect(events).toEqual([
      {
        id: "neck",
        kind: "policy",
        what: { en: "Holds, all of them, forbidden", es: "Se prohíben" },
        adopted: "2021-05-18",
        effective: "2021-07-01",
        trained: "2021-09",
        source: "Council, minutes",
        document: "p300.pdf",
        provision: "ban-neck",
        enteredBy: "AB",
        about: [{ field: "force_application.force_type", codes: ["neck_restraint", "takedown"] }],
        unaffected: [{ field: "incident.contact_reason", codes: ["traffic_stop"] }],
        agency: "Riverton PD",
      },
    ]);
  });

  test("other headers, semicolons between cells, Spanish, comments and a byte order mark", () => {
    const { events } = read(
      "\ufeff# made by hand\nTítulo;Effective Date;Tipo;Fuente\nNueva norma; 2020-06-15 ;política;acta\n",
    );
    expect(events[0]).toMatchObject({
      what: { en: "Nueva norma" },
      effective: "2020-06-15",
      kind: "policy",
      source: "acta",
    });
    expect(events[0]?.id).toBe("nueva-norma-2020-06-15");
  });

  test("“date” stands for effective, but not where it only repeats the adoption", () => {
    const { events } = read(
      "id,date,adopted,effective,kind,source\na,2020-06-15,,,policy,x\nb,2017-04-17,2017-04-17,,policy,x\nc,2020-01-01,,2020-02-01,policy,x\n",
    );
    expect(events.map(({ adopted, effective }) => [adopted, effective])).toEqual([
      [undefined, "2020-06-15"],
      ["2017-04-17", undefined],
      [undefined, "2020-02-01"],
    ]);
    expect(codes("id,date,adopted,effective,kind,source\nc,2020-01-01,,2020-02-01,policy,x\n")).toEqual(["two-dates"]);
  });

  test("what compare-policies writes reads back", () => {
    const event = {
      id: "policy-0123456789ab-ba9876543210-warn-shots-lost",
      date: "2017-04-17",
      adopted: "2017-04-17",
      kind: "lost" as const,
      what: { en: 'Lost, "shall": warning shots', es: "Se perdió" },
      document: "manual, 2017.pdf",
      sha256: "f".repeat(64),
      provision: "ban-warning-shots",
    };
    const { events, issues } = read(timelineCsv([timelineRow(event)]));
    expect(issues).toEqual([]);
    expect(events).toEqual([
      {
        id: event.id,
        kind: "policy",
        what: event.what,
        adopted: "2017-04-17",
        source: `manual, 2017.pdf sha256:${"f".repeat(64)}`,
        document: "manual, 2017.pdf",
        provision: "ban-warning-shots",
        enteredBy: "evenhand compare-policies",
      },
    ]);
  });

  test("JSON: a list of events comes back as it is, and columns of a table may stand in it", () => {
    const list = read("id,effective,kind,what,source,about\na,2020-06,training,Course,x,force_type=takedown\n").events;
    expect(read(JSON.stringify(list)).events).toEqual(list);
    expect(
      read(JSON.stringify({ events: [{ id: "b", what: "B", what_es: "Be", entered_by: "me" }] })).events[0],
    ).toMatchObject({
      what: { en: "B", es: "Be" },
      enteredBy: "me",
    });
  });
});

describe("dates", () => {
  const effective = (text: string, more = "") => read(`id,effective,kind,source\na,${text},policy,x\n${more}`);

  test.each([
    ["2020-06-15", "2020-06-15", undefined],
    ["2020-06", "2020-06", undefined],
    ["2020-06-15T00:00:00Z", "2020-06-15", undefined],
    ["6/15/2020", "2020-06-15", "american-date"],
    ["3/3/2020", "2020-03-03", "american-date"],
    ["3/4/2020", undefined, "unreadable-date"],
    ["15/6/2020", undefined, "unreadable-date"],
    ["2020-02-30", undefined, "unreadable-date"],
    ["2020", undefined, "unreadable-date"],
    ["June 2020", undefined, "unreadable-date"],
    ["6/15/20", undefined, "unreadable-date"],
  ])("%s is %s", (text, iso, code) => {
    const { events, issues } = effective(text);
    expect(events[0]?.effective).toBe(iso);
    expect(issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
    if (code !== undefined)
      expect(issues[0]).toMatchObject({ value: text, row: 1, message: expect.stringMatching(/^Line 2 /) });
  });

  test("3/4/2020 is March where the file writes month first elsewhere, and unknown where it also writes day first", () => {
    expect(effective("3/4/2020", "b,6/15/2020,policy,x\n").events[0]?.effective).toBe("2020-03-04");
    expect(effective("3/4/2020", "b,6/15/2020,policy,x\nc,25/6/2020,policy,x\n").events[0]?.effective).toBeUndefined();
  });
});

describe("what is wrong is said with its line, and the rest of the row kept", () => {
  test.each([
    ["id,kind,what,source\na,memo,New form,x\n", "unknown-event-kind", { kind: "other", what: { en: "New form" } }],
    ["id,what,source\na,Rule,x\n", "event-without-kind", { kind: "policy" }],
    [
      "id,kind,source,about\na,policy,x,force_type=takedwn|takedown\n",
      "unknown-subject",
      { about: [{ field: "force_application.force_type", codes: ["takedown"] }] },
    ],
    ["id,kind,source,about\na,policy,x,person.gender=male\n", "unknown-subject", { id: "a" }],
    ["id,kind,source,unaffected\na,policy,x,takedown\n", "unknown-subject", { id: "a" }],
    ["id,kind,what\na,policy,Rule\n", "event-without-source", { source: "events.csv, line 2" }],
    ["id,kind,source\na/b c,policy,x\n", "event-id-changed", { id: "a-b-c" }],
    [
      "id,kind,source,adopted,effective\na,policy,x,2020-05-01,2020-04-01\n",
      "effective-before-adopted",
      { effective: "2020-04-01" },
    ],
  ])("%#: %s", (text, code, event) => {
    const { events, issues } = read(text);
    expect(events[0]).toMatchObject(event);
    expect(issues).toEqual([
      expect.objectContaining({ code, file: "events.csv", message: expect.stringContaining("Line 2") }),
    ]);
  });

  test("an unknown subject is not kept as an empty one, which would mean something else", () => {
    expect(read("id,kind,source,about\na,policy,x,force_type=nothing\n").events[0]).not.toHaveProperty("about");
  });

  test("a line without id and what, a broken line, the template's example and a second use of an id are left out", () => {
    expect(codes("id,what,kind,source\n,,policy,x\na,A,policy,x\n")).toEqual(["event-unnamed"]);
    const broken = read("id,kind,source\na,policy,x\nb,policy,x,y,z\n");
    expect([broken.events.length, broken.issues[0]?.code]).toEqual([1, "broken-line"]);
    expect(read(eventsTemplate()).events).toEqual([]);
    expect(read(eventsTemplate()).issues).toMatchObject([{ code: "example-event", value: exampleEventId }]);
    const twice = read("id,kind,what,source\na,policy,First,x\na,policy,Second,x\n");
    expect(twice.events.map(({ what }) => what.en)).toEqual(["First"]);
    expect(twice.issues).toMatchObject([{ code: "event-twice", severity: "error", value: "a" }]);
  });

  test("the example of the template is sound but for its id", () => {
    const { events, issues } = read(eventsTemplate().replace(exampleEventId, "mine"));
    expect(issues).toEqual([]);
    expect(events[0]).toMatchObject({ effective: "2021-07-01", trained: "2021-09-30" });
    expect([events[0]?.about?.length, events[0]?.unaffected?.length]).toEqual([1, 1]);
  });
});

test.each([
  ["", /empty/],
  ["date,kind\n2020-01-01,policy\n", /“what”.*“date”/],
  ["{not json", /not/],
  ['[1, "two"]', /no list of events/],
  [`id,what\n${"a,b\n".repeat(300_000)}`, /larger than 1 MB/],
])("a file that is no timeline is refused (%#)", (text, message) => {
  expect(() => read(text)).toThrow(InputError);
  expect(() => read(text)).toThrow(message);
});
