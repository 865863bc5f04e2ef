import type { Finding } from "@evenhand/standard";

/** A month of a series at an event, ready to be drawn. */
export type ChangeMonth = {
  /** `YYYY-MM` */
  readonly key: string;
  readonly from: Date;
  readonly to: Date;
  /** Undefined for a month without data. */
  readonly count?: number;
  readonly isLeftOut: boolean;
  readonly expected?: number;
  readonly low?: number;
  readonly high?: number;
};

const start = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
const next = (month: Date): Date => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));

/** The months of a finding in order of time; what is expected only where both limits are known. */
export function changeMonths({ rows }: Finding): readonly ChangeMonth[] {
  return rows
    .filter(({ key }) => /^\d{4}-\d{2}$/.test(key))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, count, note, figures = {} }): ChangeMonth => {
      const { expected, low, high } = figures;
      const from = start(key);
      return {
        key,
        from,
        to: next(from),
        isLeftOut: note === "left-out",
        ...(count === undefined ? {} : { count }),
        ...(expected === undefined || low === undefined || high === undefined ? {} : { expected, low, high }),
      };
    });
}
