import { parentPort, workerData } from "node:worker_threads";
import { policyDocument } from "../policy/documents/build-policy-document.ts";
import type { DocumentLimits } from "./document-limits.ts";
import { DocumentTrouble } from "./document-trouble.ts";
import { readText } from "./read-text.ts";
import type { WorkerMessage } from "./worker-message.ts";

type Task = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly sha256: string;
  readonly limits: DocumentLimits;
};

const { bytes, name, sha256, limits } = workerData as Task;
const post = (message: WorkerMessage): void => parentPort?.postMessage(message);

try {
  const read = await readText(bytes, {
    name,
    sha256,
    limits,
    onProgress: (progress) => post({ kind: "progress", progress }),
  });
  post({ kind: "read" });
  post({ kind: "document", document: policyDocument(read) });
} catch (cause) {
  if (!(cause instanceof DocumentTrouble)) throw cause;
  post({
    kind: "document",
    document: { name, sha256, isReadable: false, reason: cause.reason, detail: cause.message },
  });
}
