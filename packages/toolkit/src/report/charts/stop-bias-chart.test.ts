import { expect, test } from "vitest";
import { openWords } from "../words/words.ts";
import { findingChart } from "./finding-chart.ts";
import { stopBiasFinding } from "./fixtures/compared-findings.ts";
import { parseSvgs } from "./fixtures/drawn-boxes.ts";
import { biasCaption, stopBiasChart } from "./stop-bias-chart.ts";

const en = openWords("en");
const [svg] = parseSvgs(stopBiasChart(stopBiasFinding, "wide", en));

test("each group has a band with both its edges and the line of its own contacts", () => {
  expect(svg?.querySelectorAll("path[fill-opacity], g[fill-opacity] path")).toHaveLength(3);
  expect(svg?.querySelectorAll("g[stroke-dasharray] path")).toHaveLength(3);
});

test("a ring marks the turn only where it lies between zero and the last share", () => {
  expect(svg?.querySelectorAll("circle")).toHaveLength(1);
  expect(svg?.querySelector("desc")?.textContent).toContain("the sign turns at 33%");
});

test("differences are told per as many contacts as the comparison says", () => {
  expect(svg?.querySelector("desc")?.textContent).toContain(
    "Black: As recorded: 20 more per 1,000. At 60%: from 26 more to 50 more.",
  );
});

test("what is not recorded is named, and left out only when there is any", () => {
  expect(biasCaption(stopBiasFinding, en)).toContain("Left out: the 7% of people");
  expect(biasCaption({ ...stopBiasFinding, denominator: stopBiasFinding.total }, en)).not.toContain("Left out");
});

test("rows without bounds have no chart", () => {
  const rows = stopBiasFinding.rows.map(({ figures: _, ...row }) => row);
  expect(findingChart({ ...stopBiasFinding, rows }, en)).toBeUndefined();
});
