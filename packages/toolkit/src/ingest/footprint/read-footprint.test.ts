import { describe, expect, test } from "vitest";
import { canonicalFootprint } from "../../analysis/footprint/canonical-footprint.ts";
import { knownFootprint, signFields } from "../../analysis/footprint/footprint-list.ts";
import { readFootprint } from "./read-footprint.ts";
import { readResponders } from "./read-responders.ts";
import { respondersTemplate } from "./responders-template.ts";
import { writeFootprint } from "./write-footprint.ts";

const read = (text: string, language: "en" | "es" = "en") =>
  readFootprint(text, {
    name: "classes.csv",
    known: knownFootprint,
    fields: signFields,
    hash: (classes) => canonicalFootprint(classes).hash,
    language,
  });
const known = writeFootprint(knownFootprint.classes);
const header = "class,title,title_es,field,code,band,reason\n";

describe("the list that comes with the toolkit", () => {
  test("written and read back it is the same list, so nothing is said to have changed", () => {
    const { list, issues } = read(known);
    expect(issues).toEqual([]);
    expect(list).toEqual(knownFootprint);
  });

  test("the order of its lines does not matter", () => {
    const [first = "", ...lines] = known.trimEnd().split("\r\n");
    expect(read([first, ...lines.reverse()].join("\n")).list).toMatchObject({
      hash: knownFootprint.hash,
      isOwn: false,
    });
  });
});

describe("a list of one's own", () => {
  test("each difference is named, in both languages", () => {
    const lines = known
      .replace("incident.contact_reason,traffic_stop,narrow", "incident.contact_reason,traffic_stop,wide")
      .replace(/^school,.*school_k12.*\r\n/mu, "")
      .replaceAll("Mental-health call", "Crisis call");
    const own = `${lines}library,Library,Biblioteca,location.location_type,school_k12,narrow,Because.,\r\n`;
    const { list, issues } = read(own);
    expect(issues).toEqual([]);
    expect(list.isOwn).toBe(true);
    expect(list.hash).not.toBe(knownFootprint.hash);
    expect(list.changes).toEqual([
      "mental_health: called “Crisis call” (was “Mental-health call”)",
      "school: location.location_type=school_k12 taken out (was narrow)",
      "traffic_stop: incident.contact_reason=traffic_stop now wide (was narrow)",
      "library: new kind of situation, “Library”",
      "library: location.location_type=school_k12 added as narrow",
    ]);
    expect(read(own, "es").list.changes).toContain(
      "traffic_stop: incident.contact_reason=traffic_stop ahora es amplia (era estrecha)",
    );
  });

  test("another reason alone makes another list, and is said", () => {
    const { list } = read(known.replace("The contact began as a school matter.", "It began at school."));
    expect(list.changes).toEqual(["school: incident.contact_reason=school has another reason"]);
  });

  test.each([
    ["school,S,E,incident.contact_reason,schol,narrow,x", /“schol” is no code of incident\.contact_reason/],
    ["school,S,E,person.gender,male,narrow,x", /“person.gender” can be no sign/],
    ["school,S,E,incident.contact_reason,school,sure,x", /“sure”, not narrow or wide/],
    ["school,S,E,class,nowhere,narrow,x", /“nowhere” is no class of this list/],
    [",S,E,incident.contact_reason,school,narrow,x", /names no class/],
  ])("a line that cannot be used is left out and said: %s", (line, message) => {
    const { list, issues } = read(`${header}welfare,W,B,incident.contact_reason,welfare_check,narrow,x\n${line}\n`);
    expect(list.classes.map(({ id }) => id)).toEqual(["welfare"]);
    expect(issues).toMatchObject([{ row: 2, message: expect.stringMatching(message) }]);
    expect(issues[0]?.message).toMatch(/^Line 3 /);
  });

  test("a class that takes over itself, over a step, is refused with the way round", () => {
    const loop = "a,A,A,class,b,narrow,x\nb,B,B,class,a,narrow,x\n";
    expect(() => read(header + loop)).toThrow(/a → b → a/);
  });

  test("no line at all, or no such columns: what to do is said", () => {
    expect(() => read(header)).toThrow(/evenhand template/);
    expect(() => read("title,code\nx,y\n")).toThrow(/lacks the column class, field, band/);
  });
});

describe("responders' results", () => {
  const results = (lines: string) =>
    readResponders(`team,from,to,calls,police_backup,injuries,source,class\n${lines}`, {
      name: "teams.csv",
      classes: ["mental_health"],
    });

  test("a line is a team and a period; an empty cell is not known, never 0", () => {
    const { responders, issues } = results('Crisis Team,2023-01-01,2023-12-31,"1,200",96,,Report,mental_health\n');
    expect(issues).toEqual([]);
    expect(responders).toEqual([
      {
        team: "Crisis Team",
        from: "2023-01-01",
        to: "2023-12-31",
        calls: 1200,
        policeBackup: 96,
        source: "Report",
        class: "mental_health",
      },
    ]);
  });

  test("numbers that cannot be are not known; lines without team, period or calls are left out", () => {
    const { responders, issues } = results(
      ["A,2023,2023,100,101,1.5,x,mental", ",2023,2023,100,,,x,", "B,2023,2022,100,,,x,", "C,2023,2023,many,,,x,"].join(
        "\n",
      ),
    );
    expect(responders).toEqual([{ team: "A", from: "2023", to: "2023", calls: 100, source: "x" }]);
    expect(issues.map(({ row }) => row)).toEqual([1, 1, 1, 2, 3, 4]);
  });

  test("the template's example is left out, so alone it is refused", () => {
    expect(() => readResponders(respondersTemplate(), { name: "t.csv", classes: ["mental_health"] })).toThrow(
      /example/,
    );
  });
});
