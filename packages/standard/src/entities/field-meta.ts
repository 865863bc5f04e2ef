import type { CodeListId } from "../code-lists.ts";

/** How badly a record needs the field: the seed's minimum, what communities ask for, what is useful where it exists. */
export type Level = "seed_minimum" | "recommended" | "optional";

/** What may happen to the field when records leave the agency; titles in the code list `privacy`. */
export type Privacy = "public" | "generalise" | "restricted" | "never";

export type FieldType =
  | "id"
  | "code"
  | "integer"
  | "number"
  | "boolean"
  | "date"
  | "time"
  | "text"
  | "url"
  | "object"
  | "list";

/** What every field of an entity carries beside its type. */
export type FieldMeta = {
  readonly title: string;
  readonly titleEs: string;
  readonly description: string;
  readonly descriptionEs: string;
  readonly level: Level;
  readonly privacy: Privacy;
  readonly fieldType: FieldType;
  readonly codeList?: CodeListId;
  /** True when the field holds a list of codes. */
  readonly multiple?: boolean;
  /** Unit of a number, such as `years`. */
  readonly unit?: string;
};

/** The words of a field: English title, Spanish title, English description, Spanish description. */
export type FieldWords = readonly [title: string, titleEs: string, description: string, descriptionEs: string];
