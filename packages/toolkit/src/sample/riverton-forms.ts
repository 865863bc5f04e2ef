import { csvLine } from "./csv-text.ts";
import settings from "./riverton-force.json" with { type: "json" };
import { type RivertonIncident, type RivertonReport, yearOf } from "./riverton-records.ts";
import words from "./riverton-words.json" with { type: "json" };
import type { SeededRandom } from "./seeded-random.ts";

/** A published year: lines without their line ends. */
export type FormLines = {
  readonly banner: readonly string[];
  readonly header: string;
  readonly rows: readonly string[];
};

type WordsByCode = Readonly<Record<string, readonly string[]>>;

const banner = "FICTIONAL sample data: Riverton does not exist and nobody in this file is real";

/**
 * The form of 2019–2021: one row is one officer's report on one person, up to three force types side by side, race as
 * one letter with the ethnicity beside it. It has no report number, and nothing on de-escalation or death.
 */
export function formUntil2021(random: SeededRandom, incidents: readonly RivertonIncident[]): FormLines {
  const write = writer(random);
  const { until2021: form } = words;
  const rows = incidents.flatMap((incident) =>
    rowsWithTwins(incident, ({ officer, person, force }) => [
      incident.id,
      americanDate(incident),
      incident.minutes === undefined ? "" : clock12(incident.minutes),
      incident.district,
      incident.neighborhood,
      random.chance(0.03) ? `${incident.place},\nRiverton (fictional)` : `${incident.place}, Riverton (fictional)`,
      write(form.contactReason, incident.contactReason),
      officer.id,
      write(form.race, officer.race),
      write(form.gender, officer.gender),
      person.subjectId ?? "",
      person.isAnimal ? settings.animal.word : write(form.race, person.race),
      person.isAnimal ? "" : write(form.ethnicity, person.race),
      write(form.gender, person.gender),
      person.age === undefined ? "" : String(person.age),
      write(form.resistance, person.resistance),
      ...[0, 1, 2].map((place) => (force[place] === undefined ? "" : writeForce(write, form.force, force[place]))),
      write(form.injury, person.injury),
      write(form.yesNo, person.hospitalised),
      write(form.yesNo, person.arrested),
    ]),
  );
  const header = [
    "Incident No ",
    " Date Occurred",
    "Time Occurred ",
    "District",
    "Neighborhood ",
    "Location",
    "Nature of  Contact",
    "Officer ID",
    " Officer Race",
    "Officer Sex",
    "Subject ID ",
    "Subject Race ",
    "Subject Ethnicity",
    " Subject Sex",
    "Subject  Age",
    "Subject Resistance ",
    "Force Used 1",
    "Force Used 2 ",
    " Force Used 3",
    "Subject Injured",
    "Taken to Hospital ",
    "Subject Arrested",
  ];
  return { banner: [banner], header: csvLine(header), rows: rows.map(csvLine) };
}

/**
 * The form since 2022: one row is one officer × one person × one force type. It also asks for
 * the kind of place and what officers perceived; still nothing on de-escalation.
 */
export function formFrom2022(random: SeededRandom, incidents: readonly RivertonIncident[]): FormLines {
  const write = writer(random);
  const { from2022: form } = words;
  const rows = incidents.flatMap((incident) =>
    incident.reports.flatMap(({ officer, person, force }, report) =>
      force.map((code) => [
        "Riverton Police (fictional)",
        incident.id,
        `${incident.id}-${report + 1}`,
        incident.date,
        incident.minutes === undefined ? "" : clock24(incident.minutes),
        incident.district,
        incident.neighborhood,
        write(form.place, incident.locationType ?? "?not_recorded"),
        write(form.contactReason, incident.contactReason),
        officer.id,
        write(form.race, officer.race),
        write(form.gender, officer.gender),
        person.subjectId ?? "",
        write(form.race, person.race),
        write(form.gender, person.gender),
        person.age === undefined ? "" : writeAge(person.age, yearOf(incident)),
        write(form.condition, person.condition ?? "?not_recorded"),
        write(form.resistance, person.resistance),
        writeForce(write, form.force, code),
        write(form.injury, person.injury),
        write(form.yesNo, person.hospitalised),
        write(form.yesNo, person.arrested),
      ]),
    ),
  );
  const header = [
    "agency_name",
    "incident_number",
    "report_number",
    "incident_date",
    "incident_time",
    "district",
    "neighborhood",
    "location_type",
    "contact_reason",
    "officer_id",
    "officer_race",
    "officer_gender",
    "person_id",
    "person_race",
    "person_gender",
    "person_age",
    "person_perceived_condition",
    "person_resistance",
    "force_type",
    "person_injury",
    "person_hospitalized",
    "person_arrested",
  ];
  return { banner: [], header: csvLine(header), rows: rows.map(csvLine) };
}

type Write = (wordsByCode: WordsByCode, code: string) => string;

function writer(random: SeededRandom): Write {
  return (wordsByCode, code) => {
    const choices = wordsByCode[code] ?? wordsByCode["*"];
    if (!choices) throw new RangeError(`invalid code; no word in riverton-words.json: ${code}`);
    return random.pick(choices);
  };
}

const writeForce = (write: Write, wordsByCode: WordsByCode, code: string) =>
  code === "?unmappable" ? settings.unknownValue.word : write(wordsByCode, code);

/** Twins have identical rows: the second is a copy of the first, not another draw of words. */
function rowsWithTwins(incident: RivertonIncident, row: (report: RivertonReport) => string[]): string[][] {
  const [first, ...others] = incident.reports.map((report) => (isTwin(report) ? [] : row(report)));
  return [first ?? [], ...others.map((cells) => (cells.length === 0 ? (first ?? []) : cells))];
}

const isTwin = ({ person }: RivertonReport) => person.key.endsWith("/twin");

/** Since 2024 the city publishes age bands only. */
function writeAge(age: number, year: number): string {
  if (year < 2024) return String(age);
  if (age < 18) return "Under 18";
  if (age >= 65) return "65+";
  const low = age < 25 ? 18 : Math.floor((age - 5) / 10) * 10 + 5;
  return `${low}-${age < 25 ? 24 : low + 9}`;
}

function americanDate({ date }: RivertonIncident): string {
  const [year = "", month, day] = date.split("-");
  return `${Number(month)}/${Number(day)}/${year === "2020" ? "20" : year}`;
}

const two = (number: number) => String(number).padStart(2, "0");
const clock24 = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const clock12 = (minutes: number) =>
  `${Math.floor(minutes / 60) % 12 || 12}:${two(minutes % 60)} ${minutes < 720 ? "AM" : "PM"}`;
