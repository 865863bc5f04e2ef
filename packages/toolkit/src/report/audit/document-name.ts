import { type Html, html } from "../page/html.ts";
import type { ListedDocument } from "./audit-page.ts";

/** The name of a document, with the way to its text where that can be read. */
export const documentName = ({ name, href }: Pick<ListedDocument, "name" | "href">): Html =>
  href === undefined ? html`<strong>${name}</strong>` : html`<strong><a href="${href}">${name}</a></strong>`;
