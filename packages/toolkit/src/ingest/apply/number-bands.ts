import { releaseAgeBands } from "../mapping/age-band.ts";

/** What a number in a source column stands for, or why it cannot be used. */
export type NumberReading = { readonly token: string; readonly issue?: "impossible-age" | "age-zero" | "not-a-number" };

const serviceBands: typeof releaseAgeBands = [
  { code: "0-1", low: 0, high: 1 },
  { code: "2-5", low: 2, high: 5 },
  { code: "6-10", low: 6, high: 10 },
  { code: "11-20", low: 11, high: 20 },
  { code: "21+", low: 21, high: 70 },
];

/** Standard band per under-18 band of a source: a release merges minors into one band. */
const mergedMinors: Readonly<Record<string, string>> = {
  "0-9": "0-17",
  "10-14": "0-17",
  "15-17": "0-17",
  "0-10": "0-17",
  "11-17": "0-17",
};

/** The band as a release publishes it. */
export const publishedAgeBand = (code: string): string => mergedMinors[code] ?? code;

const wholeNumber = (text: string): number | undefined => {
  const trimmed = text.trim();
  if (!/^-?\d{1,4}(\.\d+)?$/.test(trimmed)) return undefined;
  return Math.floor(Number(trimmed));
};

/**
 * Age in years → release band. Ages over 120 or below 0 are impossible and 0 is nearly always a placeholder: both
 * become `?unmappable` with an issue, never a silent blank.
 */
export function readAge(text: string): NumberReading {
  const age = wholeNumber(text);
  if (age === undefined) return { token: "?unmappable", issue: "not-a-number" };
  if (age === 0) return { token: "?unmappable", issue: "age-zero" };
  const band = releaseAgeBands.find(({ low, high }) => low <= age && age <= high);
  return band ? { token: band.code } : { token: "?unmappable", issue: "impossible-age" };
}

/** Completed years of service → band. */
export function readYearsOfService(text: string): NumberReading {
  const years = wholeNumber(text);
  const band = years === undefined ? undefined : serviceBands.find(({ low, high }) => low <= years && years <= high);
  return band ? { token: band.code } : { token: "?unmappable", issue: "not-a-number" };
}
