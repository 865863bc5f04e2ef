import { entityDetails } from "../entities/entity-details.ts";
import type { EntityName } from "../entities/entity-schemas.ts";

/** How issues name a record: its key, joined by `/`, or its row (1 = first) where it has none. */
export function recordKey(entity: EntityName, record: Readonly<Record<string, unknown>>, index: number): string {
  const { primaryKey } = entityDetails[entity];
  const parts = primaryKey.map((name) => record[name]);
  if (parts.length > 0 && parts.every((part) => typeof part === "string")) return parts.join("/");
  return `row ${index + 1}`;
}
