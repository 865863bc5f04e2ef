import { expect, test } from "vitest";
import { column, ingestText, mappingOf, table } from "./testing/ingest-text.ts";

const date = column("Date", "incident.occurred_date", { read: "date", forms: ["month_day_year"] });
const born = column("Born", "person.date_of_birth", { read: "date", forms: ["month_day_year"] });

test("the age on the day of the incident follows from the birth date, which is written nowhere", async () => {
  const rows = [
    "06/15/2020,06/15/2002", // 18 on the day
    "06/14/2020,06/15/2002", // 17 until the next day
    "06/15/2020,01/01/1899", // 121
    "06/15/2020,01/01/2030", // not yet born
    "06/15/2020,nonsense",
    "06/15/2020,",
    ",06/15/2002",
  ];
  const made = await ingestText(
    { "people.csv": ["Date,Born", ...rows].join("\n") },
    mappingOf(table("people.csv", "person", {}, [date, born])),
  );
  const persons = made.rows("persons");
  const ages = persons.map((row) => String(row.age_band ?? `?${row.age_band_missing}`));
  expect(ages.sort()).toEqual([
    "0-17",
    "18-24",
    "?not_recorded",
    "?unmappable",
    "?unmappable",
    "?unmappable",
    "?unmappable",
  ]);
  expect(JSON.stringify(persons)).not.toContain("2002");
});
