import type { Code } from "../code.ts";
import { codeListIds, codeLists } from "../code-lists.ts";
import { type EntityDetails, entityDetails } from "../entities/entity-details.ts";
import { type EntityName, entityNames } from "../entities/entity-schemas.ts";
import { importOnlyFields } from "../entities/import-only-fields.ts";
import type { Field } from "../field.ts";
import { fieldsOf } from "../fields.ts";
import { standardVersion } from "../standard-version.ts";

/** The whole dictionary as data: every entity with its fields, the import-only fields, every code list. */
export type Dictionary = {
  readonly version: string;
  readonly entities: readonly (EntityDetails & { readonly name: EntityName; readonly fields: readonly Field[] })[];
  readonly importOnlyFields: readonly Field[];
  readonly codeLists: readonly { readonly id: string; readonly codes: readonly Code[] }[];
};

/** The dictionary as data, for `dictionary --json` and for the pages made from it. */
export function dictionaryJson(): Dictionary {
  return {
    version: standardVersion,
    entities: entityNames.map((name) => ({ name, ...entityDetails[name], fields: fieldsOf(name) })),
    importOnlyFields,
    codeLists: codeListIds.map((id) => codeLists[id]),
  };
}
