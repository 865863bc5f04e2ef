import { closeSync, openSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import city from "../../packages/toolkit/src/sample/riverton-city.json" with { type: "json" };
import settings from "../../packages/toolkit/src/sample/riverton-force.json" with { type: "json" };
import words from "../../packages/toolkit/src/sample/riverton-words.json" with { type: "json" };
import { type SeededRandom, seededRandom } from "../../packages/toolkit/src/sample/seeded-random.ts";

/** What the file holds, known because it was generated: a fast ingest that counts wrongly is no ingest. */
export type GeneratedCounts = {
  readonly rows: number;
  readonly incidents: number;
  readonly people: number;
  readonly reports: number;
};

const header =
  "report_number,incident_number,incident_date,incident_time,officer_id,officer_race,officer_gender,person_id,person_race," +
  "person_gender,person_age,district,neighborhood,contact_reason,person_resistance,force_type,person_injury,person_hospitalized,person_arrested";

const { from2022: form } = words;
const firstDay = Date.UTC(2015, 0, 1);
const days = Array.from({ length: 3653 }, (_, day) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10));
const times = Array.from(
  { length: 1440 },
  (_, minute) => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
);
const places = Object.entries(city.districts).flatMap(([district, names]) =>
  names.map((name) => `${district},${name}`),
);

/** Words repeated in proportion to their weight, so that a draw is one array access. */
function lots(
  weights: Readonly<Record<string, number>>,
  wordsByCode: Readonly<Record<string, readonly string[]>>,
): string[] {
  return Object.entries(weights).flatMap(([code, weight]) =>
    Array.from({ length: weight }, (_, index) => wordsByCode[code]?.[index % (wordsByCode[code]?.length ?? 1)] ?? ""),
  );
}

const race = lots({ ...settings.race, "?unknown": 60, "?not_recorded": 20 }, form.race);
const gender = lots(settings.gender, form.gender);
const reason = lots(settings.contactReason, form.contactReason);
const resistance = lots(settings.resistance, form.resistance);
const injury = lots(settings.injury, form.injury);
const arrested = lots(settings.arrested, form.yesNo);
const force = lots(settings.force.from2023, form.force);
// A third of the lots apart no two of three draws are of one kind, as long as none has a third of the weight.
const betweenUses = Math.floor(force.length / 3);
const officers = Array.from({ length: 4000 }, (_, index) => {
  const draw = seededRandom(index);
  return `${10_000 + index},${draw.pick(race)},${draw.pick(gender)}`;
});

/**
 * Writes a made-up force file of exactly `rows` data rows, one officer × person × force type each, in constant memory.
 * The same seed and rows give the same bytes.
 */
export function generateForceCsv({
  path,
  rows,
  seed = 1,
}: {
  path: string;
  rows: number;
  seed?: number;
}): GeneratedCounts {
  if (!(Number.isInteger(rows) && rows >= 1)) throw new RangeError(`invalid rows; a whole number, at least 1: ${rows}`);
  const random = seededRandom(seed);
  const file = openSync(path, "w");
  const counts = { rows: 0, incidents: 0, people: 0, reports: 0 };
  let text = `${header}\n`;
  while (counts.rows < rows) {
    text += incidentLines(random, counts, rows);
    if (text.length > 4_000_000) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  return counts;
}

type Counters = { -readonly [Name in keyof GeneratedCounts]: number };

/** All rows of one incident, or as many as there is room for. Counts as it goes: this runs millions of times. */
function incidentLines(random: SeededRandom, counts: Counters, limit: number): string {
  counts.incidents += 1;
  const incident = String(counts.incidents).padStart(8, "0");
  const when = `${random.pick(days)},${random.pick(times)}`;
  const where = `${random.pick(places)},${random.pick(reason)}`;
  let lines = "";
  for (let people = random.chance(0.12) ? 2 : 1; people > 0 && counts.rows < limit; people -= 1) {
    counts.people += 1;
    const person = `S${counts.people},${random.pick(race)},${random.pick(gender)},${random.integer(14, 79)}`;
    const outcome = `${random.pick(injury)},${random.chance(0.1)},${random.pick(arrested)}`;
    const resisted = random.pick(resistance);
    for (let reports = random.integer(1, 2); reports > 0 && counts.rows < limit; reports -= 1) {
      counts.reports += 1;
      // Neighbors in the list, so that no officer reports twice on one person.
      const officer = officers[(counts.people * 7 + reports) % officers.length];
      const first = random.integer(0, force.length - 1);
      for (let uses = random.integer(1, 3); uses > 0 && counts.rows < limit; uses -= 1) {
        counts.rows += 1;
        const use = force[(first + uses * betweenUses) % force.length];
        lines += `R${counts.reports},I${incident},${when},${officer},${person},${where},${resisted},${use},${outcome}\n`;
      }
    }
  }
  return lines;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rows: { type: "string", default: "10000000" }, out: { type: "string" } } });
  if (!values.out) throw new Error("Say where to write: node bench/ingest/generate.ts --rows 1000 --out file.csv");
  console.log(JSON.stringify(generateForceCsv({ path: values.out, rows: Number(values.rows) })));
}
