import type { ElementId, ElementStatus } from "@evenhand/standard/element";
import type { ForceScope } from "@evenhand/standard/release";

/** What a form was read from: a blank form, the columns of an empty table, published records, or a person's list. */
export type FormSource = "form" | "columns" | "release" | "declared";

/** What a form has a place for, of one element. */
export type FormElement = {
  readonly id: ElementId;
  /** Absent where it cannot be told. */
  readonly status?: ElementStatus;
  /** The label or column words that say so, as written. */
  readonly words: readonly string[];
};

/** What a form has a place for, of one force code. */
export type FormForce = {
  readonly code: string;
  /** `occurs`: it is among the published records, whatever the form asks. */
  readonly scope: ForceScope | "occurs";
  readonly words: readonly string[];
};

/** What a form was found to ask for, with the words that say so, for a person to check. */
export type FormReading = {
  readonly source: FormSource;
  readonly name: string;
  /** Absent for a folder. */
  readonly sha256?: string;
  /** Whether anything may be called lacking. Otherwise only what was found is said. */
  readonly isComplete: boolean;
  readonly elements: readonly FormElement[];
  /** Codes whose scope is known; every other code is unknown. */
  readonly force: readonly FormForce[];
  /** Whether a kind of force could be written under a box such as "Other". */
  readonly hasOtherBox: boolean;
  /** Labels that no rule knows: what a person should look over before saying that something is not there. */
  readonly unread: readonly string[];
  /** Words that send the reader to another report, which may ask for the rest. */
  readonly otherReports: readonly string[];
};
