import type { Html } from "@evenhand/toolkit/report/page/html";
import { raised } from "../policy/raised.ts";

/** A report's section as a page of its own: its heading is the page's, and those below stand one rank higher too. */
export const headed = (section: Html): Html => raised(section, 1);

/** A finding as a page of its own: its sentence is the page's heading. */
export const mainHeading = ({ markup }: Html): Html => ({
  markup: markup.replace(/<h([34])([^>]*)>(.*?)<\/h\1>/s, "<h1$2>$3</h1>"),
});
