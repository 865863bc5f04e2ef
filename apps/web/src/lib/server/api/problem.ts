/** Problem details. Source: RFC 9457. */
export type Problem = {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  /** What is wrong, in a sentence. */
  readonly detail: string;
  /** What to do next, in a sentence. */
  readonly action: string;
};

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  429: "Too Many Requests",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
};

/** An error as an answer of the API: what is wrong, and what to do next. */
export function problem(
  status: number,
  detail: string,
  action: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body: Problem = { type: "about:blank", title: titles[status] ?? "Error", status, detail, action };
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
      ...headers,
    },
  });
}
