import { elementIds } from "@evenhand/standard/element";
import { findPhrases } from "../checks/find-phrases.ts";
import { phrasePattern } from "../checks/phrase-pattern.ts";
import subjects from "../consistency/form-subjects.json" with { type: "json" };
import type { PolicyDocument } from "../documents/policy-document.ts";
import fields from "./form-fields.json" with { type: "json" };
import { type FormWords, formLabels } from "./form-labels.ts";
import type { FormElement, FormForce, FormReading } from "./form-reading.ts";

type FieldWords = {
  readonly apart?: readonly string[];
  readonly doubts: readonly string[];
  readonly dropDownDoubts?: readonly string[];
};
type Found = { readonly labels: readonly string[]; readonly isNamed: boolean; readonly isDoubtful: boolean };

/** Letters of a scan recognised less surely than this, on average, leave open what is not on the form. */
const leastConfidence = 0.8;

/**
 * Reads what a department's blank reporting form has a place for, from its labels and check boxes: an element whose
 * label is there is `collected`, one that is only spoken of in an instruction is `partly`. It is `not_collected` only
 * where nothing on the whole form could mean it, and only on a form that was recognised as one (at least five elements
 * have labels, the form speaks of force, the letters were read surely). A kind of force is `not_recorded` only where, in
 * addition, the form lists at least three kinds. Everything else stays unknown. The words are in `form-fields.json`.
 *
 * Labels only: it does not see what a drop-down list offers, nor whether a place is filled in.
 */
export function readForm({ name, sha256, text, confidence = 1 }: PolicyDocument): FormReading {
  const words = formLabels(text);
  const isForce = findPhrases(fields.subject, `${name.replaceAll(/[_-]/g, " ")} ${text}`).length > 0;
  const isForm = isForce && wordCount(words.prose) <= wordCount(words.labels);
  return readFields(words, {
    source: "form",
    name,
    sha256,
    isSure: isForm && confidence >= leastConfidence,
    hasDropDown: findPhrases(fields.dropDown, text).length > 0,
  });
}

/**
 * Reads the column names of an empty table as the labels of a form. Columns are often abbreviated, so nothing is called
 * lacking while a column is not understood.
 */
export function readColumns(
  names: readonly string[],
  table: { readonly name: string; readonly sha256: string },
): FormReading {
  const labels = names.map(spacedWords);
  const reading = readFields({ labels, prose: [] }, { source: "columns", ...table, isSure: true, hasDropDown: false });
  return reading.unread.length === 0 ? reading : onlyFound(reading);
}

type Origin = Pick<FormReading, "source" | "name" | "sha256"> & {
  readonly isSure: boolean;
  readonly hasDropDown: boolean;
};

function readFields(words: FormWords, { isSure, hasDropDown, ...origin }: Origin): FormReading {
  const found = fields.elements.map((field) => ({
    id: field.id,
    ...findField(words, field, { labels: field.labels, hasDropDown }),
  }));
  const kinds = fields.force.map((field) => ({ id: field.id, ...findKind(words, field) }));
  const listed = kinds.filter(({ codes }) => codes.length > 0).length;
  const hasList = listed >= fields.leastKindsOfForce;
  const elements = elementIds.flatMap((id): FormElement[] => {
    const one = found.find((field) => field.id === id);
    if (one === undefined) return [];
    const isListed = id === "force_types" && hasList;
    if (one.labels.length > 0 || isListed) return [{ id, status: "collected", words: one.labels }];
    if (one.isNamed) return [{ id, status: "partly", words: [] }];
    return [{ id, ...(one.isDoubtful ? {} : { status: "not_collected" as const }), words: [] }];
  });
  const force = kinds.flatMap(({ id, codes, isDoubtful }): readonly FormForce[] => {
    if (codes.length > 0) return codes;
    return hasList && !isDoubtful ? codesOf(id).map((code) => ({ code, scope: "not_recorded", words: [] })) : [];
  });
  const collected = elements.filter(({ status }) => status === "collected").length;
  const reading: FormReading = {
    ...origin,
    isComplete: isSure && collected >= fields.leastElements,
    elements,
    force,
    hasOtherBox: words.labels.some((label) => findPhrases(fields.otherBox, label).length > 0),
    unread: unreadLabels(words),
    otherReports: [...words.labels, ...words.prose].filter(
      (piece) => findPhrases(fields.otherReport, piece).length > 0,
    ),
  };
  return reading.isComplete ? reading : onlyFound(reading);
}

/** A reading that says only what is there. */
function onlyFound(reading: FormReading): FormReading {
  return {
    ...reading,
    isComplete: false,
    elements: reading.elements.map(({ status, ...rest }) =>
      status === undefined || status === "not_collected" ? rest : { ...rest, status },
    ),
    force: reading.force.filter(({ scope }) => scope !== "not_recorded"),
  };
}

function findField(
  words: FormWords,
  { apart = [], doubts, dropDownDoubts = [] }: FieldWords,
  { labels, hasDropDown }: { readonly labels: readonly string[]; readonly hasDropDown: boolean },
): Found {
  const all = [...words.labels, ...words.prose];
  const doubtful = [labels, doubts, hasDropDown ? dropDownDoubts : []];
  return {
    labels: labelled(words, labels, apart),
    isNamed: words.prose.some((piece) => findPhrases(labels, without(piece, apart)).length > 0),
    isDoubtful: all.some((piece) => doubtful.some((phrases) => findPhrases(phrases, piece).length > 0)),
  };
}

function findKind(
  words: FormWords,
  field: FieldWords & { readonly codes: Readonly<Record<string, readonly string[]>> },
) {
  const codes = Object.entries(field.codes).flatMap(([code, labels]): FormForce[] => {
    const found = labelled(words, labels, field.apart ?? []);
    return found.length === 0 ? [] : [{ code, scope: "always", words: found }];
  });
  const all = [...words.labels, ...words.prose].map((piece) => without(piece, field.apart ?? []));
  const phrases = [...Object.values(field.codes).flat(), ...field.doubts];
  return { codes, isDoubtful: all.some((piece) => findPhrases(phrases, piece).length > 0) };
}

/** Labels that say one of the phrases; of a long row of labels only the words that say it. */
function labelled(words: FormWords, phrases: readonly string[], apart: readonly string[]): readonly string[] {
  const found = words.labels.flatMap((label) => {
    const [mark] = findPhrases(phrases, without(label, apart));
    return mark === undefined ? [] : [label.split(" ").length <= 6 ? label : mark.text];
  });
  const isLonger = (label: string): boolean => found.some((other) => other !== label && label.startsWith(`${other} `));
  return [...new Set(found.filter((label) => !isLonger(label)))].slice(0, 3);
}

const without = (piece: string, apart: readonly string[]): string =>
  apart.length === 0 ? piece : piece.replaceAll(phrasePattern(apart), " · ");

const wordCount = (pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum + piece.split(" ").length, 0);

const codesOf = (id: string): readonly string[] => subjects.force.find((kind) => kind.id === id)?.codes ?? [];

const knownPhrases: readonly string[] = [
  ...fields.known,
  ...fields.elements.flatMap(({ labels, doubts }) => [...labels, ...doubts]),
  ...fields.force.flatMap(({ codes, doubts }) => [...Object.values(codes).flat(), ...doubts]),
];

const unreadLabels = ({ labels }: FormWords): readonly string[] => [
  ...new Set(labels.filter((label) => /\p{L}{2}/u.test(label) && findPhrases(knownPhrases, label).length === 0)),
];

/** "CIT_INJURE" → "CIT INJURE", "SubjectRace" → "Subject Race". */
const spacedWords = (name: string): string =>
  name
    .replaceAll(/[_.]+/g, " ")
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
