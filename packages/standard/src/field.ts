import type { CodeListId } from "./code-lists.ts";
import type { EntityName } from "./entities/entity-schemas.ts";
import type { FieldType, Level, Privacy } from "./entities/field-meta.ts";

/** A field of the standard, as mappings, dictionaries and tables name it. */
export type Field = {
  /** `entity.name`, such as `person.race_ethnicity`. */
  readonly id: string;
  readonly entity: EntityName;
  readonly name: string;
  readonly type: FieldType;
  readonly codeList?: CodeListId;
  /** True when one record may have several codes. */
  readonly multiple: boolean;
  readonly level: Level;
  readonly privacy: Privacy;
  readonly title: string;
  readonly titleEs: string;
  readonly description: string;
  readonly descriptionEs: string;
  readonly unit?: string;
  /** Read from existing files, never part of a record. */
  readonly importOnly?: true;
};
