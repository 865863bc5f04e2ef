import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { elementIds } from "@evenhand/standard/element";
import { beforeAll, describe, expect, test } from "vitest";
import { keptDocument, keptText } from "../../../documents/testing/kept-reading.ts";
import type { ReadText } from "../../documents/page-text.ts";
import type { PolicyDocument } from "../../documents/policy-document.ts";
import { findInconsistencies } from "../find-inconsistencies.ts";
import type { ReportingForm } from "../form-gaps.ts";
import type { Inconsistency, InconsistencyKind } from "../inconsistency.ts";
import compatible from "./compatible.json" with { type: "json" };
import contradictions from "./contradictions.json" with { type: "json" };
import judgments from "./judgments.json" with { type: "json" };
import { type Plant, plantInBlocks, plantOnPage } from "./plant-clause.ts";

/** Real policies, which are not part of the project; without them nothing can be planted in them. */
const shared = new URL("../../../../../../../shared/policy/docs/", import.meta.url);
const bundles = ["elgin-il", "urbana-il", "hanover-park-il", "springfield-il", "rockford-il", "bloomington-il"];
const isThere = existsSync(shared);
if (!isThere)
  console.log("Skipped: ../shared/policy/docs is not there, so no real documents to plant contradictions in.");

type Copy = { readonly read: ReadText; readonly document: PolicyDocument };
type Sentence = {
  readonly bundle: string;
  readonly kind?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly section?: string;
  readonly lacking?: readonly string[];
  readonly recorded?: readonly string[];
};
type Planted = {
  readonly place: string;
  readonly fresh: readonly Inconsistency[];
  readonly quoting: readonly Inconsistency[];
};

const copies = new Map<string, readonly Copy[]>();
const raised = new Map<string, readonly Inconsistency[]>();

async function readBundle(bundle: string): Promise<readonly Copy[]> {
  const folder = new URL(`${bundle}/`, shared);
  const found: Copy[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    const path = fileURLToPath(new URL(name, folder));
    const [read, document] = [await keptText(path), await keptDocument(path)];
    if (!("reason" in read) && document.isReadable) found.push({ read, document });
  }
  return found;
}

/** Numbers in [0, 1) that follow from the seed (Park and Miller). */
function numbersFrom(seed: number): () => number {
  let state = (seed * 48_271) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
const subjectOf = ({ id }: Inconsistency): string => id.split(":").slice(0, 2).join(":");
const keyOf = (found: Inconsistency): string => [subjectOf(found), ...found.clauses.map(({ text }) => text)].join("\n");
const fingerprint = (found: Inconsistency): string =>
  createHash("sha256").update(keyOf(found)).digest("hex").slice(0, 12);
const isContradiction = ({ kind }: Inconsistency): boolean => kind !== "missing-document";

function formOf({ lacking = [], recorded = [], subject = "" }: Sentence): ReportingForm | undefined {
  if (lacking.length + recorded.length === 0) return undefined;
  const isElement = (elementIds as readonly string[]).includes(subject);
  const force = [...lacking.map((code) => [code, "not_recorded"]), ...recorded.map((code) => [code, "always"])];
  return {
    elements: isElement ? { [subject]: "not_collected" } : {},
    force: isElement ? {} : Object.fromEntries(force),
  };
}

/** Plants a sentence in a document drawn by chance, on a page or as in a word-processor file, and says what is new. */
function plant(sentence: Sentence, number: () => number): Planted {
  const all = copies.get(sentence.bundle) ?? [];
  const documents = all.map(({ document }) => document);
  const form = formOf(sentence);
  const options = form === undefined ? {} : { form };
  const { text } = sentence;
  if (text === undefined) {
    const before = new Set((raised.get(sentence.bundle) ?? []).map(keyOf));
    const fresh = findInconsistencies(documents, options).filter((found) => !before.has(keyOf(found)));
    return { place: "form", fresh, quoting: fresh };
  }
  const before = new Set(
    (form === undefined ? (raised.get(sentence.bundle) ?? []) : findInconsistencies(documents, options)).map(keyOf),
  );
  const own: Plant = sentence.section === undefined ? { text } : { text, section: sentence.section };
  for (;;) {
    const index = Math.floor(number() * all.length);
    const [copy, at, isOnPage] = [all[index], number(), number() < 0.67];
    if (copy === undefined) throw new Error(`no documents in ${sentence.bundle}`);
    const planted = isOnPage ? plantOnPage(copy.read, own, at) : plantInBlocks(copy.document, own, at);
    if (planted === undefined) continue;
    const fresh = findInconsistencies(documents.with(index, planted), options).filter(
      (found) => isContradiction(found) && !before.has(keyOf(found)),
    );
    const quoting = fresh.filter(({ clauses }) => clauses.some((clause) => isOf(text, clause.text)));
    return { place: `${planted.name}, ${at.toFixed(2)}, ${isOnPage ? "page" : "blocks"}`, fresh, quoting };
  }
}

/** Whether a clause holds the planted sentence, or is a part of it. */
const isOf = (text: string, clause: string): boolean =>
  plain(clause).includes(plain(text).slice(0, 40)) ||
  (plain(clause).length > 20 && plain(text).includes(plain(clause)));

const isFound = ({ kind, subject }: Sentence, { quoting }: Planted): boolean =>
  quoting.some((found) => found.kind === (kind as InconsistencyKind) && subjectOf(found) === `${kind}:${subject}`);

const show = (found: Inconsistency): string =>
  [
    `${found.id} ${fingerprint(found)}`,
    ...found.clauses.map(
      ({ document, page, text }) => `   ${document}, p. ${page ?? "-"}: ${plain(text).slice(0, 300)}`,
    ),
  ].join("\n");

describe.skipIf(!isThere)("real documents", () => {
  beforeAll(async () => {
    for (const bundle of isThere ? bundles : []) {
      const found = await readBundle(bundle);
      copies.set(bundle, found);
      raised.set(bundle, findInconsistencies(found.map(({ document }) => document)));
    }
  }, 600_000);

  test("the six bundles are there", () => {
    for (const bundle of bundles) expect(copies.get(bundle)?.length ?? 0, bundle).toBeGreaterThan(10);
  });

  describe("planted contradictions", () => {
    const sentences: readonly Sentence[] = contradictions.plants;

    test("at least sixty wordings, of every kind, in all six bundles", () => {
      expect(sentences.length).toBeGreaterThanOrEqual(60);
      expect(
        new Set(sentences.map(({ bundle, text, kind, subject }) => text ?? `${bundle} ${kind} ${subject}`)).size,
      ).toBe(sentences.length);
      expect(new Set(sentences.map(({ bundle }) => bundle))).toEqual(new Set(bundles));
      for (const kind of ["prohibited-and-permitted", "required-and-optional", "definition"] as const)
        expect(sentences.some((sentence) => sentence.kind === kind)).toBe(true);
    });

    for (const seed of [1, 2])
      test(`twenty drawn by seed ${seed} are all found, with the planted clause`, () => {
        const number = numbersFrom(seed);
        const drawn = sentences
          .map((sentence) => ({ sentence, at: number() }))
          .toSorted((a, b) => a.at - b.at)
          .slice(0, 20);
        const missed = drawn.flatMap(({ sentence }) => {
          const planted = plant(sentence, number);
          return isFound(sentence, planted)
            ? []
            : [`${sentence.kind}:${sentence.subject} ${sentence.text} (${planted.place})`];
        });
        expect(missed).toEqual([]);
      }, 600_000);

    test("of all wordings at least 95% are found", () => {
      const number = numbersFrom(11);
      const results = sentences.map((sentence) => ({ sentence, planted: plant(sentence, number) }));
      const missed = results.filter(({ sentence, planted }) => !isFound(sentence, planted));
      console.log(
        `Planted contradictions: ${results.length - missed.length} of ${results.length} found\n${missed
          .map(
            ({ sentence: { kind, subject, text }, planted }) =>
              `missed ${kind}:${subject} “${text}” (${planted.place})`,
          )
          .join("\n")}`,
      );
      expect(missed.length / results.length).toBeLessThanOrEqual(0.05);
    }, 600_000);
  });

  test("of sentences that only look like contradictions none is raised", () => {
    expect(compatible.plants.length).toBeGreaterThanOrEqual(30);
    const number = numbersFrom(5);
    const wrong = (compatible.plants as readonly Sentence[]).flatMap((sentence) => {
      const { quoting, place } = plant(sentence, number);
      return quoting.map((found) => `“${sentence.text}” (${place}): ${show(found)}`);
    });
    expect(wrong).toEqual([]);
  }, 600_000);

  test("what is raised on the bundles as they are has been judged, and at most one a document is false", () => {
    const known = new Map(judgments.judgments.map((one: Judgment) => [`${one.bundle} ${one.place}`, one]));
    const rows = bundles.map((bundle) => {
      const found = (raised.get(bundle) ?? []).filter(isContradiction);
      const unjudged = found.filter((one) => !known.has(`${bundle} ${fingerprint(one)}`));
      const wrong = found.filter((one) => known.get(`${bundle} ${fingerprint(one)}`)?.judgment === "false");
      return {
        bundle,
        documents: copies.get(bundle)?.length ?? 0,
        raised: found.length,
        false: wrong.length,
        unjudged,
      };
    });
    console.table(rows.map(({ unjudged: _, ...row }) => row));
    expect(rows.flatMap(({ bundle, unjudged }) => unjudged.map((one) => `${bundle}: ${show(one)}`))).toEqual([]);
    for (const row of rows) expect(row.false / row.documents, row.bundle).toBeLessThanOrEqual(1);
  });
});

/** A reading of one inconsistency on the real documents. */
type Judgment = {
  readonly bundle: string;
  /** Id of the inconsistency. */
  readonly id: string;
  readonly place: string;
  readonly judgment: "true" | "false";
  readonly argument: string;
};
