import type { Readable } from "node:stream";
import { type Entry, openPromise } from "yauzl";
import { InputError } from "./input-error.ts";
import type { ReadLimits } from "./read-limits.ts";
import { tooSlow } from "./stage-csv.ts";

/** The parts of a zip archive that passed the guard. */
export type Archive = {
  readonly names: readonly string[];
  /** Opens a part; the stream fails when it inflates to more than it declares. */
  readonly read: (name: string) => Promise<AsyncIterable<Buffer>>;
  readonly close: () => void;
};

const mostEntries = 10_000;
const smallEntry = 16 * 2 ** 20;

/**
 * Opens a zip archive behind a guard: number of parts, declared sizes one by one and together, ratio, names that lead
 * out of the archive, encryption. Parts are found through the central directory only and each is held to the size it
 * declares there, so what was checked is what is read.
 *
 * Source: CWE-409 (decompression bombs), CWE-22 (path traversal).
 *
 * @throws InputError `zip-bomb`, `zip-path`, `encrypted` or `damaged-zip`
 */
export async function openArchive(path: string, file: string, limits: ReadLimits): Promise<Archive> {
  const damaged = (cause: unknown): InputError =>
    cause instanceof InputError
      ? cause
      : new InputError(
          "damaged-zip",
          file,
          `${file} cannot be unpacked: it is cut off or damaged. Download it again.`,
          { cause },
        );
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
    strictFileNames: true,
  }).catch((cause: unknown) => Promise.reject(damaged(cause)));
  const deadline = Date.now() + limits.seconds * 1000;
  const entryByName = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, file, limits);
      total += entry.uncompressedSize;
      if (total > limits.workbookInflatedBytes)
        throw bomb(file, `unpacks to over ${limits.workbookInflatedBytes.toLocaleString("en-US")} bytes`);
      if (entryByName.size >= mostEntries) throw bomb(file, `has over ${mostEntries.toLocaleString("en-US")} parts`);
      if (entryByName.has(entry.fileName)) throw bomb(file, `has the part ${entry.fileName} twice`);
      entryByName.set(entry.fileName, entry);
    }
  } catch (cause) {
    zip.close();
    if (/invalid (relative path|characters)|absolute path/i.test(String(cause))) throw pathTrick(file, cause);
    throw damaged(cause);
  }
  return {
    names: [...entryByName.keys()],
    read: async (name) => {
      const entry = entryByName.get(name);
      if (!entry) throw damaged(new Error(`no part ${name}`));
      const stream = await zip.openReadStreamPromise(entry).catch((cause: unknown) => Promise.reject(damaged(cause)));
      return guarded(stream, damaged, () => {
        if (Date.now() > deadline) throw tooSlow(file, limits.seconds);
      });
    },
    close: () => zip.close(),
  };
}

async function* guarded(
  stream: Readable,
  damaged: (cause: unknown) => InputError,
  checkTime: () => void,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) {
      checkTime();
      yield chunk;
    }
  } catch (cause) {
    throw damaged(cause);
  }
}

function checkEntry(entry: Entry, file: string, limits: ReadLimits): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(fileName)) throw pathTrick(file);
  if (entry.isEncrypted())
    throw new InputError(
      "encrypted",
      file,
      `${file} is protected by a password. Save a copy without one and give that.`,
    );
  if (uncompressedSize > smallEntry && uncompressedSize > compressedSize * limits.inflatedRatio)
    throw bomb(file, `has a part that unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size`);
}

const bomb = (file: string, what: string): InputError =>
  new InputError(
    "zip-bomb",
    file,
    `${file} ${what}, as no published table does. It was not opened; get the file from the agency again.`,
  );

const pathTrick = (file: string, cause?: unknown): InputError =>
  new InputError(
    "zip-path",
    file,
    `${file} holds a part whose name leads out of the archive, as no workbook does. It was not opened; get the file from the agency again.`,
    { cause },
  );
