import { describe, expect, test } from "vitest";
import { linkedPaths } from "./linked-addresses.ts";

const base = "http://127.0.0.1:4000/places/a";
const origins = ["http://127.0.0.1:4000", "https://force.example.org"];

describe("linkedPaths", () => {
  test("reads links, pictures and styles of a page, each once", () => {
    const page = `<a href="/es">x</a> <a href="/es#top">x</a> <a href="b?x=1">no</a> <img src="c.svg"> <link href="/style.css">
      <a href="https://other.example.org/">no</a> <a href="https://force.example.org/p/q&amp;r">x</a> <a href="mailto:a@b.c">no</a>`;
    expect(linkedPaths(page, { type: "text/html", base, origins })).toEqual([
      "/es",
      "/places/c.svg",
      "/style.css",
      "/p/q&r",
    ]);
  });

  test("reads fonts of a style, places of a site map and links of a feed", () => {
    expect(linkedPaths("src:url(/fonts/a.woff2)", { type: "text/css", base, origins })).toEqual(["/fonts/a.woff2"]);
    const map = "<urlset><url><loc>https://force.example.org/methods</loc></url></urlset>";
    expect(linkedPaths(map, { type: "application/xml", base, origins })).toEqual(["/methods"]);
    const feed = '<feed><link href="https://force.example.org/places/a"/></feed>';
    expect(linkedPaths(feed, { type: "application/atom+xml", base, origins })).toEqual(["/places/a"]);
  });

  test("follows nothing in other files", () => {
    expect(linkedPaths('href="/x"', { type: "text/csv", base, origins })).toEqual([]);
  });
});
