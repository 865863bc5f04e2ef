import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../cli-error.ts";
import type { Say } from "../words/words.ts";
import { writeOutput } from "../write-output.ts";
import { fetchPatiently } from "./fetch-patiently.ts";
import { saveAnswer } from "./save-answer.ts";

/** Which files the last export wrote, so that the next one can remove what is no longer there. */
const listName = "evenhand-files.json";

/** A page that no site has; its answer is what a file server sends for an unknown address. */
const unknownPage = "/no-such-page";

export type Published = { readonly files: number; readonly bytes: number };

type Options = {
  readonly out: string;
  /** Address that the files will have, for links that are read elsewhere. */
  readonly origin: string;
  readonly say: Say;
  readonly signal: AbortSignal;
  readonly onFile: (done: number, known: number) => void;
};

const starts = ["/", "/es", "/sitemap.xml", "/robots.txt", "/feed.atom"];
const atOnce = 4;

/**
 * Writes every page and file of a running site that can be reached by links, as files for any file server: the same
 * bytes as the site sends. Files that an earlier export wrote and this one does not are removed; no others are touched.
 *
 * @throws CliError when a linked page does not answer
 */
export async function publishSite(address: string, options: Options): Promise<Published> {
  const { out, origin, say, signal } = options;
  const earlier = await readList(out);
  const known = new Set(starts);
  const waiting = [...starts];
  const written = new Set<string>();
  const missing: string[] = [];
  let bytes = 0;
  const worker = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      signal.throwIfAborted();
      const response = await fetchPatiently(address + path, { signal });
      if (!response.ok) {
        if (!starts.includes(path)) missing.push(`${path} (${response.status})`);
        await response.body?.cancel();
        continue;
      }
      const saved = await saveAnswer(response, { path, address, out, origins: [address, origin] });
      written.add(saved.name);
      bytes += saved.bytes;
      for (const linked of saved.links)
        if (!known.has(linked)) {
          known.add(linked);
          waiting.push(linked);
        }
      options.onFile(written.size, known.size);
    }
  };
  // A worker that finds the list empty may be followed by pages that others are still reading.
  while (waiting.length > 0) await Promise.all(Array.from({ length: atOnce }, worker));
  if (missing.length > 0) throw new CliError(say("publish-missing", { paths: missing.slice(0, 10).join("\n  ") }));
  await writeOutput(
    join(out, "404.html"),
    new Uint8Array(await (await fetchPatiently(address + unknownPage)).arrayBuffer()),
  );
  written.add("404.html");
  for (const name of earlier) if (!written.has(name)) await rm(join(out, name), { force: true });
  await writeOutput(join(out, listName), `${JSON.stringify([...written].toSorted(), null, 1)}\n`);
  return { files: written.size, bytes };
}

async function readList(out: string): Promise<readonly string[]> {
  const text = await readFile(join(out, listName), "utf8").catch(() => "[]");
  const list: unknown = JSON.parse(text);
  const isOurs = (name: unknown): name is string => typeof name === "string" && !name.split("/").includes("..");
  return Array.isArray(list) ? list.filter(isOurs) : [];
}
