import { type Html, html } from "./html.ts";

/**
 * A name of a file, a field or a code, or an address, that may break after its marks, and so not within a word. For narrow columns; not for
 * sentences, which break at their spaces.
 *
 * @example breakable("force_type").markup // "force_<wbr>type"
 */
export const breakable = (name: string): Html => {
  const [first = "", ...rest] = name.split(/(?<=[_.~/-])/);
  return html`${first}${rest.map((part) => html`<wbr>${part}`)}`;
};
