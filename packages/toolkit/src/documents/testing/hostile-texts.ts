import { type HostileFile, harmlessLines } from "./hostile-files.ts";

const say = harmlessLines.join(" ");
const times = (text: string, count: number): Buffer => Buffer.from(`${say}\n\n${text.repeat(count)}\n\n${say}`);

/** Text, Markdown and web pages made so that a careless pattern looks for hours. */
export const hostileTexts: readonly HostileFile[] = [
  ["40 comments before nothing", () => Buffer.from(`${"<!---->".repeat(40)}x\n${say}`), "read"],
  ["60,000 spaces before the text", () => Buffer.from(`${" ".repeat(60_000)}x\n${say}`), "read"],
  ["a line of 500,000 opening brackets", () => times("[", 500_000), "read", { seconds: 60 }],
  ["a line of 500,000 dots and spaces", () => times(". ", 250_000), "read", { seconds: 60 }],
  ["a million lines of one letter", () => times("a\n", 1_000_000), "letters-without-meaning", { seconds: 60 }],
  [
    "a Markdown line of 300,000 stars",
    () => Buffer.from(`# One\n\n# Two\n\n${"*a".repeat(150_000)}\n\n${say}`),
    "letters-without-meaning",
    { seconds: 60 },
  ],
  [
    "a Markdown table of 300,000 bars",
    () => Buffer.from(`# One\n\n# Two\n\n${"|".repeat(300_000)}x\n\n${say}`),
    "read",
    { seconds: 60 },
  ],
  [
    "a web page of 200,000 open paragraphs",
    () => Buffer.from(`<!doctype html><html><body>${"<p>".repeat(200_000)}${say}</body></html>`),
    "read",
    { seconds: 60 },
  ],
  [
    "a web page of 20,000 attributes",
    () =>
      Buffer.from(
        `<!doctype html><html><body><p ${Array.from({ length: 20_000 }, (_, index) => `a${index}="x"`).join(" ")}>${say}</p></body></html>`,
      ),
    "read",
    { seconds: 60 },
  ],
];
