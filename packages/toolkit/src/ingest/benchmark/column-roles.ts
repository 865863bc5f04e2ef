import { type BenchmarkKind, benchmarkKinds } from "@evenhand/standard";
import { findField, headerScore } from "../mapping/field-catalogue.ts";
import { plainHeader, readHeader } from "../mapping/header-words.ts";
import { readGroupWord } from "./group-word.ts";
import words from "./words.json" with { type: "json" };

/** What a column of a file of counts says of a line, beside its count. */
export type LineRole = keyof typeof words.columns;

const fields: Partial<Record<LineRole, string>> = {
  group: "person.race_ethnicity",
  gender: "person.gender",
  ageBand: "person.age",
};

/** Header in small letters with one space between words: `TotalPop` and `total_pop` are `total pop`. */
export function spacedHeader(name: string): string {
  const spaced = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return plainHeader(spaced);
}

/** Role of a column by its header, or undefined. */
export function lineRole(name: string): LineRole | undefined {
  const plain = spacedHeader(name);
  const named = Object.entries(words.columns).find(([, list]) => list.includes(plain));
  if (named !== undefined) return named[0] as LineRole;
  const header = readHeader(name);
  for (const [role, id] of Object.entries(fields)) {
    const entry = findField(id);
    if (entry !== undefined && headerScore(entry, header, "person") >= 0.9) return role as LineRole;
  }
  return undefined;
}

/** What a count is of by the words of a header or of a file's name: the first kind named; undefined when none is. */
export function kindOfWords(text: string): BenchmarkKind | undefined {
  const plain = ` ${spacedHeader(text)} `;
  if (words.force.some((word) => plain.includes(` ${word} `))) return undefined;
  const found = Object.entries(words.kinds).flatMap(([kind, list]) =>
    list
      .filter((word) => plain.includes(` ${word} `))
      .map((word) => ({ kind: kind as BenchmarkKind, at: plain.indexOf(` ${word} `), word })),
  );
  // "people stopped" and "drivers stopped" are stops, whatever else the words would mean.
  const events = found.filter(({ kind }) => kind !== "population");
  return (events[0] ?? found[0])?.kind;
}

/** A kind as a person writes it on the command line or in a comment: a code, or one of its words. */
export function readKind(text: string): BenchmarkKind | undefined {
  const plain = spacedHeader(text);
  return benchmarkKinds.find((kind) => kind === plain.replaceAll(" ", "_")) ?? kindWord(plain);
}

const kindWord = (plain: string): BenchmarkKind | undefined =>
  Object.entries(words.kinds).find(([, list]) => list.includes(plain))?.[0] as BenchmarkKind | undefined;

/** A column that holds counts of one kind: `count`, `n`, `population`, `number of stops`. */
export function countColumn(name: string): BenchmarkKind | undefined {
  const plain = spacedHeader(name);
  if (words.counts.includes(plain)) return "unstated";
  const rest = plain
    .split(" ")
    .filter((word) => !words.fillers.includes(word))
    .join(" ");
  return kindWord(rest);
}

/** A column of a wide table that holds the counts of one group: `black`, `White_pop`, `total_population`. */
export type GroupColumn = {
  readonly group: string;
  readonly isTotal: boolean;
  readonly kind: BenchmarkKind;
  readonly isShare: boolean;
};

/** Reads the header of a wide table's column; undefined when it names no group. Counts of force are no benchmark. */
export function groupColumn(name: string): GroupColumn | undefined {
  const tokens = spacedHeader(name.replaceAll("%", " pct ")).split(" ");
  if (tokens.some((word) => words.force.includes(word))) return undefined;
  const isShare = tokens.some((word) => words.shares.includes(word));
  const quiet = new Set([
    ...words.shares,
    ...Object.values(words.kinds).flat(),
    "count",
    "counts",
    "n",
    "number",
    "num",
    "of",
    "share",
  ]);
  const group = tokens.filter((word) => !quiet.has(word)).join(" ");
  const kind = kindOfWords(tokens.join(" ")) ?? "unstated";
  const word = readGroupWord(group);
  if (group === "" && kind === "population") return { group: "total", isTotal: true, kind, isShare };
  if (word?.means === "group" || word?.means === "not-hispanic") return { group, isTotal: false, kind, isShare };
  return word?.means === "total" && group !== "" ? { group, isTotal: true, kind, isShare } : undefined;
}
