import { DOMParser } from "linkedom";

type Part = {
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  cloneNode(deep: boolean): Part;
  before(part: Part): void;
  querySelectorAll(selector: string): Iterable<Part>;
  readonly parentElement: Part | null;
};

/**
 * The same drawing without what only browsers read: lengths in `em` become pixels, lines of a text
 * stand at their own place instead of so far under the one before, and an outline that lies under its
 * letters becomes a copy of them.
 */
export function plainDrawing(svg: string): string {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  const parts = (selector: string) => Array.from(document.querySelectorAll(selector)) as unknown as readonly Part[];
  for (const part of parts("text,tspan")) for (const name of ["x", "y", "dx", "dy"]) toPixels(part, name);
  for (const text of parts("text")) placeLines(text);
  for (const part of parts("[paint-order]")) outlineFirst(part);
  return String(document.documentElement);
}

function toPixels(part: Part, name: string): void {
  const [, length] = /^(-?[\d.]+)em$/.exec(part.getAttribute(name) ?? "") ?? [];
  if (length !== undefined) part.setAttribute(name, String(Math.round(Number(length) * fontSize(part) * 100) / 100));
}

function placeLines(text: Part): void {
  let bottom = Number(text.getAttribute("y") ?? 0);
  for (const line of text.querySelectorAll("tspan")) {
    const down = line.getAttribute("dy");
    bottom = line.getAttribute("y") === null ? bottom + Number(down ?? 0) : Number(line.getAttribute("y"));
    line.setAttribute("y", String(Math.round(bottom * 100) / 100));
    line.removeAttribute("dy");
  }
}

function fontSize(part: Part | null): number {
  if (part === null) return 16;
  const size = Number.parseFloat(part.getAttribute("font-size") ?? "");
  return Number.isNaN(size) ? fontSize(part.parentElement) : size;
}

function outlineFirst(part: Part): void {
  part.removeAttribute("paint-order");
  const outline = part.cloneNode(true);
  outline.setAttribute("aria-hidden", "true");
  part.before(outline);
  for (const name of ["stroke", "stroke-width", "stroke-linejoin", "stroke-opacity"]) part.removeAttribute(name);
}
