import coverage from "../rules/coverage.json" with { type: "json" };
import type { Bilingual } from "../rules/rule.ts";
import type { ClauseReading } from "./clause-reading.ts";
import type { CoveredSubject } from "./covered-subject.ts";
import { findPhrases } from "./find-phrases.ts";
import { findReferences } from "./find-references.ts";
import type { Mark } from "./mark.ts";
import type { Modality } from "./modality.ts";
import { readModality } from "./read-modality.ts";

type Subject = {
  readonly id: CoveredSubject;
  readonly title: Bilingual;
  readonly says: readonly (readonly string[])[];
  readonly not: readonly string[];
  readonly modality: readonly Modality[];
  /** Clauses that must rule on it before silence about it means anything. */
  readonly clauses: number;
};

const subjects = coverage as readonly Subject[];

/**
 * The subjects that the documents rule on. An order on less-lethal weapons, or a pursuit policy, holds nothing on when
 * deadly force may be used: that it does not ask for a last resort shows only that the policy was not given.
 *
 * Not a verdict: a covered subject may still be covered badly.
 */
export function readCoverage(readings: readonly ClauseReading[]): ReadonlySet<CoveredSubject> {
  return new Set(subjects.filter((subject) => hasAtLeast(subject.clauses, subject, readings)).map(({ id }) => id));
}

/** What a subject is called in a sentence. */
export const subjectTitle = (id: CoveredSubject, language: keyof Bilingual): string =>
  subjects.find((subject) => subject.id === id)?.title[language] ?? id;

/** A clause that says where a subject is ruled on: "deadly force is covered in Directive 10". */
export type Pointer = { readonly reading: ClauseReading; readonly words: string };

/** Letters between a subject and the document named for it. */
const reach = 60;

/** The clauses that name another document, by its number, for a subject which these documents do not rule on. */
export function pointersTo(id: CoveredSubject, readings: readonly ClauseReading[]): readonly Pointer[] {
  const acts = subjects.find((subject) => subject.id === id)?.says[0] ?? [];
  const numbers = readings.flatMap(({ policy }) => policy.number ?? []);
  return readings.flatMap((reading) => {
    const named = findPhrases(acts, reading.text);
    if (named.length === 0) return [];
    return findReferences(reading.text)
      .filter(({ text }) => /\d/.test(text) && !numbers.some((number) => text.includes(number)))
      .filter(({ start, end }) => named.some((act) => start - act.end <= reach && act.start - end <= reach))
      .slice(0, 1)
      .map(({ text }) => ({ reading, words: text }));
  });
}

function hasAtLeast(count: number, subject: Subject, readings: readonly ClauseReading[]): boolean {
  let found = 0;
  for (const reading of readings) {
    if (rulesOn(subject, reading)) found += 1;
    if (found >= count) return true;
  }
  return false;
}

function rulesOn({ says: [acts = [], ...others], not, modality }: Subject, reading: ClauseReading): boolean {
  const marks: readonly Mark[] = findPhrases(acts, reading.text);
  return (
    marks.length > 0 &&
    others.every((group) => findPhrases(group, reading.text).length > 0) &&
    findPhrases(not, reading.text).length === 0 &&
    marks.some((mark) => modality.includes(readModality(reading, mark)))
  );
}
