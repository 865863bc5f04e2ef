/** One value of a code list. Its source is a line of `code-lists/<list>.csv`. */
export type Code = {
  readonly code: string;
  readonly title: string;
  readonly titleEs: string;
  readonly definition: string;
  readonly definitionEs: string;
  /** The standards or files that the code comes from. */
  readonly source: string;
  /** No longer to be used: `deprecated` in the CSV names the version of the standard that retired it. */
  readonly deprecated: boolean;
  /** Says less than the standard asks. Accepted from existing files, refused in new records. */
  readonly legacy: boolean;
  /** `force_type`: a code of `force_family`. */
  readonly family?: string;
  /** `force_type`: a code of `force_stage`. */
  readonly stage?: string;
  /** `force_type`, `resistance_type`: an order for display only. Never summed, averaged or compared. */
  readonly tier?: number;
  /** `force_type`: whether it counts as force under the toolkit's definition (any use of the body or an object). */
  readonly seedForce?: boolean;
  /** Bands: first value inside, in completed years. */
  readonly low?: number;
  /** Bands: last value inside, in completed years; absent for an open end. */
  readonly high?: number;
  /** `unit`: the word for one. */
  readonly singular?: string;
  readonly singularEs?: string;
};
