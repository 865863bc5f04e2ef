import document from "../vocabulary/date-forms.json" with { type: "json" };

/** One way in which files write dates, times or coordinates. */
export type DateForm = {
  readonly id: string;
  readonly kind: "date" | "datetime" | "time" | "number";
  /** Matches the whole normalised value. */
  readonly pattern: RegExp;
  /** DuckDB expression over `{value}`, the trimmed text: TIMESTAMP, TIME or DOUBLE; NULL where it cannot be read. */
  readonly sql: string;
  readonly example: string;
};

/** The known forms, as data in `vocabulary/date-forms.json`. */
export const dateForms: readonly DateForm[] = document.forms.map((form) => ({
  ...form,
  kind: form.kind as DateForm["kind"],
  pattern: new RegExp(`^(?:${form.pattern})$`, "su"),
}));

const formById = new Map(dateForms.map((form) => [form.id, form]));

/** The form of that name, or undefined. */
export const findDateForm = (id: string): DateForm | undefined => formById.get(id);

/**
 * DuckDB expression that reads `expression` by the first of `forms` that understands it.
 * Throws a RangeError for a form that is not in the data.
 */
export function readFormsSql(expression: string, forms: readonly string[]): string {
  const readings = forms.map((id) => {
    const form = formById.get(id);
    if (!form) throw new RangeError(`invalid form; not in date-forms.json: ${id}`);
    return form.sql.replaceAll("{value}", `trim(${expression})`);
  });
  return readings.length === 1 ? (readings[0] ?? "NULL") : `coalesce(${readings.join(", ")})`;
}
