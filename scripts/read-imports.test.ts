import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readImports } from "./read-imports.ts";

const source = `
import { a } from "./a.ts";
import type { B } from "../b.ts";
import "node:fs";
export * from "@evenhand/standard";
export type { C } from "@evenhand/toolkit/release/cells";
// import { no } from "./comment.ts";
const text = 'import { no } from "./string.ts"';
const late = () => import("./late.ts");
let D: import("./d.ts").D;
`;

test("readImports sees every kind of import and no comment or string", () => {
  const root = mkdtempSync(join(tmpdir(), "evenhand-imports-"));
  mkdirSync(join(root, "src/deep"), { recursive: true });
  writeFileSync(join(root, "src/deep/x.ts"), source);
  writeFileSync(join(root, "src/deep/x.test.ts"), 'import "./not-read.ts";');
  const { files, imports } = readImports(root, ["src", "absent"]);
  rmSync(root, { recursive: true });

  expect(files).toEqual(["src/deep/x.ts"]);
  expect(imports.map(({ to, specifier, typeOnly }) => [to ?? specifier, typeOnly])).toEqual([
    ["src/deep/a.ts", false],
    ["src/b.ts", true],
    ["node:fs", false],
    ["packages/standard/src/index.ts", false],
    ["packages/toolkit/src/release/cells.ts", true],
    ["src/deep/late.ts", false],
    ["src/deep/d.ts", true],
  ]);
});
