import { createHash } from "node:crypto";
import { isUnchanged } from "./is-unchanged.ts";

/** Text or bytes made for one answer. */
export type SentText = {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Hash of the release it is made from: stands at the head of its ETag. */
  readonly hash?: string;
  readonly saveAs?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A short answer that any site may read, with an ETag of its release and its bytes. */
export function sendText(request: Request, { body, type, hash = "site", saveAs, headers: more }: SentText): Response {
  const version = `${hash.slice(0, 8)}-${createHash("sha256").update(body).digest("hex").slice(0, 16)}`;
  const headers = new Headers({
    "content-type": type,
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=300",
    etag: `"${version}"`,
    ...(saveAs === undefined ? {} : { "content-disposition": `attachment; filename="${saveAs}"` }),
    ...more,
  });
  if (isUnchanged(request, version)) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : body, { headers });
}
