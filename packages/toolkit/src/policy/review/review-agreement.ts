import type { Reading, ReadSheet } from "./read-sheet.ts";
import { readerKey } from "./reader-key.ts";
import { type Verdict, verdicts } from "./verdicts.ts";

/** Measures agreement on a table of counts; the app passes `cohenKappa` and `gwetAc1` of the statistics library. */
export type AgreementMeasures<Kappa, Ac1> = {
  readonly kappa: (table: readonly (readonly number[])[]) => Kappa;
  readonly ac1: (table: readonly (readonly number[])[]) => Ac1;
};

/** Agreement on one table, both measures side by side, because each fails where the other does not. */
export type Agreement<Kappa, Ac1> = {
  /** Rows: the first reader, columns: the second. */
  readonly table: readonly (readonly number[])[];
  readonly kappa: Kappa;
  readonly ac1: Ac1;
};

/** A provision on which two readers differ. */
export type ReadingDifference = { readonly id: string; readonly first: Reading; readonly second: Reading };

/** How far two readers agree, and where they do not. */
export type ReviewAgreement<Kappa, Ac1> = {
  readonly readers: readonly [string, string];
  /** Provisions that both judged. */
  readonly compared: number;
  /** Provisions that only one of them judged; not counted. */
  readonly leftOut: readonly string[];
  /** Over all six verdicts. */
  readonly overall: Agreement<Kappa, Ac1>;
  /** Each verdict against all others. */
  readonly byVerdict: readonly (Agreement<Kappa, Ac1> & { readonly verdict: Verdict })[];
  readonly differences: readonly ReadingDifference[];
};

/**
 * Compares two readers' sheets of the same audit. Not with the machine as a reader when the sheets were not blind: a
 * reader who saw the verdict did not judge alone.
 *
 * @throws RangeError if both sheets are one person's
 */
export function reviewAgreement<Kappa, Ac1>(
  [first, second]: readonly [ReadSheet, ReadSheet],
  measures: AgreementMeasures<Kappa, Ac1>,
): ReviewAgreement<Kappa, Ac1> {
  if (readerKey(first.reader) === readerKey(second.reader))
    throw new RangeError(`invalid readers; must be two people: ${first.reader}`);
  const other = new Map(second.readings.map((reading) => [reading.id, reading]));
  const pairs = first.readings.flatMap((reading) => {
    const match = other.get(reading.id);
    return match === undefined ? [] : [{ id: reading.id, first: reading, second: match }];
  });
  const both = new Set(pairs.map(({ id }) => id));
  const all = [...first.readings, ...second.readings].map(({ id }) => id);
  const measure = (table: readonly (readonly number[])[]): Agreement<Kappa, Ac1> => ({
    table,
    kappa: measures.kappa(table),
    ac1: measures.ac1(table),
  });
  return {
    readers: [first.reader, second.reader],
    compared: pairs.length,
    leftOut: [...new Set(all.filter((id) => !both.has(id)))],
    overall: measure(tableOf(pairs, verdicts, (verdict) => verdict)),
    byVerdict: verdicts.map((verdict) => ({
      verdict,
      ...measure(tableOf(pairs, [true, false], (given) => given === verdict)),
    })),
    differences: pairs.filter((pair) => pair.first.verdict !== pair.second.verdict),
  };
}

function tableOf<Category>(
  pairs: readonly ReadingDifference[],
  categories: readonly Category[],
  categoryOf: (verdict: Verdict) => Category,
): readonly (readonly number[])[] {
  return categories.map((row) =>
    categories.map(
      (column) =>
        pairs.filter(({ first, second }) => categoryOf(first.verdict) === row && categoryOf(second.verdict) === column)
          .length,
    ),
  );
}
