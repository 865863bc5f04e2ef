import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { isUnchanged } from "./is-unchanged.ts";

export type SentFile = {
  readonly path: string;
  readonly bytes: number;
  /** Media type. */
  readonly type: string;
  /** Name under which it is saved; absent: shown in the browser. */
  readonly saveAs?: string;
  /** Changes when the bytes change; without quotes. */
  readonly version: string;
  /** The bytes at this address never change. */
  readonly isForever?: boolean;
};

type Range = { readonly first: number; readonly last: number };

/**
 * A file as an answer, never read into memory: whole, or the one range that was asked for, so that Parquet can be read
 * in place. Any site may read it.
 */
export function sendFile(request: Request, file: SentFile): Response {
  const { path, bytes, version } = file;
  const headers = new Headers(headersOf(file));
  if (isUnchanged(request, version)) return new Response(null, { status: 304, headers });
  const asked = request.headers.get("range");
  const range = asked === null ? undefined : readRange(asked, bytes);
  if (range === "beyond") {
    headers.set("content-range", `bytes */${bytes}`);
    return new Response(null, { status: 416, headers });
  }
  const { first, last } = range ?? { first: 0, last: bytes - 1 };
  headers.set("content-length", String(last - first + 1));
  if (range !== undefined) headers.set("content-range", `bytes ${first}-${last}/${bytes}`);
  const status = range === undefined ? 200 : 206;
  if (request.method === "HEAD" || bytes === 0) return new Response(null, { status, headers });
  return new Response(Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream, {
    status,
    headers,
  });
}

const headersOf = ({ type, saveAs, version, isForever }: SentFile): Readonly<Record<string, string>> => ({
  "content-type": type,
  "accept-ranges": "bytes",
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "content-range, content-length, accept-ranges, etag",
  "cache-control": isForever ? "public, max-age=31536000, immutable" : "public, max-age=300",
  etag: `"${version}"`,
  ...(saveAs === undefined ? {} : { "content-disposition": `attachment; filename="${saveAs}"` }),
});

/** One range of bytes; undefined when the header asks for none that we give, which means the whole file. */
function readRange(text: string, bytes: number): Range | "beyond" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(text) ?? [];
  if (from === "" && to === "") return undefined;
  const first = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const last = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (first >= bytes || (from === "" && Number(to) === 0)) return "beyond";
  return first <= last ? { first, last } : undefined;
}
