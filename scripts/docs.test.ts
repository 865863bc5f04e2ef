import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const json = (path: string) => JSON.parse(read(path)) as Record<string, unknown>;

const markdownIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...markdownIn("docs")];
const guides = ["README.md", "CONTRIBUTING.md", ...markdownIn("docs/guides")];

/** Paths in code marks that start with a folder of this repository; of `folder/<name>.ts` the folder. */
const pathsNamed = (text: string) =>
  [...text.matchAll(/`((?:packages|apps|docs|bench|scripts)\/[^`\s]*)`/g)]
    .map(([, path = ""]) => (path.includes("<") ? path.slice(0, path.lastIndexOf("/", path.indexOf("<"))) : path))
    .map((path) => path.replace(/[*].*$/, ""));

/** Command lines of ours: `npm run -s evenhand -- check FILE --out x` gives ["check", ["--out"]]. */
const commandsNamed = (text: string) =>
  [...text.matchAll(/npm run -s evenhand -- ([a-z][a-z-]*)([^`\n]*)/g)].map(
    ([, command = "", rest = ""]) => [command, rest.match(/--[a-z-]+/g) ?? []] as const,
  );

const helpByCommand = new Map<string, string>();

function helpOf(command: string): string {
  const known = helpByCommand.get(command);
  if (known !== undefined) return known;
  const main = join(root, "apps/cli/src/main.ts");
  const help = execFileSync(process.execPath, [main, command, "--help"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  helpByCommand.set(command, help);
  return help;
}

describe("the pages of the repository", () => {
  test.each(pages)("%s names only paths that exist", (page) => {
    expect(pathsNamed(read(page)).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test.each(pages)("%s links only to files that exist", (page) => {
    const targets = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target = ""]) => target);
    expect(targets.filter((target) => !existsSync(join(root, page, "..", target)))).toEqual([]);
  });

  test.each(pages)("%s names only npm scripts that exist", (page) => {
    const scripts = Object.keys(json("package.json").scripts as object);
    const named = [...read(page).matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  test.each(guides)("%s uses commands and options that the program has", (page) => {
    const unknown = commandsNamed(read(page)).flatMap(([command, options]) =>
      options.filter((option) => !helpOf(command).includes(option)).map((option) => `${command} ${option}`),
    );
    expect(unknown).toEqual([]);
  });

  test("the readers of pages find something", () => {
    expect(pathsNamed(read("CONTRIBUTING.md")).length).toBeGreaterThan(12);
    expect(commandsNamed(read("docs/guides/own-data.md")).map(([command]) => command)).toEqual(
      expect.arrayContaining(["check", "ingest", "report", "letter"]),
    );
  });
});

describe("methods", () => {
  const methods = Object.keys(json("packages/toolkit/src/analysis/methods.json"));

  test("there are some", () => expect(methods.length).toBeGreaterThan(3));

  test.each(methods)("%s has its page", (method) => {
    const page = `docs/methods/${method}.md`;
    expect(existsSync(join(root, page)), page).toBe(true);
    expect(read(page).length, page).toBeGreaterThan(300);
  });
});

describe("the house", () => {
  test("README names the two commands", () => {
    const text = read("README.md");
    expect(text).toContain("npm ci");
    expect(text).toContain("npm start");
  });

  test("CHANGELOG has an unreleased part with something in it", () => {
    expect(read("CHANGELOG.md")).toMatch(
      /^## \[Unreleased\]\n+### (Added|Changed|Fixed|Removed|Deprecated|Security)\n+- /m,
    );
  });

  test("CONTRIBUTING has its recipes", () => {
    const recipes = [...read("CONTRIBUTING.md").matchAll(/^## Recipe: (.+)$/gm)].map(([, recipe]) => recipe);
    expect(recipes).toEqual(["add a source mapping", "add a statistic", "add a question", "add a policy rule"]);
  });

  test("the licence is the whole Apache License 2.0 everywhere", () => {
    const text = read("LICENSE");
    expect(text).toContain("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION");
    expect(text).toContain("APPENDIX: How to apply the Apache License to your work.");
    expect(text.split("\n").length).toBeGreaterThan(200);
    for (const path of [
      "package.json",
      "packages/standard/package.json",
      "packages/toolkit/package.json",
      "apps/cli/package.json",
    ])
      expect(json(path).license, path).toBe("Apache-2.0");
    expect(read("CITATION.cff")).toMatch(/^license: Apache-2\.0$/m);
  });

  test("CITATION has what version 1.2.0 asks for, and the version of the program", () => {
    const text = read("CITATION.cff");
    for (const line of [
      /^cff-version: 1\.2\.0$/m,
      /^message: ".+"$/m,
      /^title: "Evenhand"$/m,
      /^authors:\n {2}- name: "Evenhand contributors"$/m,
    ])
      expect(text).toMatch(line);
    expect(text).toContain(`version: ${String(json("package.json").version)}\n`);
  });

  test("every run-time dependency has its reason in decision 3, and nothing else does", () => {
    const dependencies = ["packages/standard", "packages/toolkit", "apps/cli"]
      .flatMap((folder) => Object.keys((json(`${folder}/package.json`).dependencies ?? {}) as object))
      .filter((name) => !name.startsWith("@evenhand/"));
    const listed = [...read("docs/decisions/0003-runtime-dependencies.md").matchAll(/^\| `([^`]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(listed.toSorted()).toEqual([...new Set(dependencies)].toSorted());
  });
});
