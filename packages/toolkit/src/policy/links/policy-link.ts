import type { ElementId, ElementStatus } from "@evenhand/standard/element";
import type { Clause, Provision } from "@evenhand/standard/provision";
import type { ForceScope } from "@evenhand/standard/release";
import type { Unit } from "@evenhand/standard/unit";
import type { Years } from "@evenhand/standard/years";
import type { Bilingual } from "../rules/rule.ts";

/** One line of `links.json`: a rule of a rubric beside what records can say of it. What each part is stands there. */
export type LinkDefinition = {
  readonly rule: string;
  readonly to: string;
  readonly role: "record" | "duty" | "ban" | "meaning" | "statement";
  readonly shows: "it" | "near" | "nothing";
  readonly item: Bilingual;
  readonly limit?: Bilingual;
  readonly element?: ElementId;
  readonly names?: readonly string[];
  readonly codes?: readonly string[];
  readonly vague?: readonly string[];
  readonly fields?: readonly string[];
  readonly findings: readonly string[];
};

/** What rule and records are to each other, in the order in which a reader meets them. */
export const linkKinds = [
  "required-not-recorded",
  "required-partly-recorded",
  "banned-recorded",
  "recorded-not-banned",
  "required-recorded",
  "banned-none-recorded",
  "recorded-not-required",
  "neither",
  "cannot-tell",
] as const;

export type LinkKind = (typeof linkKinds)[number];

/** What the documents that were read say of the thing that a link is about. */
export type PolicyStance =
  | "asks"
  | "asks-weakly"
  | "not-named"
  | "not-found"
  | "says-otherwise"
  | "unclear"
  | "elsewhere";

/** How far the records hold an element. */
export type LinkedElement = {
  readonly id: ElementId;
  readonly status: ElementStatus;
  /** Records with a usable value, of `asked` records of `unit`. */
  readonly usable: number;
  readonly asked: number;
  readonly unit: Unit;
  /** Why it is not collected, or only partly; a caveat id. */
  readonly reason?: string;
};

/** How often the records name an act. Not how often it happened: only what was reported. */
export type LinkedCount = {
  readonly codes: readonly string[];
  readonly unit: Unit;
  readonly count: number;
  /** Incidents in which one code was named; absent for several codes, since one incident may hold both. */
  readonly incidents?: number;
  /** Records too vague to say whether they were the act, or without a type. */
  readonly undecided: number;
  /** What the form can record of the codes; `always` only when it is so for each. */
  readonly scope: ForceScope;
  readonly years?: Years;
};

/** A policy's date beside the dates of the records. */
export type PolicyTiming = {
  /** ISO date of the version: revised, else effective. */
  readonly date: string;
  readonly is: "before-records" | "within-records" | "after-records" | "records-undated";
};

/** A rule of a policy beside what the records hold of it. */
export type PolicyLink = Pick<LinkDefinition, "rule" | "role" | "shows" | "item" | "limit"> & {
  /** Permanent: `<rule>~<to>`, such as `de-escalation-required~deescalation`. */
  readonly id: string;
  readonly kind: LinkKind;
  readonly verdict: Provision["verdict"];
  readonly stance: PolicyStance;
  /** The clauses that speak of this thing; the first decides. Empty where nothing was found. */
  readonly clauses: readonly Clause[];
  readonly elements: readonly LinkedElement[];
  readonly counts?: LinkedCount;
  /** Fields of the standard beyond its elements, and whether the files have a column for them. */
  readonly fields: readonly { readonly id: string; readonly hasColumn: boolean }[];
  /** Ids of the findings that say more. */
  readonly findings: readonly string[];
  /** Absent where the deciding clause's policy gives no date. */
  readonly timing?: PolicyTiming;
};
