import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { keptDocument, keptText } from "./testing/kept-reading.ts";

const folder = new URL("../../../../../shared/policy/", import.meta.url);
const isHere = existsSync(new URL("MANIFEST.md", folder));
if (!isHere)
  console.warn("Skipped: departments' policies are not on this machine (../shared/policy beside the repository).");

type Row = { readonly file: string; readonly letters: number; readonly pages: number };

/** What the manifest counts in each PDF with text. */
const counted: readonly Row[] = isHere
  ? [...readFileSync(new URL("MANIFEST.md", folder), "utf8").matchAll(/^\| ([\w-]+) \| (\S+\.pdf) \|(.*)$/gm)].flatMap(
      ([, agency = "", name = "", rest = ""]) => {
        const [pages, letters] = /\| (\d+) \| (\d+) \| (?:text|mixed)/.exec(`${rest}`)?.slice(1).map(Number) ?? [];
        return letters ? [{ file: `${agency}/${name}`, letters, pages: pages ?? 0 }] : [];
      },
    )
  : [];

const files = isHere
  ? readdirSync(new URL("docs/", folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        `${entry.parentPath}/${entry.name}`.slice(fileURLToPath(new URL("docs/", folder)).length).replace(/^\//, ""),
      )
      .toSorted()
  : [];

const lettersOf = (text: string): number => text.replace(/\s/g, "").length;

describe.skipIf(!isHere)("every policy that departments published", () => {
  const refused: string[] = [];
  /** Files in which the manifest's program also counted letters inside stamps and fields. */
  const further: string[] = [];
  let [read, clauses, policies] = [0, 0, 0];

  test("the manifest is read", () => expect(counted.length).toBeGreaterThan(100));

  test.each(files)("%s", async (file) => {
    const path = fileURLToPath(new URL(`docs/${encodeURI(file)}`, folder));
    const [text, document] = [await keptText(path), await keptDocument(path)];
    if (!document.isReadable) {
      refused.push(`${file}: ${document.reason}, ${document.detail}`);
      expect(document.detail.length).toBeGreaterThan(5);
      return;
    }
    expect(file).not.toMatch(/^_edge\//);
    const row = counted.find((own) => own.file === file);
    const pages = "pages" in text ? (text.pages ?? []) : [];
    const given = pages
      .filter(({ confidence }) => confidence === undefined)
      .reduce((sum, { runs }) => sum + lettersOf(runs.map((run) => run.text).join("")), 0);
    if (row) {
      const apart = Math.abs(given / row.letters - 1);
      if (apart >= 0.03) further.push(`${file}: ${(apart * 100).toFixed(1)}%`);
      expect(apart).toBeLessThan(0.06);
      expect(document.pages).toBe(row.pages);
      expect(lettersOf(document.text.replace(/_/g, "")) / row.letters).toBeGreaterThan(0.6);
    }
    const all = document.policies.flatMap((policy) => policy.clauses);
    for (const { text: words, start, end } of all) expect(document.text.slice(start, end)).toBe(words);
    read += 1;
    clauses += all.length;
    policies += document.policies.length;
  });

  test("a table", () => {
    console.log(
      `read ${read}, refused ${refused.length}, policies ${policies}, clauses ${clauses}\n${[...refused, ...further].join("\n")}`,
    );
    expect(further.length).toBeLessThanOrEqual(3);
    expect(read + refused.length).toBe(files.length);
    expect(refused.filter((line) => line.startsWith("_edge/"))).toHaveLength(
      files.filter((file) => file.startsWith("_edge/")).length,
    );
  });
});
