import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { speaker } from "../words/words.ts";
import { publishSite } from "./publish-site.ts";
import { fileName } from "./save-answer.ts";

const html = { "content-type": "text/html; charset=utf-8" };
let pages: Readonly<Record<string, readonly [Record<string, string>, string]>> = {};
const folder = mkdtempSync(join(tmpdir(), "evenhand-publish-"));
let server: Server;
let address = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    response.writeHead(page === undefined ? 404 : 200, page?.[0] ?? html);
    if (request.url === "/broken.bin") response.write("x", () => response.destroy());
    else response.end(page?.[1] ?? "not here");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const found = server.address();
  address = `http://127.0.0.1:${typeof found === "object" && found !== null ? found.port : 0}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const publish = () =>
  publishSite(address, {
    out: join(folder, "site"),
    origin: "https://force.example.org",
    say: speaker("en"),
    signal: new AbortController().signal,
    onFile: () => {},
  });
const written = (name: string) => readFileSync(join(folder, "site", name), "utf8");

describe("publishSite", () => {
  test("writes every linked page and file as it was sent", async () => {
    pages = {
      "/": [html, '<a href="/places/a">a</a><link href="/style.css"><a href="/?q=x">no</a>'],
      "/es": [html, '<a href="/places/a/data.csv">x</a>'],
      "/places/a": [html, '<a href="https://force.example.org/places/a/part/one">x</a>'],
      "/places/a/part/one": [html, "one"],
      "/places/a/data.csv": [{ "content-type": "text/csv" }, "a,b\r\n"],
      "/style.css": [{ "content-type": "text/css" }, "body{}"],
    };
    expect((await publish()).files).toBe(7);
    expect(written("index.html")).toBe(pages["/"]?.[1]);
    expect(written("es/index.html")).toBe(pages["/es"]?.[1]);
    expect(written("places/a/part/one/index.html")).toBe("one");
    expect(written("places/a/data.csv")).toBe("a,b\r\n");
    expect(written("404.html")).toBe("not here");
  });

  test("a large file is written as it arrives, and one that breaks off leaves nothing behind", async () => {
    const large = "x".repeat(30_000_000);
    pages = {
      "/": [html, '<a href="/large.bin">x</a>'],
      "/es": [html, ""],
      "/large.bin": [{ "content-type": "application/octet-stream" }, large],
    };
    expect((await publish()).bytes).toBeGreaterThan(large.length);
    expect(statSync(join(folder, "site", "large.bin")).size).toBe(large.length);
    pages = {
      ...pages,
      "/": [html, '<a href="/broken.bin">x</a>'],
      "/broken.bin": [{ "content-type": "application/octet-stream", "content-length": "99" }, "x"],
    };
    await expect(publish()).rejects.toThrow();
    expect(readdirSync(join(folder, "site")).filter((name) => name.startsWith("broken"))).toEqual([]);
  });

  test("removes what an earlier export wrote and nothing else", async () => {
    writeFileSync(join(folder, "site", "CNAME"), "force.example.org");
    pages = { "/": [html, "alone"], "/es": [html, "sola"] };
    await publish();
    expect(existsSync(join(folder, "site", "places/a/data.csv"))).toBe(false);
    expect(written("CNAME")).toBe("force.example.org");
  });

  test("fails with the address of a page that is linked and does not answer", async () => {
    pages = { "/": [html, '<a href="/gone">x</a>'], "/es": [html, ""] };
    await expect(publish()).rejects.toThrow("/gone (404)");
  });
});

test("no address leads out of the folder", () => {
  expect(fileName("/places/a", "text/html")).toBe("places/a/index.html");
  expect(fileName("/a%20b.svg", "image/svg+xml")).toBe("a b.svg");
  expect(() => fileName("/a/%2e%2e/%2e%2e/etc/passwd", "text/plain")).toThrow("leads elsewhere");
});
