import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import type { PolicyDocument, UnreadableDocument, UnreadableReason } from "../policy/documents/policy-document.ts";
import { type DocumentLimits, defaultDocumentLimits } from "./document-limits.ts";
import type { ReadProgress } from "./read-context.ts";
import type { WorkerMessage } from "./worker-message.ts";

/** A document on disk, or its bytes with a name to call it by. */
export type DocumentSource = string | { readonly bytes: Uint8Array; readonly name: string };

export type ReadDocumentOptions = {
  readonly limits?: Partial<DocumentLimits>;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Stops the reading; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
};

/**
 * Reads a policy document: PDF (with text or scanned), DOCX, HTML, Markdown or text, told apart by their bytes. The
 * work is done in a thread of its own within the limits of bytes, pages, time and memory, so that no file can stop or
 * crash the program; a file that cannot be read gives the reason, never a verdict. Nothing in a document is run and
 * nothing it points to is fetched.
 *
 * @throws the signal's reason when stopped; the error of the file system when the file is not there
 * @example await readDocument("use-of-force.pdf", { onProgress: ({ page, pages }) => show(page / pages) })
 */
export async function readDocument(
  source: DocumentSource,
  { limits, onProgress, signal }: ReadDocumentOptions = {},
): Promise<PolicyDocument | UnreadableDocument> {
  const all = { ...defaultDocumentLimits, ...limits };
  signal?.throwIfAborted();
  const name = typeof source === "string" ? basename(source) : source.name;
  const size = typeof source === "string" ? (await stat(source)).size : source.bytes.length;
  const refuse = (reason: UnreadableReason, detail: string, sha256 = ""): UnreadableDocument => ({
    name,
    sha256,
    isReadable: false,
    reason,
    detail,
  });
  if (size > all.bytes)
    return refuse(
      "too-large",
      `it has ${size.toLocaleString("en-US")} bytes; at most ${all.bytes.toLocaleString("en-US")} are read`,
    );
  const bytes = typeof source === "string" ? await readFile(source, { signal }) : source.bytes;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return runWorker(
    { bytes: new Uint8Array(bytes), name, sha256, limits: all },
    { onProgress, signal, refuse: (reason, detail) => refuse(reason, detail, sha256) },
  );
}

type Task = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly sha256: string;
  readonly limits: DocumentLimits;
};

type Watch = {
  readonly onProgress: ReadDocumentOptions["onProgress"];
  readonly signal: AbortSignal | undefined;
  readonly refuse: (reason: UnreadableReason, detail: string) => UnreadableDocument;
};

function runWorker(task: Task, { onProgress, signal, refuse }: Watch): Promise<PolicyDocument | UnreadableDocument> {
  const { limits } = task;
  const worker = new Worker(new URL("./document-worker.ts", import.meta.url), {
    workerData: task,
    transferList: [task.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let seconds = limits.seconds;
  let isRead = false;
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  const large = (megabytes: number): UnreadableDocument =>
    refuse("too-large", `it needs more than ${megabytes.toLocaleString("en-US")} MB of memory`);
  return new Promise<PolicyDocument | UnreadableDocument>((resolve, reject) => {
    const late = (): void => resolve(refuse("took-too-long", `it was not read within ${Math.round(seconds)} seconds`));
    timer = setTimeout(late, seconds * 1000);
    watch = watchMemory(limits.memoryMegabytes, () => resolve(large(limits.memoryMegabytes)));
    stop = () => reject(signal?.reason);
    signal?.addEventListener("abort", stop, { once: true });
    worker.on("message", (message: WorkerMessage) => {
      if (message.kind === "document") resolve(message.document);
      if (message.kind === "read") isRead = true;
      if (message.kind !== "progress") return;
      if (message.progress.isScan) {
        seconds += limits.secondsPerScan;
        clearTimeout(timer);
        timer = setTimeout(late, seconds * 1000 - (performance.now() - started));
      }
      onProgress?.(message.progress);
    });
    worker.on("error", (cause: Error) => {
      if ("code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(large(limits.heapMegabytes));
      else if (isRead) reject(cause);
      else resolve(refuse("damaged", "what is in it does not fit together; open it, save it anew and try again"));
    });
    worker.on("exit", () => resolve(refuse("damaged", "reading it ended without a result")));
  }).finally(async () => {
    clearTimeout(timer);
    clearInterval(watch);
    if (stop) signal?.removeEventListener("abort", stop);
    await worker.terminate();
  });
}

/** What a thread holds outside its heap has no limit of its own, so the program's growth is looked at as it reads. */
function watchMemory(megabytes: number, stop: () => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss();
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > megabytes * 2 ** 20) stop();
  }, 50);
}
