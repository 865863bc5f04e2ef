import type { ColumnGroup } from "./column-candidate.ts";
import { dateForms } from "./date-forms.ts";

/** How a column of dates or times is read. */
export type DateReading = {
  readonly read: "date" | "datetime" | "time";
  readonly forms: readonly string[];
  readonly why?: string;
};

const midnight = /(?:^|[ t])(?:12:00(?::00)? ?am|0?0:00(?::00)?(?:\.0+)?)(?:z|[+-]00(?::?00)?)?$/u;
const clock = /(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[ap]m)?)(?:z|[+-]\d{2}(?::?\d{2})?)?$/u;
const utcWholeHour = /[ t]0[4-8]:00:00(?:\.0+)?(?:z|[+-]00(?::?00)?)$/u;

/**
 * Forms of a date column, most frequent first, and whether its times say anything: a column whose times are all
 * midnight, or all the same local midnight written in UTC, is read as dates.
 */
export function readDates(group: ColumnGroup, wanted: "date" | "time"): DateReading {
  const kinds = wanted === "date" ? ["date", "datetime"] : ["time", "datetime"];
  const examples = group.profiles.flatMap((profile) => profile.shapes);
  const values = group.values.map(({ value }) => value);
  const dayFirst = values.some((value) => /^(?:1[3-9]|2\d|3[01])\/\d{1,2}\/\d{4}$/u.test(value));
  const weights = new Map<string, number>();
  for (const { example, count } of examples) {
    for (const form of dateForms) {
      if (!kinds.includes(form.kind) || !form.pattern.test(example)) continue;
      if (form.id === "day_month_year" && !dayFirst) continue;
      if (form.id === "month_day_year" && dayFirst) continue;
      weights.set(form.id, (weights.get(form.id) ?? 0) + count);
    }
  }
  const forms = [...weights].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  if (wanted === "time") return { read: "time", forms };

  const withTime = values.filter((value) => clock.test(value));
  if (withTime.length === 0) return { read: forms.includes("excel_serial_time") ? "datetime" : "date", forms };
  if (withTime.every((value) => midnight.test(value)))
    return { read: "date", forms, why: "every time in it is midnight" };
  if (withTime.every((value) => utcWholeHour.test(value))) {
    return { read: "date", forms, why: "its times are all local midnight written in UTC" };
  }
  return { read: "datetime", forms };
}
