import { encodeText, type TextEncoding } from "./encode-text.ts";
import { rivertonBoundaries } from "./riverton-boundaries.ts";
import { plantChanges } from "./riverton-changes.ts";
import { rivertonEvents, rivertonResponders } from "./riverton-events.ts";
import { type FormLines, formFrom2022, formUntil2021 } from "./riverton-forms.ts";
import { rivertonIncidents } from "./riverton-incidents.ts";
import { plantTroubles } from "./riverton-plants.ts";
import { rivertonPolicy, rivertonRegister } from "./riverton-policy.ts";
import { rivertonPopulation } from "./riverton-population.ts";
import { type RivertonIncident, yearOf } from "./riverton-records.ts";
import { withSituations } from "./riverton-situations.ts";
import { type RivertonTruths, rivertonTruths } from "./riverton-truths.ts";
import { seededRandom } from "./seeded-random.ts";

export type { RivertonTruths };

export type SampleFile = {
  readonly name: string;
  /** `force`: a year of use-of-force records, for `evenhand ingest`; `earlier-policy`: the version before `policy`. */
  readonly kind:
    | "force"
    | "population"
    | "boundaries"
    | "events"
    | "responders"
    | "policy"
    | "earlier-policy"
    | "register"
    | "readme";
  readonly encoding: TextEncoding;
  /** Without byte order mark. */
  readonly text: string;
  /** What to write to disk. */
  readonly bytes: Uint8Array;
};

/** The files to publish and what was planted in them. */
export type Riverton = { readonly files: readonly SampleFile[]; readonly truths: RivertonTruths };

/** The agency as the commands want it. XX is no state. */
export const rivertonAgency = "Riverton, XX";

/** The seed of the sample that the demo and the README show. */
export const rivertonSeed = 2019;

const readme = `Riverton, XX: a FICTIONAL city.

Every record, name, map line and number in these files was made up by a program to show and test Evenhand. Nothing here
describes a real place, department or person. Two forms: 2019-2021 and 2022-2024. Files differ in encoding on purpose.
`;

const encodings: Readonly<Record<number, TextEncoding>> = { 2020: "windows-1252", 2022: "utf-8-bom" };

/**
 * The embedded sample: six years of messy use-of-force files of a city that does not exist, with what was planted in
 * them. Pure: the same seed gives the same bytes. Not for statements about real policing: no share in it was measured.
 *
 * @param seed whole number
 */
export function generateRiverton(seed: number = rivertonSeed): Riverton {
  const random = seededRandom(seed);
  const changed = plantChanges(seed, withSituations(seed, rivertonIncidents(random)));
  const incidents = plantTroubles(random, changed.incidents);
  const years = [...new Set(incidents.map(yearOf))];
  const files = years.map((year) => {
    const ofYear = incidents.filter((incident) => yearOf(incident) === year);
    const text = year <= 2021 ? until2021Text(ofYear) : from2022Text(ofYear);
    return sampleFile(`riverton_use_of_force_${year}.csv`, {
      kind: "force",
      text,
      encoding: encodings[year] ?? "utf-8",
    });
  });

  function until2021Text(ofYear: readonly RivertonIncident[]): string {
    return joinLines(formUntil2021(random, ofYear), "\r\n");
  }

  /** The 2023 file was pasted together from two exports, so its header stands in the middle once more. */
  function from2022Text(ofYear: readonly RivertonIncident[]): string {
    const lines = formFrom2022(random, ofYear);
    const half = Math.floor(lines.rows.length / 2);
    const rows = [...lines.rows.slice(0, half), lines.header, ...lines.rows.slice(half)];
    return joinLines(ofYear[0] && yearOf(ofYear[0]) === 2023 ? { ...lines, rows } : lines, "\n");
  }

  return {
    files: [
      ...files,
      sampleFile("riverton_population.csv", { kind: "population", text: rivertonPopulation() }),
      sampleFile("riverton_boundaries.geojson", { kind: "boundaries", text: rivertonBoundaries() }),
      sampleFile("riverton_events.csv", { kind: "events", text: rivertonEvents() }),
      sampleFile("riverton_responders.csv", { kind: "responders", text: rivertonResponders() }),
      sampleFile("riverton_force_policy_2023.md", { kind: "policy", text: rivertonPolicy("later") }),
      sampleFile("riverton_force_policy_2020.md", { kind: "earlier-policy", text: rivertonPolicy("earlier") }),
      sampleFile("riverton_policy_register.json", { kind: "register", text: rivertonRegister(rivertonAgency) }),
      sampleFile("README.txt", { kind: "readme", text: readme }),
    ],
    truths: rivertonTruths(incidents, changed.amounts),
  };
}

function sampleFile(
  name: string,
  { kind, text, encoding = "utf-8" }: { kind: SampleFile["kind"]; text: string; encoding?: TextEncoding },
): SampleFile {
  return { name, kind, encoding, text, bytes: encodeText(text, encoding) };
}

function joinLines({ banner, header, rows }: FormLines, lineEnd: string): string {
  return [...banner, header, ...rows, ""].join(lineEnd);
}
