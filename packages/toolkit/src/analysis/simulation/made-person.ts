/** One person as recorded. */
export type MadePerson = {
  readonly group: string | undefined;
  readonly injured: boolean;
  readonly force: readonly string[];
};
