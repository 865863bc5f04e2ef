import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { answerAgain, keptAnswer } from "./kept-answer.ts";

const page = () => new Response("<p>ñ</p>".repeat(50), { status: 200, headers: { etag: '"abc"', "x-own": "1" } });
const asking = (encoding?: string) => ({
  headers: new Headers(encoding === undefined ? {} : { "accept-encoding": encoding }),
});

describe("a kept answer", () => {
  test("comes again as it was for those who do not unpack", async () => {
    const kept = await keptAnswer(page());
    for (const encoding of [undefined, "identity", "br", "gzip;q=0"]) {
      const again = answerAgain(kept, asking(encoding));
      expect(await again.text()).toBe("<p>ñ</p>".repeat(50));
      expect(again.headers.get("content-encoding")).toBeNull();
      expect(again.headers.get("etag")).toBe('"abc"');
      expect(again.headers.get("x-own")).toBe("1");
    }
  });

  test("comes packed for those who do, with a tag and a length of its own", async () => {
    const again = answerAgain(await keptAnswer(page()), asking("br, gzip"));
    const bytes = new Uint8Array(await again.arrayBuffer());
    expect(gunzipSync(bytes).toString()).toBe("<p>ñ</p>".repeat(50));
    expect(again.headers.get("content-length")).toBe(String(bytes.byteLength));
    expect(again.headers.get("etag")).toBe('"abc-gzip"');
    expect(again.headers.get("vary")).toContain("accept-encoding");
  });
});
