/** Reads the files a case names, relative to the folder of its oracle file. */
export type CaseFiles = {
  /** @throws MissingFile if the file is not there */
  readonly json: (path: string) => unknown;
  /** @throws MissingFile if the file is not there */
  readonly text: (path: string) => string;
};

/** Feeds one case's input to the method of the toolkit and names its answers as the oracle does. */
export type Adapter = (input: unknown, files: CaseFiles) => Readonly<Record<string, unknown>>;

/**
 * An adapter whose input has the given shape. The shape is taken on trust: oracle files are our own test data, and a
 * wrong one shows as a failed case.
 *
 * @example export const adapter = adapt<{ x: number; n: number }>(({ x, n }) => ({ estimate: x / n }));
 */
export function adapt<Input>(answer: (input: Input, files: CaseFiles) => Readonly<Record<string, unknown>>): Adapter {
  return (input, files) => answer(input as Input, files);
}

/** A case names a file that is not beside the oracles; the case is skipped, and counted as such. */
export class MissingFile extends Error {}
