import { problem } from "./problem.ts";

/** A part of a list. */
export type Paging = { readonly limit: number; readonly offset: number };

/** Query parameters of a list that is given in parts. */
export const pagingQueries = ["limit", "offset"] as const;

const usualLimit = 100;
const mostAtOnce = 500;

/** Which part of a list is asked for, or what is wrong with the question. */
export function readPaging({ searchParams }: URL): Paging | Response {
  const limit = whole(searchParams.get("limit"), usualLimit);
  const offset = whole(searchParams.get("offset"), 0);
  if (limit === undefined || limit < 1 || limit > mostAtOnce)
    return problem(400, "“limit” is not a number of items.", `Give a whole number from 1 to ${mostAtOnce}.`);
  if (offset === undefined)
    return problem(400, "“offset” is not a number of items.", "Give a whole number, 0 or more, such as offset=100.");
  return { limit, offset };
}

const whole = (text: string | null, usual: number): number | undefined => {
  if (text === null) return usual;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

/**
 * `Link` header with the ways to the first, previous, next and last part. Source: RFC 8288.
 *
 * @param origin where the public reaches the site; the host that was asked is not trusted
 */
export function pagingLinks(
  url: URL,
  total: number,
  { limit, offset, origin }: Paging & { readonly origin: string },
): string {
  const at = (start: number, name: string) => {
    const query = new URLSearchParams(url.searchParams);
    query.set("limit", String(limit));
    query.set("offset", String(start));
    return `<${origin}${url.pathname}?${query}>; rel="${name}"`;
  };
  const last = Math.max(0, Math.ceil(total / limit) - 1) * limit;
  return [
    at(0, "first"),
    ...(offset > 0 ? [at(Math.max(0, Math.min(offset - limit, last)), "prev")] : []),
    ...(offset + limit < total ? [at(offset + limit, "next")] : []),
    at(last, "last"),
  ].join(", ");
}
