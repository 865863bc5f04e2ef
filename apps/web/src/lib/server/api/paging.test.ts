import { expect, test } from "vitest";
import { pagingLinks, readPaging } from "./paging.ts";

const url = (query: string) => new URL(`http://evil.example/api/v1/places?${query}`);

/** Where each link leads, by its name. */
function links(query: string, total: number): Readonly<Record<string, string>> {
  const paging = readPaging(url(query));
  if (paging instanceof Response) throw new Error("not a part of a list");
  const header = pagingLinks(url(query), total, { ...paging, origin: "https://force.example.org" });
  return Object.fromEntries(
    Array.from(
      header.matchAll(/<https:\/\/force\.example\.org\/api\/v1\/places\?([^>]*)>; rel="(\w+)"/g),
      ([, to, name]) => [name, to],
    ),
  );
}

test("links lead to the first, previous, next and last part, at the site's own address", () => {
  expect(links("limit=10&offset=20&unit=people", 45)).toEqual({
    first: "limit=10&offset=0&unit=people",
    prev: "limit=10&offset=10&unit=people",
    next: "limit=10&offset=30&unit=people",
    last: "limit=10&offset=40&unit=people",
  });
});

test("there is nothing before the first and after the last", () => {
  expect(Object.keys(links("limit=10", 45))).toEqual(["first", "next", "last"]);
  expect(Object.keys(links("limit=10&offset=40", 45))).toEqual(["first", "prev", "last"]);
  expect(Object.keys(links("limit=10&offset=10", 20))).toEqual(["first", "prev", "last"]);
  expect(links("", 0)).toEqual({ first: "limit=100&offset=0", last: "limit=100&offset=0" });
});

test("from beyond the end the way back leads to the last part", () => {
  expect(links("limit=10&offset=900", 45).prev).toBe("limit=10&offset=40");
});

test.each([
  "limit=0",
  "limit=501",
  "limit=-1",
  "limit=1.5",
  "limit=",
  "limit=ten",
  "offset=-1",
  "offset=1e3",
  "offset=x",
])("%s is refused with what to do", async (query) => {
  const answer = readPaging(url(query));
  expect(answer).toBeInstanceOf(Response);
  expect(await (answer as Response).json()).toMatchObject({ status: 400, action: expect.stringMatching(/^Give/) });
});
