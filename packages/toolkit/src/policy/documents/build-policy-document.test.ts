import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { policyDocument } from "./build-policy-document.ts";
import type { ReadText } from "./page-text.ts";
import type { PolicyClause, PolicyDocument } from "./policy-document.ts";
import { type SetLine, setDocument } from "./testing/set-pages.ts";

function readable(read: ReadText): PolicyDocument {
  const document = policyDocument(read);
  if (!document.isReadable) throw new Error(`${document.reason}: ${document.detail}`);
  return document;
}

const clausesOf = (document: PolicyDocument): readonly PolicyClause[] =>
  document.policies.flatMap(({ clauses }) => clauses);
const find = (clauses: readonly PolicyClause[], words: string): PolicyClause => {
  const clause = clauses.find(({ text }) => text.includes(words));
  if (!clause) throw new Error(`no clause with "${words}" in:\n${clauses.map(({ text }) => text).join("\n")}`);
  return clause;
};

const bold = (text: string): SetLine => ({ text, bold: true, gap: 8 });
const item = (text: string): SetLine => ({ text, x: 72, gap: 6 });
const rest = (text: string): SetLine => ({ text, x: 100 });

const numbered = setDocument(
  [
    { text: "Example Police Department", x: 200, y: 30 },
    { text: "300", height: 24, bold: true, y: 62 },
    { text: "Use of Force", height: 20, bold: true, y: 100 },
    { ...(bold("300.1 PURPOSE AND SCOPE") as object), y: 140 } as SetLine,
    "This policy tells officers when force may be used and how it is to be re-",
    "ported. It follows Graham v. Connor, 490 U.S. 386, and Gov. Code Sec. 7286(b) as they",
    "stand today.",
    bold("300.1.1 DEFINITIONS"),
    "Definitions related to this policy include:",
    { text: "Deadly force - Force that is likely to cause death or serious injury to a", gap: 6 },
    "person. It includes firing at a vehicle.",
    { text: "Feasible - Reasonably able to be done at the time.", gap: 6 },
    bold("300.2 DEADLY FORCE"),
    "Officers shall not use deadly force against a person who",
    { text: "Copyright Example LLC 2020. Use of Force - 1", y: 760, height: 8 },
  ],
  [
    { text: "Example Police Department", x: 200, y: 30 },
    "is a danger only to himself or herself. Officers shall not:",
    item("(a) Fire warning shots."),
    item("(b) Fire at or from a moving vehicle unless a person in it threatens another with"),
    rest("deadly force by other means than the vehicle."),
    item("(c) Use a chokehold:"),
    { text: "1. to stop a person from swallowing evidence; or", x: 100, gap: 6 },
    { text: "2. to punish.", x: 100, gap: 6 },
    { text: "The ban holds on and off duty.", gap: 10 },
    bold("300.3 REPORTING"),
    "Every use of force shall be reported before the end of the shift.",
    { text: "Copyright Example LLC 2020. Use of Force - 2", y: 760, height: 8 },
  ],
);

describe("a numbered policy", () => {
  const document = readable(numbered);
  const clauses = clausesOf(document);

  test("has its number and title", () =>
    expect(document.policies.map(({ number, title }) => ({ number, title }))).toEqual([
      { number: "300", title: "Use of Force" },
    ]));

  test("sentences go on over lines, hyphens and pages, without headers and footers", () => {
    expect(find(clauses, "when force may be used").text).toBe(
      "This policy tells officers when force may be used and how it is to be reported.",
    );
    expect(find(clauses, "Graham").text).toBe(
      "It follows Graham v. Connor, 490 U.S. 386, and Gov. Code Sec. 7286(b) as they stand today.",
    );
    expect(find(clauses, "against a person who").text).toBe(
      "Officers shall not use deadly force against a person who is a danger only to himself or herself.",
    );
    expect(document.text).not.toMatch(/Copyright|Example Police/);
  });

  test("sections are the path from the policy inwards", () => {
    expect(find(clauses, "Feasible").section).toEqual([
      "300 Use of Force",
      "300.1 PURPOSE AND SCOPE",
      "300.1.1 DEFINITIONS",
    ]);
    expect(find(clauses, "moving vehicle").section).toEqual(["300 Use of Force", "300.2 DEADLY FORCE", "(b)"]);
    expect(find(clauses, "on and off duty").section).toEqual(["300 Use of Force", "300.2 DEADLY FORCE"]);
  });

  test("items keep the words that govern them", () => {
    expect(find(clauses, "warning shots")).toMatchObject({
      kind: "item",
      text: "Fire warning shots.",
      leadIn: "Officers shall not:",
      page: 2,
    });
    expect(find(clauses, "to punish").leadIn).toBe("Officers shall not: Use a chokehold:");
    expect(find(clauses, "by other means").text).toBe(
      "Fire at or from a moving vehicle unless a person in it threatens another with deadly force by other means than the vehicle.",
    );
  });

  test("definitions name their term, every sentence of them", () => {
    const terms = clauses.filter(({ kind }) => kind === "definition").map(({ term }) => term);
    expect(terms).toEqual(["Deadly force", "Deadly force", "Feasible"]);
  });

  test("ids are one a clause", () => expect(new Set(clauses.map(({ id }) => id)).size).toBe(clauses.length));
});

describe("general orders", () => {
  const clauses = clausesOf(
    readable(
      setDocument([
        { text: "GENERAL ORDER 1.06", bold: true },
        "Subject: RESPONSE TO RESISTANCE",
        "Effective Date: 04/10/03   Revised Date: 11/02/20",
        bold("I. POLICY"),
        { text: "A. Duty to Act. An officer shall stop force that is not needed.", x: 90, gap: 6 },
        { text: "1. The officer shall report it as stated in section", x: 108, gap: 6 },
        { text: "(b) of the order on reporting.", x: 122 },
        { text: "a. The report is due at once. (1.3.6)", x: 126, gap: 6 },
        { text: "B. Medical Aid. Officers shall give aid.", x: 90, gap: 6 },
        bold("II. PROCEDURE"),
        { text: "A. Supervisors respond.", x: 90, gap: 6 },
      ]),
    ),
  );

  test("letters and numbers nest and start again", () => {
    expect(find(clauses, "due at once").section.slice(1)).toEqual(["I. POLICY", "A. Duty to Act", "1.", "a."]);
    expect(find(clauses, "give aid").section.slice(1)).toEqual(["I. POLICY", "B. Medical Aid"]);
    expect(find(clauses, "Supervisors respond").section.slice(1)).toEqual(["II. PROCEDURE", "A."]);
  });

  test("a mark in a sentence opens no item", () =>
    expect(find(clauses, "as stated").text).toBe(
      "The officer shall report it as stated in section (b) of the order on reporting.",
    ));

  test("an accreditation mark stays with its sentence", () =>
    expect(find(clauses, "due at once").text).toBe("The report is due at once. (1.3.6)"));
});

test("title, number and dates come from the header", () => {
  const [policy] = readable(
    setDocument([
      { text: "GENERAL ORDER 1.06", bold: true },
      "Subject: RESPONSE TO RESISTANCE",
      "Effective Date: 04/10/03   Revised Date: 11/02/20",
      bold("PURPOSE"),
      "This order tells officers when force may be used on a person and how it is reported.",
    ]),
  ).policies;
  expect(policy).toMatchObject({
    title: "RESPONSE TO RESISTANCE",
    number: "1.06",
    effective: "2003-04-10",
    revised: "2020-11-02",
  });
});

describe("places on the page", () => {
  const left = (text: string, y: number): SetLine => ({ text, x: 50, y });
  const right = (text: string, y: number): SetLine => ({ text, x: 330, y });
  const column = (words: string): string[] =>
    Array.from({ length: 8 }, (_, index) => `${words} line ${index + 1} of the column reads on to`);

  test("two columns of prose are read one after the other", () => {
    const text = readable(
      setDocument([
        ...column("The left").map((line, index) => left(line, 100 + index * 14)),
        ...column("The right").map((line, index) => right(line, 100 + index * 14)),
      ]),
    ).text;
    expect(text.indexOf("left line 8")).toBeLessThan(text.indexOf("right line 1"));
  });

  test("a heading at the side stands before its text and does not cut it", () => {
    const text = readable(
      setDocument([
        left("Use of deadly", 100),
        { text: "Officers may use deadly force only where no other means is left to them and", x: 160, y: 100 },
        left("force", 114),
        { text: "a life is in danger at that moment, as far as the officer can know it then and", x: 160, y: 114 },
        { text: "there.", x: 160, y: 128 },
        left("Aid", 160),
        { text: "Officers shall give aid to every person who is hurt, as soon as the scene is safe,", x: 160, y: 160 },
        { text: "and shall call for help.", x: 160, y: 174 },
      ]),
    ).text;
    expect(text).toContain("Use of deadly force");
    expect(text).toContain("left to them and a life is in danger");
    expect(text.indexOf("there.")).toBeLessThan(text.indexOf("Aid"));
  });

  test("a table of terms gives definitions", () => {
    const clauses = clausesOf(
      readable(
        setDocument([
          { text: "DEFINITIONS:", y: 80 },
          { text: "Deadly Force", x: 50, y: 110, bold: true },
          { text: "Any force that is likely to cause the death of a person or great bodily", x: 180, y: 110 },
          { text: "harm to that person.", x: 180, y: 124 },
          { text: "Warning Shot", x: 50, y: 152, bold: true },
          { text: "A shot fired to warn a person and not to strike anyone or anything.", x: 180, y: 152 },
        ]),
      ),
    );
    expect(clauses.filter(({ kind }) => kind === "definition").map(({ term, text }) => [term, text])).toEqual([
      ["Deadly Force", "Any force that is likely to cause the death of a person or great bodily harm to that person."],
      ["Warning Shot", "A shot fired to warn a person and not to strike anyone or anything."],
    ]);
  });
});

test("a table of contents is left out, whatever form it has", () => {
  const body = (title: string): SetLine[] => [bold(title), "Officers shall read this section with care and act on it."];
  const titles = ["PURPOSE", "FORCE", "REPORTING", "TRAINING"];
  for (const list of [titles.map((title, index) => `${title} ................ ${index + 1}`), titles]) {
    const { text } = readable(setDocument([bold("USE OF FORCE"), bold("CONTENTS"), ...list, ...titles.flatMap(body)]));
    for (const title of titles) expect(text.match(new RegExp(`^${title}`, "gm"))).toHaveLength(1);
  }
});

test("a manual is split into its policies", () => {
  const policy = (number: string, title: string): SetLine[] => [
    { text: "Policy", x: 101, y: 40, height: 15 },
    { text: number, x: 97, y: 62, height: 24, bold: true },
    { text: title, y: 120, height: 20, bold: true },
    ...Array.from(
      { length: 20 },
      (_, index): SetLine => ({
        text: `Officers shall follow rule ${index} of this policy on ${title.toLowerCase()}.`,
        y: 150 + index * 20,
      }),
    ),
  ];
  const { policies } = readable(
    setDocument(policy("300", "Use of Force"), policy("301", "Review Boards"), policy("302", "Restraints")),
  );
  expect(policies.map(({ number, title }) => `${number} ${title}`)).toEqual([
    "300 Use of Force",
    "301 Review Boards",
    "302 Restraints",
  ]);
});

test("blocks of a page without places keep headings, lists and lead-ins", () => {
  const clauses = clausesOf(
    readable({
      name: "order.html",
      sha256: "0".repeat(64),
      format: "html",
      blocks: [
        { kind: "heading", level: 1, text: "Use of Force" },
        { kind: "heading", level: 2, text: "Prohibited force" },
        {
          kind: "paragraph",
          level: 1,
          text: "Officers are pro hib ited from the following acts at all times and places:",
        },
        { kind: "list-item", level: 1, text: "• firing warning shots" },
        { kind: "list-item", level: 2, text: "• in the air" },
        { kind: "list-item", level: 1, text: "• chokeholds" },
        { kind: "heading", level: 2, text: "Aid" },
        { kind: "paragraph", level: 1, text: "Officers shall give aid. They shall call for help." },
      ],
    }),
  );
  expect(find(clauses, "chokeholds")).toMatchObject({
    leadIn: "Officers are prohibited from the following acts at all times and places:",
    kind: "item",
  });
  expect(find(clauses, "call for help").section).toEqual(["Use of Force", "Aid"]);
  expect(clauses.every(({ page }) => page === undefined)).toBe(true);
});

describe("whatever stands on the pages", () => {
  const words = fc.array(
    fc.constantFrom(
      "officers",
      "shall",
      "not",
      "use",
      "force",
      "unless",
      "needed",
      "Sec. 4",
      "U.S.",
      "(a)",
      "report",
      "Aid",
      "v.",
    ),
    { minLength: 3, maxLength: 12 },
  );
  const end = fc.constantFrom(".", ":", ";", "", "-", ")");
  const start = fc.constantFrom("", "I. ", "A. ", "1. ", "(b) ", "• ", "4.02 ", "PURPOSE ", "Deadly force: ");
  const line = fc
    .tuple(start, words, end, fc.integer({ min: 0, max: 3 }), fc.boolean(), fc.integer({ min: 0, max: 20 }))
    .map(
      ([before, middle, after, indent, isBold, gap]): SetLine => ({
        text: `${before}${middle.join(" ")}${after}`,
        x: 72 + indent * 18,
        bold: isBold,
        gap,
      }),
    );
  const pages = fc.array(fc.array(line, { minLength: 4, maxLength: 25 }), { minLength: 1, maxLength: 3 });
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

  test("every clause is its place in the text, in order, and no word is lost", () => {
    fc.assert(
      fc.property(pages, (lines) => {
        const read = setDocument(...lines);
        const document = policyDocument(read);
        if (!document.isReadable) return;
        const clauses = clausesOf(document);
        let last = 0;
        for (const { text, start: from, end: to } of clauses) {
          expect(document.text.slice(from, to)).toBe(text);
          expect(from).toBeGreaterThanOrEqual(last);
          last = to;
        }
        const given = (read.pages ?? []).flatMap(({ runs }) => runs.map(({ text }) => letters(text)));
        const kept = letters(document.text);
        const lost = given.filter((text) => !kept.includes(text));
        const repeated = given.filter((text, index) => given.indexOf(text) !== index);
        expect(lost.filter((text) => !repeated.includes(text) && !isHeadingAgain(text, given))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  const isHeadingAgain = (text: string, given: readonly string[]): boolean =>
    given.some((other) => other !== text && (other.endsWith(text) || text.endsWith(other)));
});

describe("what governs a list", () => {
  const list = (lead: string, items: readonly string[]) =>
    clausesOf(
      readable(
        setDocument([
          bold("USE OF FORCE"),
          "This order tells officers when they may use force on a person, and how it is reported.",
          { text: `3. ${lead}`, gap: 8 },
          ...items.map((text): SetLine => ({ text, x: 100, gap: 6 })),
        ]),
      ),
    );

  test("a sentence that forbids the following, though it ends in a point and its items look like its own number", () => {
    const lead = "The following uses of a gun are strictly prohibited.";
    const clauses = list(lead, ["a. Firing a warning shot.", "b. Firing into a crowd."]);
    for (const words of ["warning shot", "into a crowd"]) expect(find(clauses, words).leadIn).toBe(lead);
  });

  test("not a sentence that only announces what follows", () => {
    const clauses = list("Officers should know the following ways of speaking.", [
      "a. Listening. A goal of the police is to gain trust.",
      "b. Asking. Questions show respect.",
    ]);
    expect(find(clauses, "gain trust").leadIn).toBeUndefined();
  });
});

test("a numbered title in the weight of the text, as scans have it, is not drawn into the sentence below it", () => {
  const document = readable(
    setDocument([
      bold("GENERAL ORDER 7 - USE OF FORCE"),
      "This order tells officers when they may use force on a person, and how it is reported to the chief.",
      { text: "7.1 Imminent Threat", gap: 8 },
      "An imminent threat is a danger of death or serious injury that an officer sees as about to happen.",
      { text: "7.2 Officers who use force against any person on duty or off duty shall report it to the", gap: 8 },
      "Chief before the end of the shift.",
    ]),
  );
  const clauses = clausesOf(document);
  expect(find(clauses, "about to happen").text).toMatch(/^An imminent threat is/);
  expect(find(clauses, "Imminent Threat").kind).toBe("heading");
  expect(find(clauses, "report it to the").text).toMatch(/to the Chief before/);
});

test("a page header in spaced letters is taken off like any other", () => {
  const page = (text: string): readonly SetLine[] => [
    { text: "R I V E R T O N P O L I C E", x: 110, y: 53, height: 14 },
    "",
    text,
  ];
  const clauses = clausesOf(
    readable(
      setDocument(
        page("Officers shall report every use of force to the chief before the end of the shift."),
        page("Officers shall give aid to every person who is hurt, and shall call for help at once."),
        page("Officers shall step in when another officer uses more force than the law allows here."),
      ),
    ),
  );
  expect(clauses.map(({ text }) => text).join(" ")).not.toMatch(/R ?I ?V ?E ?R/);
  expect(clauses).toHaveLength(3);
});
