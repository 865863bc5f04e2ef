import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { policyDocument } from "../../policy/documents/build-policy-document.ts";
import type { ReadText } from "../../policy/documents/page-text.ts";
import type { PolicyDocument, UnreadableDocument, UnreadableReason } from "../../policy/documents/policy-document.ts";
import { defaultDocumentLimits } from "../document-limits.ts";
import { DocumentTrouble } from "../document-trouble.ts";
import { readText } from "../read-text.ts";

/** Recognising takes seconds a page: a scan of more pages than this is refused, as a reader with this limit refuses it. */
const scannedPages = 4;

/** What a reader got out of a file, or why it could not be read. */
export type KeptText = ReadText | { readonly reason: UnreadableReason; readonly detail: string };

/** A file, or bytes with a name to call them by. */
export type KeptSource = string | { readonly bytes: Uint8Array; readonly name: string };

/**
 * Reads a policy once per machine and version of the reading code: tests that ask many departments' documents share
 * what was read, in a folder beside other temporary files. Several processes may ask at once: a file is written under
 * another name and put in place whole.
 */
export async function keptText(source: KeptSource): Promise<KeptText> {
  const { bytes, name } = opened(source);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const place = placeOf(readerFolder(), sha256, name);
  const known = kept<KeptText>(place);
  if (known !== undefined) return known;
  const context = {
    name,
    sha256,
    limits: { ...defaultDocumentLimits, scannedPages },
    onProgress: () => undefined,
  };
  const read: KeptText = await readText(bytes, context).catch((cause: unknown) => {
    if (cause instanceof DocumentTrouble) return { reason: cause.reason, detail: cause.message };
    throw cause;
  });
  keep(place, read);
  return read;
}

/** The document made of {@link keptText}, as `readDocument` gives it. */
export async function keptDocument(source: KeptSource): Promise<PolicyDocument | UnreadableDocument> {
  const { bytes, name } = opened(source);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const place = placeOf(documentFolder(), sha256, name);
  const known = kept<PolicyDocument | UnreadableDocument>(place);
  if (known !== undefined) return known;
  const read = await keptText(source);
  const document: PolicyDocument | UnreadableDocument =
    "reason" in read ? { name, sha256, isReadable: false, ...read } : policyDocument(read);
  keep(place, document);
  return document;
}

const root = join(tmpdir(), "evenhand-kept-reading");
const [readers, builders] = [new URL("../", import.meta.url), new URL("../../policy/documents/", import.meta.url)];
const lock = new URL("../../../../../package-lock.json", import.meta.url);
/** Folders of code that is no longer there are removed when nobody has used them for this long. */
const keptDays = 2;

const codeOf = (folder: URL): string =>
  readdirSync(folder)
    .toSorted()
    .filter((file) => /\.(?:ts|json)$/.test(file) && !file.includes(".test."))
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("");

const once = <Value>(make: () => Value): (() => Value) => {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
};

const hashOf = (words: string): string => createHash("sha256").update(words).digest("hex").slice(0, 16);
/** Of the builder's code, what readers use: how recognised words are put right. */
const mending = ["has-meaning.ts", "mend-recognized.ts", "mend-words.ts", "policy-words.json"];
const readerCode = once(() =>
  hashOf(
    [
      codeOf(readers),
      ...[...mending.map((file) => new URL(file, builders)), lock].map((file) => readFileSync(file, "utf8")),
    ].join(""),
  ),
);
const readerFolder = once(() => folderFor(`text-${readerCode()}`));
const documentFolder = once(() => folderFor(`document-${hashOf(readerCode() + codeOf(builders))}`));

function folderFor(name: string): string {
  mkdirSync(root, { recursive: true });
  for (const other of readdirSync(root)) {
    const days = (Date.now() - (statSync(join(root, other), { throwIfNoEntry: false })?.mtimeMs ?? 0)) / 86_400_000;
    if (other !== name && days > keptDays) rmSync(join(root, other), { recursive: true, force: true });
  }
  mkdirSync(join(root, name), { recursive: true });
  return join(root, name);
}

/** Files of the same bytes under two names are two documents: the name is part of what is read. */
const placeOf = (folder: string, sha256: string, name: string): string =>
  join(folder, `${sha256.slice(0, 24)}-${hashOf(name)}.json`);

const opened = (source: KeptSource): { readonly bytes: Uint8Array; readonly name: string } =>
  typeof source === "string"
    ? { bytes: new Uint8Array(readFileSync(source)), name: basename(source) }
    : { bytes: new Uint8Array(source.bytes), name: source.name };

const kept = <Value>(place: string): Value | undefined =>
  existsSync(place) ? (JSON.parse(readFileSync(place, "utf8")) as Value) : undefined;

function keep(place: string, value: unknown): void {
  const beside = `${place}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(value));
  renameSync(beside, place);
}
