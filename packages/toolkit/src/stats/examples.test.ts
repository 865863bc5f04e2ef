import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .sort();

type Example = { readonly call: string; readonly expected: string };

/** The `@example` parts of a file's doc comments: a call, then `// what it returns`. */
function examplesIn(text: string): readonly Example[] {
  const comments = text.match(/\/\*\*[\s\S]*?\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const lines = comment
      .replace(/^\/\*\*|\*\/$/g, "")
      .split("\n")
      .map((line) => line.replace(/^\s*\*? ?/, ""))
      .join("\n");
    return lines
      .split(/^@/m)
      .filter((part) => part.startsWith("example"))
      .map((part) => {
        const body = part.slice("example".length).trim();
        const cut = body.lastIndexOf("//");
        return cut < 0
          ? { call: body, expected: "" }
          : {
              call: body
                .slice(0, cut)
                .replace(/^\s*\/\/\s*$/gm, "")
                .trim(),
              expected: body
                .slice(cut + 2)
                .replace(/\s+/g, " ")
                .trim(),
            };
      });
  });
}

/** A number written `0.25…` stands for every number within one of its last digit. */
class Beginning {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function evaluate(code: string, scope: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(scope), `"use strict"; return (${code});`)(...Object.values(scope)) as unknown;
}

function readExpected(text: string): unknown {
  const code = text.replace(
    /(-?\d[\d.]*(?:e[-+]?\d+)?)…(e[-+]?\d+)?/g,
    (_, digits: string, power = "") => `new Beginning("${digits}…${power}")`,
  );
  return evaluate(code, { Beginning });
}

function agrees(got: unknown, expected: unknown): boolean {
  if (expected instanceof Beginning) return typeof got === "number" && beginsWith(got, expected.text);
  if (typeof expected === "number" && typeof got === "number")
    return Object.is(got, expected) || Math.abs(got - expected) <= 1e-9 * Math.abs(expected);
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) && !ArrayBuffer.isView(got)) return false;
    const list = Array.from(got as ArrayLike<unknown>);
    return list.length === expected.length && expected.every((value, index) => agrees(list[index], value));
  }
  if (expected !== null && typeof expected === "object") {
    if (got === null || typeof got !== "object") return false;
    const fields = got as Readonly<Record<string, unknown>>;
    return Object.entries(expected).every(([key, value]) => agrees(fields[key], value));
  }
  return got === expected;
}

function beginsWith(got: number, text: string): boolean {
  const [digits = "", power = ""] = text.split("…");
  const scale = power === "" ? 1 : Number(`1${power}`);
  const places = digits.split(".")[1]?.length ?? 0;
  const from = Math.abs(Number(digits));
  const distance = Math.abs(got / scale) - from;
  const hasSign = Math.sign(got) === Math.sign(Number(digits)) || Number(digits) === 0;
  return hasSign && Math.abs(distance) <= 10 ** -places * (1 + 1e-9);
}

describe("the examples in the statistics' own documentation", () => {
  it("are found", () => expect(files.length).toBeGreaterThan(8));

  it.each(files)("%s", async (name) => {
    const path = join(folder, name);
    const examples = examplesIn(readFileSync(path, "utf8"));
    const exported = (await import(path)) as Readonly<Record<string, unknown>>;
    const functions = Object.entries(exported).filter(([, value]) => typeof value === "function");
    for (const [key] of functions)
      expect(
        examples.some(({ call }) => call.includes(`${key}(`)),
        `${key} has an @example`,
      ).toBe(true);
    for (const { call, expected } of examples) {
      expect(expected, `${call} says what it returns`).not.toBe("");
      const got = evaluate(call, exported);
      expect(agrees(got, readExpected(expected)), `${call} → ${JSON.stringify(got)}, documented ${expected}`).toBe(
        true,
      );
    }
  });
});
