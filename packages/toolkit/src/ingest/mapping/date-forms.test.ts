import { afterAll, expect, test } from "vitest";
import { literal, openEngine } from "../../release/engine.ts";
import { dateForms, readFormsSql } from "./date-forms.ts";
import { normaliseValue } from "./normalise-value.ts";

const engine = await openEngine();
afterAll(() => engine.close());

const read = async (form: string, value: string): Promise<string | null> => {
  const sql = readFormsSql(literal(value), [form]);
  const [row] = await engine.rows<{ value: string | null }>(`SELECT CAST(${sql} AS VARCHAR) AS value`);
  return row?.value ?? null;
};

// Written forms met in published files, with what the clock and calendar of the place say.
const published = [
  ["month_day_year", " 9/30/2016 ", "2016-09-30 00:00:00"],
  ["month_day_short_year_time", "9/9/16 0:00", "2016-09-09 00:00:00"],
  ["month_day_year_time_12h", "06/01/2020 09:00:00 PM", "2020-06-01 21:00:00"],
  ["slash_datetime_utc", "2017/12/27 05:00:00+00", "2017-12-27 05:00:00"],
  ["iso_datetime_utc", "2020-12-23T20:48:22.070Z", "2020-12-23 20:48:22.07"],
  ["days_since_1970", "18957.0", "2021-11-26 00:00:00"],
  ["excel_serial", "42370", "2016-01-01 00:00:00"],
  ["compact_date", "20171124", "2017-11-24 00:00:00"],
  ["time_digits", "0330", "03:30:00"],
  ["time_digits", "28", "00:28:00"],
  ["time_24h", "21:00", "21:00:00"],
  ["time_12h_minutes", "10:30 AM", "10:30:00"],
  ["time_24h_utc_label", "01:55:00.000Z", "01:55:00"],
  ["latitude_in_pair", "111 COMMERCE ST\nDallas, TX\n(32.775464, -96.82022)", "32.775464"],
  ["longitude_in_pair", "(28.47, -81.46)", "-81.46"],
] as const;

for (const [form, value, expected] of published) {
  test(`${form} reads ${JSON.stringify(value)}`, async () => {
    expect(await read(form, value)).toBe(expected);
  });
}

test("every form matches and reads its own example, and reads nothing in other text", async () => {
  expect(dateForms.length).toBeGreaterThan(30);
  for (const form of dateForms) {
    const example = form.example.split(", 330")[0] ?? "";
    expect(form.pattern.test(normaliseValue(example)), form.id).toBe(true);
    expect(await read(form.id, example), form.id).not.toBeNull();
    for (const other of ["", "unknown", "99/99/9999", "25:99", "123456"])
      expect(await read(form.id, other), `${form.id}: ${other}`).toBeNull();
  }
});

test("an unknown form is refused", () => {
  expect(() => readFormsSql("x", ["year_of_the_dragon"])).toThrow("invalid form; not in date-forms.json");
});
