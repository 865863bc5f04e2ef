import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import rules from "./architecture.json" with { type: "json" };
import { readImports, type SourceImport } from "./read-imports.ts";

type Part = {
  readonly folder: string;
  readonly own: readonly string[];
  readonly packages: readonly string[];
  readonly node: boolean;
  readonly browser: boolean;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const parts: Readonly<Record<string, Part>> = rules.parts;
const sourceFolders = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => `${group}/${name}/src`),
);
const all = readImports(root, sourceFolders);
const isTestSupport = (file: string) => rules.testSupport.files.includes(file);
const files = all.files.filter((file) => !isTestSupport(file));
const imports = all.imports.filter(({ from }) => !isTestSupport(from));

const isIn = (file: string, folder: string) => file.startsWith(`${folder}/`);
const partOf = (file: string) => Object.keys(parts).find((name) => isIn(file, parts[name]?.folder ?? ""));
const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
const say = ({ from, specifier }: SourceImport) => `${from} imports ${specifier}`;

const importsByFile = Map.groupBy(imports, ({ from }) => from);

/** Import paths that start at a file and reach a forbidden import at run time, as `a.ts → b.ts → node:fs`. */
function pathsToNode(start: string): string[] {
  const seen = new Set([start]);
  const queue = [[start]];
  const found: string[] = [];
  for (let path = queue.shift(); path; path = queue.shift()) {
    for (const { specifier, to, typeOnly } of importsByFile.get(path.at(-1) ?? "") ?? []) {
      if (typeOnly) continue;
      if (to === undefined) {
        if (isBuiltin(specifier) || rules.nodeOnlyPackages.includes(packageOf(specifier)))
          found.push([...path, specifier].join(" → "));
      } else if (!seen.has(to)) {
        seen.add(to);
        queue.push([...path, to]);
      }
    }
  }
  return found;
}

/** Cycles among files, type imports included, each written once. */
function cycles(): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.add([...path.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const { to } of importsByFile.get(file) ?? []) if (to !== undefined) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return [...found];
}

describe("the architecture", () => {
  test("was read: files, imports and every part that exists", () => {
    expect(files.length).toBeGreaterThan(rules.atLeastFiles);
    expect(imports.length).toBeGreaterThan(files.length);
    for (const name of ["standard", "stats", "sample", "analysis", "report", "release", "ingest"])
      expect(files.filter((file) => partOf(file) === name).length, name).toBeGreaterThan(2);
    expect(imports.filter(({ specifier }) => specifier === "(computed)").map(say)).toEqual([]);
  });

  test("every source file belongs to a part", () => {
    expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
  });

  test("every import of ours means a file that exists", () => {
    expect(imports.filter(({ to }) => to !== undefined && !existsSync(join(root, to))).map(say)).toEqual([]);
  });

  test("other packages are imported by name, not by path", () => {
    const leaves = ({ from, specifier, to }: SourceImport) =>
      specifier.startsWith(".") && to?.split("/").slice(0, 2).join() !== from.split("/").slice(0, 2).join();
    expect(imports.filter(leaves).map(say)).toEqual([]);
  });

  test.each(Object.entries(parts))("%s imports only what it may", (name, part) => {
    const isAllowed = ({ specifier, to }: SourceImport) => {
      if (to !== undefined) return partOf(to) === name || part.own.includes(partOf(to) ?? "") || part.own.includes(to);
      return isBuiltin(specifier) ? part.node : part.packages.includes(packageOf(specifier));
    };
    expect(
      imports
        .filter(({ from }) => partOf(from) === name)
        .filter((one) => !isAllowed(one))
        .map(say),
    ).toEqual([]);
  });

  test("only tests import what supports tests", () => {
    expect(
      imports.filter(({ from, to }) => to !== undefined && isTestSupport(to) && !isTestSupport(from)).map(say),
    ).toEqual([]);
    expect(rules.testSupport.files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test("every npm package that is imported is declared by its workspace", () => {
    const isDeclared = ({ from, specifier }: SourceImport) => {
      const workspace = from.split("/").slice(0, 2).join("/");
      const { dependencies = {} } = JSON.parse(readFileSync(join(root, workspace, "package.json"), "utf8"));
      return packageOf(specifier) in dependencies;
    };
    const fromNpm = imports.filter(({ specifier }) => !specifier.startsWith(".") && !isBuiltin(specifier));
    const itself = ({ from, to }: SourceImport) => to?.split("/")[1] === from.split("/")[1];
    expect(fromNpm.length).toBeGreaterThan(50);
    expect(fromNpm.filter((one) => !itself(one) && !isDeclared(one)).map(say)).toEqual([]);
  });

  test("what runs in a browser reaches nothing of Node", () => {
    const browserFiles = files.filter((file) => parts[partOf(file) ?? ""]?.browser);
    expect(browserFiles.length).toBeGreaterThan(50);
    expect(browserFiles.flatMap(pathsToNode)).toEqual([]);
  });

  test("no file imports itself through others", () => {
    expect(cycles()).toEqual([]);
  });

  test("the readers themselves see Node where it is used", () => {
    expect(pathsToNode("packages/toolkit/src/release/engine.ts")).toEqual([
      "packages/toolkit/src/release/engine.ts → @duckdb/node-api",
    ]);
  });
});

describe("the decisions", () => {
  const names = readdirSync(join(root, "docs/decisions")).sort();

  test("are numbered in sequence, one page each", () => {
    expect(names.length).toBeGreaterThanOrEqual(6);
    expect(names.map((name) => name.slice(0, 5))).toEqual(
      names.map((_, index) => `${String(index + 1).padStart(4, "0")}-`),
    );
    for (const name of names) {
      const text = readFileSync(join(root, "docs/decisions", name), "utf8");
      expect(text, name).toMatch(/^# /);
      expect(text.split(/\s+/).length, name).toBeLessThan(700);
    }
  });
});
