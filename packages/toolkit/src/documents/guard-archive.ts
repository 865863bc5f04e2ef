import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise } from "yauzl";
import type { DocumentLimits } from "./document-limits.ts";
import { DocumentTrouble } from "./document-trouble.ts";

const mostParts = 5_000;
const smallPart = 2 ** 20;

/**
 * Looks through a word-processor file before another program opens it: number of parts, size of each and of all,
 * ratio, names that lead out, encryption, and DTDs in its XML, which no word-processor writes and which entity bombs
 * need. Every part is inflated once, so a part that is larger than it says is found.
 *
 * Source: CWE-409 (decompression bombs), CWE-22 (path traversal), CWE-776 (entity expansion).
 *
 * @returns names of the parts
 * @throws DocumentTrouble
 */
export async function guardArchive(bytes: Buffer, limits: DocumentLimits): Promise<readonly string[]> {
  const zip = await fromBufferPromise(bytes, {
    lazyEntries: true,
    validateEntrySizes: true,
    strictFileNames: true,
  }).catch(damaged);
  const names: string[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, limits);
      total += entry.uncompressedSize;
      if (total > limits.inflatedBytes)
        throw bomb(`it unpacks to over ${limits.inflatedBytes.toLocaleString("en-US")} bytes`);
      if (names.length >= mostParts) throw bomb(`it has over ${mostParts.toLocaleString("en-US")} parts`);
      if (names.includes(entry.fileName))
        throw new DocumentTrouble("damaged", `it has the part ${entry.fileName} twice`);
      names.push(entry.fileName);
      await checkPart(await zip.openReadStreamPromise(entry), entry);
    }
    return names;
  } catch (cause) {
    return damaged(cause);
  } finally {
    zip.close();
  }
}

function checkEntry(entry: Entry, limits: DocumentLimits): void {
  const { fileName, uncompressedSize, compressedSize } = entry;
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:/i.test(fileName))
    throw new DocumentTrouble("damaged", "it holds a part whose name leads out of the file");
  if (entry.isEncrypted()) throw new DocumentTrouble("encrypted", "it is protected by a password");
  if (uncompressedSize > smallPart && uncompressedSize > compressedSize * limits.inflatedRatio)
    throw bomb(
      `it has a part that unpacks to ${Math.round(uncompressedSize / Math.max(1, compressedSize))} times its size`,
    );
}

async function checkPart(stream: Readable, { fileName }: Entry): Promise<void> {
  const isXml = /\.(?:xml|rels)$/i.test(fileName);
  let tail = "";
  for await (const chunk of stream) {
    if (!isXml) continue;
    const text = tail + Buffer.from(chunk).toString("latin1").replaceAll("\0", "");
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
      throw new DocumentTrouble("damaged", "its XML declares entities, as no word-processor does");
    tail = text.slice(-16);
  }
}

const bomb = (detail: string): DocumentTrouble => new DocumentTrouble("too-large", `${detail}, as no policy does`);

function damaged(cause: unknown): never {
  if (cause instanceof DocumentTrouble) throw cause;
  throw new DocumentTrouble("damaged", "it cannot be unpacked: it is cut off or damaged", { cause });
}
