/** One row of a worksheet as text, blank cells as ''. */
export type SheetRow = readonly string[];

/** What was met in the cells of a worksheet, filled while its rows are read. */
export type SheetFindings = {
  /** Formula cells; their last computed result is the text. */
  formulas: number;
  /** Formula cells without a computed result: blank in the table. */
  uncomputed: number;
  /** Cells that show an error such as #N/A; the error is the text. */
  errors: number;
};

/** A worksheet of a workbook, in whatever format. */
export type Sheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly findings: SheetFindings;
  /** Rows in order, rows without cells left out. */
  readonly rows: () => AsyncIterable<SheetRow>;
};

/** Findings of a sheet of which nothing has been read. */
export const noFindings = (): SheetFindings => ({ formulas: 0, uncomputed: 0, errors: 0 });

/** A number cell as text: what Excel keeps, without the noise of binary fractions. */
export function numberText(text: string): string {
  const plain = text.trim();
  if (/^-?\d+$/.test(plain)) return plain;
  const number = Number(plain);
  return Number.isFinite(number) ? String(number) : plain;
}
