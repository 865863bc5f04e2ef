import * as Plot from "@observablehq/plot";
import { ink } from "./chart-svg.ts";

/** What an axis counts, under its numbers and from where it starts. */
export const axisTitle = (text: string): Plot.Markish =>
  Plot.text([text], {
    frameAnchor: "bottom-left",
    textAnchor: "start",
    lineAnchor: "top",
    dy: 28,
    fill: ink.axis,
  });
