import { describe, expect, test } from "vitest";
import { textPolicy } from "../checks/text-policy.ts";
import { auditClarity, auditPolicyClarity } from "./audit-clarity.ts";
import { findJargon, jargonTerms } from "./find-jargon.ts";
import { passiveDuties } from "./passive-duties.ts";

describe("duties that name no one", () => {
  test.each([
    ["All force shall be reported.", ["shall be reported"]],
    [
      "Medical aid must be promptly rendered and a form shall be completed.",
      ["must be promptly rendered", "shall be completed"],
    ],
    ["All force shall be reported by the officer who used it.", []],
    ["The report shall be sent by email within one day.", ["shall be sent"]],
    ["The report shall be reviewed by the close of the shift by a sergeant.", []],
    ["Officers shall be trained every year.", []],
    ["Chokeholds shall not be used.", []],
    ["Officers shall report all force.", []],
    ["Force should be considered only when needed.", []],
  ])("%s", (text, words) => expect(passiveDuties(text).map((found) => found.words)).toEqual(words));

  test("the place is exact", () => {
    const text = "When force is used, it shall then be written down.";
    for (const { words, start, end } of passiveDuties(text)) expect(text.slice(start, end)).toBe(words);
    expect(passiveDuties(text)).toHaveLength(1);
  });
});

describe("jargon", () => {
  test("at least 120 terms, each once, each with plain words in both languages and a source", () => {
    expect(jargonTerms.length).toBeGreaterThanOrEqual(120);
    expect(new Set(jargonTerms.map(({ term }) => term.toLowerCase())).size).toBe(jargonTerms.length);
    for (const { term, en, es, source } of jargonTerms)
      for (const words of [term, en, es, source]) expect(words, term).toMatch(/^\S(?:.*\S)?$/);
  });

  test.each(jargonTerms.map(({ term }) => term))("%s is found as itself, in capitals and over a line end", (term) => {
    for (const written of [term, term.toUpperCase(), term.replaceAll(" ", "\n")])
      expect(findJargon(`If ${written}, stop.`).map(({ jargon }) => jargon.term)).toEqual([term]);
  });

  test("the longest term wins and parts of words are no hits", () => {
    expect(findJargon("an imminent threat").map(({ words }) => words)).toEqual(["imminent threat"]);
    expect(findJargon("suspected, utilized-car, redeployed")).toEqual([]);
  });
});

const policy = textPolicy(
  [
    "# Definitions",
    "Deadly force means force that is likely to kill a person.",
    "Hobble means a strap that is put around the legs of a person.",
    "# Rules",
    "Officers may use deadly force only against an imminent threat of death.",
    "Prior to discharge of a firearm, a warning shall be given where feasible, in accordance with the totality of the circumstances known at the time to the officer and to dispatch.",
    "- Ok then",
    "All force shall be reported.",
  ].join("\n"),
  "policy.txt",
);

describe("a policy", () => {
  const clarity = auditClarity([policy]);

  test("is counted: headings and pieces of two words are not sentences", () => {
    expect(clarity.sentences).toMatchObject({ count: 5, median: 12 });
    expect(clarity.words).toBe(11 + 13 + 12 + 31 + 5);
    expect(clarity.grades?.smog).toBeUndefined();
    expect(clarity.grades?.fleschKincaid).toBeGreaterThan(5);
  });

  test("is quoted exactly, with places in the document's text", () => {
    expect(clarity.passiveDuties.map(({ words }) => words)).toEqual(["shall be given", "shall be reported"]);
    for (const { words, start, end, clause } of [
      ...clarity.passiveDuties,
      ...clarity.jargon.flatMap(({ places }) => places),
    ]) {
      expect(policy.text.slice(start, end)).toBe(words);
      expect(policy.text.slice(clause.start, clause.end)).toBe(clause.text);
      expect(clause.document).toBe("policy.txt");
    }
  });

  test("says which terms it uses without saying what they mean, and which it defines for nothing", () => {
    expect(clarity.undefinedTerms.map(({ term }) => term)).toEqual(["force", "imminent", "feasible"]);
    expect(clarity.undefinedTerms[1]?.clauses[0]?.text).toContain("imminent threat");
    expect(clarity.unusedTerms.map(({ term }) => term)).toEqual(["Hobble"]);
  });

  test("an item of a definition's list that says what it is defines its own term", () => {
    const text = (item: string): string =>
      `Neck lock means one of these:\n- ${item}\nOfficers may not use a carotid restraint hold.`;
    const terms = (item: string) => auditClarity([textPolicy(text(item))]).undefinedTerms.map(({ term }) => term);
    expect(terms("Carotid restraint hold, a grip that slows the blood in the neck")).toEqual([]);
    expect(terms("Carotid restraint hold, as taught")).toEqual(["neck restraint"]);
  });

  test("the hardest sentence comes first, with what makes it hard", () => {
    expect(clarity.worst[0]).toMatchObject({ words: 31, passiveDuties: ["shall be given"] });
    expect(clarity.worst[0]?.jargon).toContain("totality of the circumstances");
    expect(clarity.sentences.longest[0]?.words).toBe(31);
    expect(clarity.sentences.longShare).toBe(0.2);
  });

  test("the sentences with most duties that name no one, and with most jargon, are quoted", () => {
    for (const sentence of clarity.mostPassive) expect(sentence.passiveDuties.length).toBeGreaterThan(0);
    for (const sentence of clarity.mostJargon) expect(sentence.jargon.length).toBeGreaterThan(0);
    expect(clarity.mostPassive.length).toBe(
      Math.min(3, new Set(clarity.passiveDuties.map(({ clause }) => clause.id)).size),
    );
    expect(clarity.mostJargon.length).toBeGreaterThan(0);
  });

  test("one policy of a document counts terms that the document defines elsewhere", () => {
    const [first] = policy.policies;
    if (first === undefined) throw new Error("no policy");
    const two = {
      ...policy,
      policies: [
        { ...first, clauses: first.clauses.slice(0, 3) },
        { ...first, clauses: first.clauses.slice(3) },
      ],
    };
    expect(auditPolicyClarity(two, 1).undefinedTerms.map(({ term }) => term)).toEqual([
      "force",
      "imminent",
      "feasible",
    ]);
    expect(() => auditPolicyClarity(two, 2)).toThrow("invalid policyIndex; not in [0, 1]: 2");
  });
});

test("no documents: no grades, nothing found, no NaN", () => {
  const nothing = auditClarity([]);
  expect(nothing).toEqual({
    sentences: { count: 0, median: 0, mean: 0, ninetieth: 0, longShare: 0, longest: [] },
    words: 0,
    passiveDuties: [],
    jargon: [],
    undefinedTerms: [],
    unusedTerms: [],
    worst: [],
    mostPassive: [],
    mostJargon: [],
  });
});
