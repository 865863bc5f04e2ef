/** What is logged of a request: nothing that says who asked, and no text that a reader typed. */
type Asked = { readonly request: Request; readonly url: URL };

const isQuiet = (): boolean => process.env.EVENHAND_LOG === "off";

/** One JSON line a request, on standard error. */
export function logRequest({ request, url }: Asked, { status, headers }: Response, started: number): void {
  if (isQuiet()) return;
  const line = {
    time: new Date().toISOString(),
    method: request.method,
    path: url.pathname,
    status,
    milliseconds: Math.round((performance.now() - started) * 10) / 10,
    bytes: Number(headers.get("content-length") ?? 0) || undefined,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** A fault with its stack. */
export function logFault(error: unknown): void {
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), fault })}\n`);
}
