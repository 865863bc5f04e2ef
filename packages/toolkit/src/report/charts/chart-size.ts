/** Width variants of a chart, in CSS pixels. Both are drawn; the page shows one. */
export type ChartWidth = "narrow" | "wide";

/**
 * Drawing sizes. The narrow chart fills a 320-pixel screen less its margins (288) and its text is still 12 pixels there:
 * 13.5 × 288 ÷ 320 = 12.15.
 */
export const chartSizes: Readonly<Record<ChartWidth, { readonly width: number; readonly font: number }>> = {
  narrow: { width: 320, font: 13.5 },
  wide: { width: 720, font: 13 },
};

/** Both variants, in the order they are written. */
export const chartWidths: readonly ChartWidth[] = ["narrow", "wide"];
