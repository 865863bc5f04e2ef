import type { EntityName } from "../entities/entity-schemas.ts";
import type { Field } from "../field.ts";
import { fieldsOf, hasMissing } from "../fields.ts";
import { missingReasons } from "../missing.ts";
import { listDelimiter } from "./table-schema.ts";

const reasonByCell = new Map(missingReasons.map((reason) => [`?${reason}`, reason]));

/**
 * A record from one filled-in row of a template: `?unknown` becomes null with its reason, `a;b` a list. An empty cell of
 * a minimum field becomes null without a reason, which validation refuses; any other empty cell is left out. A cell that
 * cannot be read is kept as its text, so that validation names it. Columns that are not of the template are kept too.
 */
export function recordFromCells(entity: EntityName, cells: Readonly<Record<string, string>>): Record<string, unknown> {
  const fields = new Map(fieldsOf(entity).map((field) => [field.name, field]));
  return Object.assign(
    {},
    ...Object.entries(cells).map(([name, cell]) => {
      const field = fields.get(name);
      return field ? readCell(field, cell.trim()) : { [name]: cell };
    }),
  );
}

function readCell(field: Field, cell: string): Record<string, unknown> {
  const reason = reasonByCell.get(cell);
  if (reason)
    return {
      [field.name]: null,
      ...(hasMissing(field.entity, field.name) ? { [`${field.name}_missing`]: reason } : {}),
    };
  if (cell === "") return field.level === "seed_minimum" ? { [field.name]: null } : {};
  return { [field.name]: readValue(field, cell) };
}

function readValue(field: Field, cell: string): unknown {
  if (field.multiple) return cell.split(listDelimiter).map((code) => code.trim());
  switch (field.type) {
    case "integer":
    case "number":
      return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
    case "boolean":
      return cell === "true" || (cell === "false" ? false : cell);
    case "object":
    case "list":
      return readJson(cell);
    default:
      return cell;
  }
}

function readJson(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
