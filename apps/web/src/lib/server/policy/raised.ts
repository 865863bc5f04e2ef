import type { Html } from "@evenhand/toolkit/report/page/html";

/** Markup whose headings stand some levels higher, so that a part of a report can be a page of its own. */
export const raised = ({ markup }: Html, levels: number): Html => ({
  markup: markup.replace(
    /(<\/?h)([2-6])(?=[\s>])/g,
    (_, tag: string, level: string) => `${tag}${Math.max(1, Number(level) - levels)}`,
  ),
});
