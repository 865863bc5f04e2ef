import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type ChartWidth, chartSizes } from "./chart-size.ts";

/** Colours say what kind of quantity it is, never which group; the values are set by the page, for light, dark and print. */
export const ink = {
  observed: "var(--mark)",
  range: "var(--mark)",
  axis: "var(--soft)",
  grid: "var(--line)",
  text: "var(--ink)",
  paper: "var(--paper)",
} as const;

/** What a drawn chart is called, for those who hear it. */
export type ChartName = {
  /** Distinct within the page; the ids inside the SVG begin with it. */
  readonly id: string;
  readonly width: ChartWidth;
  readonly title: string;
  readonly description: string;
};

/** Fill of what is missing, for the chart with this id. */
export const hatch = (name: Pick<ChartName, "id" | "width">): string => `url(#${svgId(name)}-hatch)`;

const svgId = ({ id, width }: Pick<ChartName, "id" | "width">) => `${id.replaceAll(/[^a-z0-9]+/gi, "-")}-${width}`;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Draws a plot as one SVG text: role img, named by its title and description, with the hatch pattern for what is
 * missing, no fonts or colours of its own and no script. The same input gives the same bytes.
 */
export function chartSvg(name: ChartName, options: Plot.PlotOptions): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const { width, font } = chartSizes[name.width];
  const drawn = Plot.plot({
    ...options,
    document,
    width,
    className: "plot",
    style: {
      fontSize: `${font}px`,
      background: "transparent",
      ...(typeof options.style === "object" ? options.style : {}),
    },
  });
  const svg = drawn.tagName.toLowerCase() === "svg" ? drawn : drawn.querySelector("svg");
  if (!svg) throw new Error("invalid plot; drew no svg");
  const id = svgId(name);
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const part of svg.querySelectorAll("[aria-label],[aria-description],[aria-hidden]")) {
    for (const attribute of ["aria-label", "aria-description", "aria-hidden"]) part.removeAttribute(attribute);
  }
  for (const attribute of ["style", "fill", "font-family", "xmlns:xlink"]) svg.removeAttribute(attribute);
  svg.setAttribute("class", `chart ${name.width}`);
  svg.setAttribute("font-size", String(font));
  svg.setAttribute("fill", "currentColor");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title ${id}-desc`);
  const head =
    `<title id="${id}-title">${escaped(name.title)}</title><desc id="${id}-desc">${escaped(name.description)}</desc>` +
    `<defs><pattern id="${id}-hatch" patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)">` +
    `<rect width="6" height="6" fill="${ink.paper}"/><rect width="2" height="6" fill="${ink.axis}"/></pattern></defs>`;
  const text = svg.outerHTML;
  const open = text.indexOf(">") + 1;
  return text.slice(0, open) + head + text.slice(open);
}
