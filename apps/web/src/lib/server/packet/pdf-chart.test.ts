import { expect, test } from "vitest";
import { pdfChart } from "./pdf-chart.ts";

const figure =
  '<figure><svg class="chart narrow" viewBox="0 0 320 100"></svg>' +
  '<svg viewBox="0 0 720 180" height="180" width="720" class="chart wide"><title id="t">Force &amp; more</title>' +
  '<desc id="d">Black: 39%</desc><g fill="var(--mark)" stroke="currentColor"><rect height="9" width="8"/></g>' +
  '<g paint-order="stroke" stroke-width="5" stroke="var(--paper)" fill="var(--ink)"><text>← −20%</text></g></svg>' +
  "<figcaption>Bars are <b>counts</b>.</figcaption></figure>";

test("the wide drawing, in the colours of paper, without what only a screen needs", () => {
  const chart = pdfChart(figure);
  expect(chart?.shape).toBe(0.25);
  expect(chart?.svg).not.toMatch(/var\(|currentColor|<title|<desc|narrow|paint-order|#ffffff/);
  expect(chart?.svg).toContain('fill="#222222" stroke="#000000"');
  expect(chart?.svg).toContain('<g fill="#000000"><text>‹ –20%</text>');
  expect(chart?.svg).toContain('<rect height="9" width="8"/>');
  expect(chart?.svg).toMatch(/^<svg viewBox="0 0 720 180" class="chart wide">/);
});

test("title and description stand for the picture; the caption is plain text", () => {
  expect(pdfChart(figure)).toMatchObject({ alternative: "Force & more. Black: 39%", caption: "Bars are counts." });
});

test("a figure without a wide drawing has no chart", () => expect(pdfChart("<figure></figure>")).toBeUndefined());
