import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Snapshot } from "@evenhand/standard";
import { fileChunks } from "../read/file-chunks.ts";

/**
 * Records a published file: name, size and sha256, streamed so that any size will do. The file is never altered.
 *
 * @param path file as the agency published it
 * @param origin where and when it was got, when known; `signal` stops the reading
 * @throws the error of the file system when the file cannot be read; `readSources` says it in plain words
 */
export async function takeSnapshot(
  path: string,
  origin: { readonly url?: string; readonly retrievedOn?: string; readonly signal?: AbortSignal } = {},
): Promise<Snapshot> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of fileChunks(path)) {
    origin.signal?.throwIfAborted();
    hash.update(chunk);
    bytes += chunk.length;
  }
  return {
    name: basename(path),
    sha256: hash.digest("hex"),
    bytes,
    ...(origin.url === undefined ? {} : { url: origin.url }),
    ...(origin.retrievedOn === undefined ? {} : { retrievedOn: origin.retrievedOn }),
  };
}
