import type { Clause, ElementId, ElementStatus, ForceScope, Provision, Unit, Years } from "@evenhand/standard";
import type { ListedDocument, QuotedWords } from "../audit/audit-page.ts";

/** The same words in both languages. */
type Bilingual = { readonly en: string; readonly es: string };

/** A policy document as the report lists it, with the dates its header states. */
export type DatedDocument = ListedDocument & {
  /** ISO dates. Absent where the header has none, or the document holds several policies. */
  readonly effective?: string;
  readonly revised?: string;
  /** A manual of several policies, each with its own dates. */
  readonly holdsSeveral?: boolean;
};

/** What a rule asks and what the audit found, in the language of the page. */
export type RuleBeside = Pick<Provision, "id" | "verdict" | "hedges" | "exceptions" | "why"> & {
  readonly question: string;
  /** What the verdict means for this question. */
  readonly meaning?: string;
};

/** A rule of the policy beside what the records hold of it. */
export type LinkBeside = {
  /** Permanent: `<rule>~<to>`. */
  readonly id: string;
  readonly rule: string;
  readonly role: "record" | "duty" | "ban" | "meaning" | "statement";
  /** Whether records can show the thing itself, something near it, or nothing of it. */
  readonly shows: "it" | "near" | "nothing";
  readonly kind:
    | "required-not-recorded"
    | "required-partly-recorded"
    | "banned-recorded"
    | "recorded-not-banned"
    | "required-recorded"
    | "banned-none-recorded"
    | "recorded-not-required"
    | "neither"
    | "cannot-tell";
  readonly stance: "asks" | "asks-weakly" | "not-named" | "not-found" | "says-otherwise" | "unclear" | "elsewhere";
  readonly item: Bilingual;
  readonly limit?: Bilingual;
  readonly clauses: readonly (Clause & Pick<QuotedWords, "leadIn" | "href">)[];
  readonly elements: readonly {
    readonly id: ElementId;
    readonly status: ElementStatus;
    readonly usable: number;
    readonly asked: number;
    readonly unit: Unit;
    readonly reason?: string;
  }[];
  readonly counts?: {
    readonly codes: readonly string[];
    readonly unit: Unit;
    readonly count: number;
    readonly incidents?: number;
    readonly undecided: number;
    readonly scope: ForceScope;
    readonly years?: Years;
  };
  readonly fields: readonly { readonly id: string; readonly hasColumn: boolean }[];
  readonly findings: readonly string[];
  readonly timing?: {
    readonly date: string;
    readonly is: "before-records" | "within-records" | "after-records" | "records-undated";
  };
};

/** An audited policy beside the data of a report. */
export type PolicyBeside = {
  readonly rubric: "evenhand" | "eight-cant-wait";
  readonly documents: readonly DatedDocument[];
  readonly rules: readonly RuleBeside[];
  readonly links: readonly LinkBeside[];
  /** What speaks against these documents being this department's. */
  readonly doubt?: { readonly is: "no-name" | "other-state"; readonly place: string };
};
