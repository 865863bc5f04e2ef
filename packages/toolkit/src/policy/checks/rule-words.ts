import exceptions from "../rules/exceptions.json" with { type: "json" };
import hedges from "../rules/hedges.json" with { type: "json" };
import modality from "../rules/modality.json" with { type: "json" };
import references from "../rules/references.json" with { type: "json" };
import scopes from "../rules/scopes.json" with { type: "json" };
import type { Modality } from "./modality.ts";

/** A scope a clause may be limited to, as `rules/scopes.json` describes it. */
export type ScopeWords = {
  readonly id: string;
  readonly title: { readonly en: string; readonly es: string };
  /** A clause so limited says nothing about the rule at all (training, animals, jails). */
  readonly isAnotherSubject?: boolean;
  /** Words in the clause that limit it. */
  readonly phrases: readonly string[];
  /** Words in the titles above it that limit it. */
  readonly titles: readonly string[];
};

/** Words of duty, ban and permission, as `rules/modality.json` lists them. */
export type ModalWords = {
  readonly modality: Modality;
  /** Whether the words stand before what they govern ("shall not use"), after it ("is prohibited") or either. */
  readonly place: "before" | "after" | "either";
  readonly phrases: readonly string[];
};

/** The word lists that every rule shares. They are data: correct them in `rules/*.json`. */
export const ruleWords = {
  exceptions: exceptions as Readonly<Record<"opens" | "only" | "conditions" | "not", readonly string[]>>,
  hedges: hedges as readonly string[],
  modality: modality as readonly ModalWords[],
  references: references as readonly string[],
  scopes: scopes as readonly ScopeWords[],
};
