import type { LineMarker } from "./line-marker.ts";

/** A heading, paragraph or list item with its words joined over lines and pages. */
export type DocumentBlock = {
  readonly kind: "heading" | "paragraph" | "item";
  readonly text: string;
  /** Where in `text` which page begins; empty for documents without pages. */
  readonly pages: readonly { readonly at: number; readonly page: number }[];
  readonly marker?: LineMarker;
  /** Left end of the words, points; depth of a list for documents without places. */
  readonly x: number;
  /** Whether the second line is indented under the marker; absent for one line. */
  readonly hangs?: boolean;
  /** Of the letters, or 0. */
  readonly height: number;
  readonly isBold: boolean;
  /** Letters of a bold beginning. */
  readonly boldStart?: number;
  /** Stands in a table cell or side column. */
  readonly isCell: boolean;
  /** Stands in the header of the policy, which opens no sections. */
  readonly isHeader?: boolean;
  /** Depth of a heading where the document itself says it, 1 = outermost. */
  readonly level?: number;
};
