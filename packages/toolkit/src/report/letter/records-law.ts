import rows from "./records-laws.json" with { type: "json" };

/** A public-records law, as far as it is known; `records-laws.csv` has the sources. */
export type RecordsLaw = {
  /** Postal code of the state, `DC`, or `US` for federal agencies. */
  readonly code: string;
  readonly state: string;
  readonly law: string;
  readonly citation: string;
  /** What the law says on the time to answer, in words. */
  readonly response: string;
  /** Whether only residents have the right: `yes`, `no` or `unclear`. */
  readonly residentsOnly: string;
  /** Address of the page it was read on; empty when none was. */
  readonly source: string;
  /** ISO date on which the source was read. */
  readonly readOn: string;
  /** Whether the statute, the regulation or the state's own guide was read. */
  readonly isVerified: boolean;
  readonly note: string;
};

/** Every row of the table of laws. Not legal advice: a row that is not verified must be checked before it is used. */
export const recordsLaws: readonly RecordsLaw[] = rows.map(({ residents_only, read_on, verified, ...row }) => ({
  ...row,
  residentsOnly: residents_only,
  readOn: read_on,
  isVerified: verified === "yes",
}));

/** The law of a state, by postal code or name (`MN`, `minnesota`); undefined when the table has none. */
export function findRecordsLaw(state: string): RecordsLaw | undefined {
  const wanted = state.trim().toLowerCase();
  return recordsLaws.find(({ code, state: name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted);
}
