import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { differences } from "./compare.ts";
import { oracleFiles, runOracleFile, shippedCases } from "./run-oracles.ts";

const reference = fileURLToPath(new URL("../../../../shared/methods/oracles/", import.meta.url));

describe("the oracle cases that ship with the toolkit", () => {
  const files = oracleFiles(shippedCases);
  it("are all there", () => expect(files.length).toBe(67));
  it.each(files.map((path) => path.slice(shippedCases.length)))("%s", async (name) => {
    const { passed, failures } = await runOracleFile(`${shippedCases}${name}`);
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });
});

describe.skipIf(!existsSync(reference))("the reference folder's own oracle cases", () => {
  it("pass, with the fetched data sets that do not ship", async () => {
    for (const path of oracleFiles(reference)) {
      const { failures, skipped } = await runOracleFile(path);
      expect(failures).toEqual([]);
      expect(skipped).toEqual([]);
    }
  });
});

describe("differences", () => {
  const tolerance = { rel: 1e-6, abs: 1e-9 };
  it("accepts numbers within the tolerance, and further fields", () =>
    expect(
      differences({ a: 1.0000005, b: [null, Infinity], c: 3 }, { a: 1, b: [null, "Infinity"] }, tolerance),
    ).toEqual([]));
  it("names what departs", () => {
    expect(differences({ a: 1.1 }, { a: 1 }, tolerance)).toEqual(["a: 1.1, expected 1"]);
    expect(differences({}, { a: null }, tolerance)).toEqual(["a: undefined, expected null"]);
    expect(differences({ a: [1] }, { a: [1, 2] }, tolerance)).toEqual(["a: 1 values, expected 2"]);
    expect(differences({ a: Number.NaN }, { a: 1 }, tolerance)).toHaveLength(1);
  });
  it("fails a method without an adapter", async () => {
    const { failures } = await runOracleFile(
      fileURLToPath(new URL("./cases/data/glm_dobson.design.json", import.meta.url)),
    );
    expect(failures).toHaveLength(1);
  });
});
