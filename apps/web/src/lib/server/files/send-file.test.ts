import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type SentFile, sendFile } from "./send-file.ts";

describe("a file as an answer", () => {
  let folder = "";
  let file: SentFile;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "evenhand-send-test-"));
    await writeFile(join(folder, "a"), "0123456789");
    file = { path: join(folder, "a"), bytes: 10, type: "text/plain", version: "v1", isForever: true };
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const asked = (headers: Record<string, string> = {}, method = "GET") =>
    sendFile(new Request("http://site/a", { headers, method }), file);

  test("is whole, with its length and version, for any site", async () => {
    const answer = asked();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-length": "10",
      etag: '"v1"',
      "accept-ranges": "bytes",
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=31536000, immutable",
    });
    expect(await answer.text()).toBe("0123456789");
  });

  test.each([
    { range: "bytes=2-4", status: 206, text: "234", part: "bytes 2-4/10" },
    { range: "bytes=7-", status: 206, text: "789", part: "bytes 7-9/10" },
    { range: "bytes=-3", status: 206, text: "789", part: "bytes 7-9/10" },
    { range: "bytes=5-99", status: 206, text: "56789", part: "bytes 5-9/10" },
    { range: "bytes=-99", status: 206, text: "0123456789", part: "bytes 0-9/10" },
    { range: "bytes=10-", status: 416, text: "", part: "bytes */10" },
    { range: "bytes=-0", status: 416, text: "", part: "bytes */10" },
    { range: "bytes=4-2", status: 200, text: "0123456789", part: null },
    { range: "bytes=0-1,4-5", status: 200, text: "0123456789", part: null },
    { range: "lines=1-2", status: 200, text: "0123456789", part: null },
  ])("answers $range with $status", async ({ range, status, text, part }) => {
    const answer = asked({ range });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(text);
    expect(answer.headers.get("content-range")).toBe(part);
  });

  test("is not sent again to those who have it", () => {
    for (const known of ['"v1"', 'W/"v1"', '"other", "v1"', "*"])
      expect(asked({ "if-none-match": known }).status).toBe(304);
    expect(asked({ "if-none-match": '"v2"' }).status).toBe(200);
  });

  test("is only described for HEAD", async () => {
    const answer = asked({}, "HEAD");
    expect(answer.headers.get("content-length")).toBe("10");
    expect(await answer.text()).toBe("");
  });
});
