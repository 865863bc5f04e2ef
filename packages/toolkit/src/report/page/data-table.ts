import { type Html, html } from "./html.ts";

/** A cell of a data table: text, or a number set at the right. */
export type TableCell = { readonly text: string | Html; readonly isNumber?: boolean };

export type DataTable = {
  readonly caption: string;
  readonly head: readonly TableCell[];
  /** The first cell of each row is its header. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly foot?: readonly (readonly TableCell[])[];
  /** Name of the region that scrolls when the table is wider than the screen. */
  readonly label: string;
};

/** The parts of a table that depend on what it shows. */
export type TableLines = Pick<DataTable, "head" | "rows" | "foot">;

/** A longer title of a column is given more room, so that it does not run down the page in single words. */
const longTitle = 18;

const cell = ({ text, isNumber }: TableCell): Html =>
  isNumber ? html`<td class="n">${text}</td>` : html`<td>${text}</td>`;
const line = ([first, ...rest]: readonly TableCell[]): Html =>
  html`<tr><th scope="row">${first?.text ?? ""}</th>${rest.map(cell)}</tr>`;

/** A table with caption, scopes and a labelled region that the keyboard can scroll. */
export function dataTable({ caption, head, rows, foot, label }: DataTable): Html {
  const titles = head.map(({ text, isNumber }) => {
    const kind = [...(isNumber ? ["n"] : []), ...(typeof text === "string" && text.length > longTitle ? ["long"] : [])];
    return kind.length === 0
      ? html`<th scope="col">${text}</th>`
      : html`<th scope="col" class="${kind.join(" ")}">${text}</th>`;
  });
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table><caption><span>${caption}</span></caption><thead><tr>${titles}</tr></thead><tbody>${rows.map(line)}</tbody>${
    foot && foot.length > 0 ? html`<tfoot>${foot.map(line)}</tfoot>` : undefined
  }</table></div>`;
}

/** Text of a cell. */
export const textCell = (text: string | Html): TableCell => ({ text });

/** Number, or words that stand where one would be. */
export const numberCell = (text: string | Html): TableCell => ({ text, isNumber: true });
