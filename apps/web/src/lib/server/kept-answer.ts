import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { KeptAnswer } from "./page-cache.ts";

const packed = promisify(gzip);

/** An answer to be kept, with its packed form beside it. */
export async function keptAnswer(response: Response): Promise<KeptAnswer> {
  const body = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    headers: [...response.headers],
    body,
    packed: new Uint8Array(await packed(body)),
  };
}

/**
 * A kept answer as a response, packed for those who can unpack it. The two forms have tags of their own, so that one is
 * never taken for the other.
 */
export function answerAgain(
  { status, headers, body, packed: small }: KeptAnswer,
  request: Pick<Request, "headers">,
): Response {
  const isPacked = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers.get("accept-encoding") ?? "");
  const sent = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  sent.append("vary", "accept-encoding");
  const bytes = isPacked ? small : body;
  sent.set("content-length", String(bytes.byteLength));
  const tag = sent.get("etag");
  if (isPacked) {
    sent.set("content-encoding", "gzip");
    if (tag !== null) sent.set("etag", tag.replace(/"$/, '-gzip"'));
  }
  return new Response(bytes, { status, headers: sent });
}
