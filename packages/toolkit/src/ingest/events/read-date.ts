/** A date as a person wrote it, and how sure its reading is. */
export type DateReading =
  | { readonly iso: string; readonly form: "iso" | "month-first" }
  /** Numbers with slashes that could be either; `monthFirst` is the American reading. */
  | { readonly form: "either"; readonly monthFirst: string }
  /** Only a year: no month in which a change could be looked for. */
  | { readonly form: "year" }
  | { readonly form: "day-first" }
  | { readonly form: "unreadable" };

const isoForm = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?(?:[T ]\d{2}:\d{2}\S*)?$/u;
const slashForm = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/**
 * Reads `2020-06-15`, `2020-06` and the American `6/15/2020`. Numbers that could be day and month either way are not
 * decided here. Two-digit years, names of months and days that do not exist are not read.
 *
 * @example readDate("6/15/2020") // { iso: "2020-06-15", form: "month-first" }
 */
export function readDate(text: string): DateReading {
  const plain = text.trim();
  if (/^\d{4}$/u.test(plain)) return { form: "year" };
  const [, year, month, day] = isoForm.exec(plain) ?? [];
  if (year !== undefined && month !== undefined) {
    const iso = isoDate(Number(year), Number(month), day === undefined ? undefined : Number(day));
    return iso === undefined ? { form: "unreadable" } : { iso, form: "iso" };
  }
  const [, first, second, last] = slashForm.exec(plain) ?? [];
  if (first === undefined) return { form: "unreadable" };
  const monthFirst = isoDate(Number(last), Number(first), Number(second));
  const dayFirst = isoDate(Number(last), Number(second), Number(first));
  if (monthFirst === undefined) return { form: dayFirst === undefined ? "unreadable" : "day-first" };
  return dayFirst === undefined || dayFirst === monthFirst
    ? { iso: monthFirst, form: "month-first" }
    : { form: "either", monthFirst };
}

/** A day that exists between 1900 and 2099, or a month of it. */
function isoDate(year: number, month: number, day: number | undefined): string | undefined {
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return undefined;
  const start = `${year}-${String(month).padStart(2, "0")}`;
  if (day === undefined) return start;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= days ? `${start}-${String(day).padStart(2, "0")}` : undefined;
}
