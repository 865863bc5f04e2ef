import { expect, test } from "vitest";
import { breakable } from "./breakable.ts";

test("a name breaks after its marks and nowhere else, and is escaped", () => {
  expect(breakable("force_type").markup).toBe("force_<wbr>type");
  expect(breakable("a-b.md").markup).toBe("a-<wbr>b.<wbr>md");
  expect(breakable("/api/v1").markup).toBe("/<wbr>api/<wbr>v1");
  expect(breakable("plain").markup).toBe("plain");
  expect(breakable("<i>_x").markup).toBe("&lt;i&gt;_<wbr>x");
});
