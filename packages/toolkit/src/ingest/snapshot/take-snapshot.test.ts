import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeSnapshot } from "./take-snapshot.ts";

test("takeSnapshot gives the checksum of FIPS 180-2 for “abc” and leaves the file as it is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "evenhand-test-"));
  const path = join(folder, "force.csv");
  await writeFile(path, "abc");
  const origin = { url: "https://example.org/force.csv", retrievedOn: "2026-01-31" };
  expect(await takeSnapshot(path, origin)).toEqual({
    name: "force.csv",
    sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    bytes: 3,
    ...origin,
  });
  expect(await takeSnapshot(path)).not.toHaveProperty("url");
  expect(await readFile(path, "utf8")).toBe("abc");
  await rm(folder, { recursive: true });
});
