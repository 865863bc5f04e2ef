/** One count of a file as published, with what the line says of it. */
export type CountLine = {
  readonly group: string;
  readonly gender: string | undefined;
  readonly ageBand: string | undefined;
  readonly area: string | undefined;
  readonly year: number | undefined;
  readonly count: number;
  readonly standardError: number | undefined;
  /** 1 for the first data row. */
  readonly row: number;
};
