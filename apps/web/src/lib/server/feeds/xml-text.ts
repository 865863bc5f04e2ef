import { escapeHtml } from "@evenhand/toolkit/report/page/html";

/** Text as it stands in XML; characters that XML does not allow are left out. */
export const xmlText = (text: string): string =>
  escapeHtml(text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ""));
