/**
 * Titles above a clause, outermost first, as a reader needs them: a line of the header that the policy's own title already
 * holds is left out, unless it is a single word that may be a title of its own; so is the mark of a list. For showing only; the clause keeps all of them.
 *
 * @example sectionPath(["300 Use of Force", "300", "Use of Force", "300.5 Reporting"]) // "300 Use of Force › 300.5 Reporting"
 */
export function sectionPath([title = "", ...titles]: readonly string[]): string {
  const held = ` ${plain(title)} `;
  return [title, ...titles.filter((one) => !/[\s\d]/.test(one) || !held.includes(` ${plain(one)} `))]
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
    .join(" › ");
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, " ").trim();
