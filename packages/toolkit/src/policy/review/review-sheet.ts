import type { Clause, Provision } from "@evenhand/standard/provision";
import words from "./review-words.json" with { type: "json" };
import type { Verdict } from "./verdicts.ts";

/** One provision on a sheet, for a person to judge. */
export type SheetEntry = {
  /** Id of the rule. */
  readonly id: string;
  readonly question?: { readonly en: string; readonly es: string };
  /** Clauses to begin with; a reader may find others. */
  readonly clauses: readonly Clause[];
  /** What the machine found; absent on a blind sheet. */
  readonly machine?: { readonly verdict: Verdict; readonly why: string };
  /** Filled in by the reader; empty until then. */
  readonly verdict: Verdict | "";
  /** One sentence why; needed where the verdict differs from one that is shown. */
  readonly reason: string;
};

/** What a reader must know to fill in a sheet. */
export type SheetGuide = {
  readonly how: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
};

/** A sheet for one reader, kept as JSON. */
export type ReviewSheet = {
  readonly formatVersion: 1;
  /** Which audit it was made from, such as the hash of its JSON. */
  readonly audit: string;
  /** Name or code of the reader; empty until filled in. */
  readonly reader: string;
  readonly isBlind: boolean;
  /** How to fill it in, and what each verdict means, for the reader. */
  readonly guide: { readonly en: SheetGuide; readonly es: SheetGuide };
  readonly entries: readonly SheetEntry[];
};

/** @see makeSheet */
export type SheetOptions = {
  readonly audit: string;
  readonly reader?: string;
  /** Whether the machine's verdict is left out. True unless said otherwise: a verdict that is seen is believed. */
  readonly isBlind?: boolean;
  /** The question each rule asks, by its id. */
  readonly questions?: Readonly<Record<string, { readonly en: string; readonly es: string }>>;
};

/** Makes a sheet from the provisions of an audit: one entry each, in their order, verdicts left empty. */
export function makeSheet(
  provisions: readonly Provision[],
  { audit, reader = "", isBlind = true, questions = {} }: SheetOptions,
): ReviewSheet {
  const entries = provisions.map(({ id, clauses, verdict, why }): SheetEntry => {
    const question = questions[id];
    return {
      id,
      ...(question === undefined ? {} : { question }),
      clauses,
      ...(isBlind ? {} : { machine: { verdict, why } }),
      verdict: "",
      reason: "",
    };
  });
  return { formatVersion: 1, audit, reader, isBlind, guide: { en: words.en.guide, es: words.es.guide }, entries };
}
