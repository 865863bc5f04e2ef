import { expect, test } from "vitest";
import { renderMarkdown } from "./markdown.ts";

const none = () => undefined;

test("title and opening are plain words, and the first heading is not in the body", () => {
  const { title, opening, body } = renderMarkdown("# Counts (`count`)\n\n**What.** How *many* & why.\n\nMore.", none);
  expect(title).toBe("Counts (count)");
  expect(opening).toBe("What. How many & why.");
  expect(body.markup).toBe("<p><strong>What.</strong> How <em>many</em> &amp; why.</p>\n<p>More.</p>\n");
});

test("markup, script and picture in a text become text or nothing", () => {
  const text = '# T\n\n<script>alert(1)</script>\n\nA <b onclick="x()">b</b> ![x](https://example.org/x.png)';
  const { markup } = renderMarkdown(text, none).body;
  expect(markup).not.toMatch(/<script|<b |<img/);
  expect(markup).toContain("&lt;script&gt;");
});

test("links lead to https, or where the site says; all others are words", () => {
  const text =
    "# T\n\n[a](https://example.org/a) [b](count.md) [c](javascript:alert(1)) [d](http://x.org) [e](other.md)";
  const { markup } = renderMarkdown(text, (target) => (target === "count.md" ? "/methods/count" : undefined)).body;
  expect(markup).toBe('<p><a href="https://example.org/a">a</a> <a href="/methods/count">b</a> c d e</p>\n');
});

test("a table has a caption, heads with their scope, and no head without words", () => {
  const { markup } = renderMarkdown("# T\n\n| | n |\n|---|---|\n| a & b | 1 |", none).body;
  expect(markup).toContain('<caption class="hidden">T: n</caption>');
  expect(markup).toContain('<tr><td></td><th scope="col">n</th></tr>');
  expect(markup).toContain('<tr><th scope="row">a &amp; b</th><td>1</td></tr>');
});

test("a document without a heading is refused", () => {
  expect(() => renderMarkdown("Only words.", none)).toThrow(RangeError);
});
