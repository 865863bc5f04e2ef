import { html } from "@evenhand/toolkit/report/page/html";
import { expect, test } from "vitest";
import { raised } from "./raised.ts";

test("headings rise together, none above the first level; text that looks like one stays", () => {
  const part = html`<article><h3 id="a">${"<h3>"} header</h3><h4>Why</h4></article>`;
  expect(raised(part, 2).markup).toBe('<article><h1 id="a">&lt;h3&gt; header</h1><h2>Why</h2></article>');
  expect(raised(html`<h2>A</h2><hr><header></header>`, 3).markup).toBe("<h1>A</h1><hr><header></header>");
});
