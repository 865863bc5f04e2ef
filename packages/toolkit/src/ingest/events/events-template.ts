import { policyEventColumns } from "@evenhand/standard";

/** Id of the made-up event of the template; whoever leaves it in is told. */
export const exampleEventId = "example-delete-this-line";

const example: Readonly<Partial<Record<(typeof policyEventColumns)[number], string>>> = {
  id: exampleEventId,
  adopted: "2021-05-18",
  effective: "2021-07-01",
  trained: "2021-09-30",
  kind: "policy",
  what: "EXAMPLE, delete this line: neck restraints forbidden",
  what_es: "EJEMPLO, borre esta línea: se prohíben las sujeciones de cuello",
  source: "Title, publisher and address of the document",
  document: "policy-300.pdf",
  entered_by: "your name or initials",
  about: "force_application.force_type=neck_restraint",
  unaffected: "force_application.force_type=firearm_pointed",
};

/**
 * A timeline to fill in: its columns and one made-up event.
 *
 * @example eventsTemplate().split("\r\n")[0]?.startsWith("id,date,adopted") // true
 */
export function eventsTemplate(): string {
  const line = policyEventColumns.map((column) => csvCell(example[column] ?? "")).join(",");
  return `${policyEventColumns.join(",")}\r\n${line}\r\n`;
}

/** A cell of a comma-separated file, quoted where it must be (RFC 4180). */
export const csvCell = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
