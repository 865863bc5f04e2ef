import type { Language } from "../language.ts";

/** The fixed words of the dictionary page, by language. */
export const dictionaryWords: Readonly<Record<Language, Readonly<Record<DictionaryWord, string>>>> = {
  en: {
    title: "Data dictionary of the use-of-force record standard",
    version: "Version",
    skip: "Skip to the records",
    contents: "Contents",
    intro:
      "What a use-of-force record holds, field by field, and every code that may stand in it. One use of force is one officer, one person and one kind of force in one incident.",
    missing:
      "Missing is not none. A coded field is never left blank: it is null, and the field that ends in _missing says why. A blank never means no, and nothing recorded never means zero.",
    records: "Records",
    importOnly: "Read on import only",
    importOnlyNote:
      "Existing files hold these. Records of the standard do not: they are turned into other fields or dropped.",
    codeLists: "Code lists",
    field: "Field",
    kind: "Type",
    level: "Level",
    privacy: "Privacy",
    holds: "What it holds",
    code: "Code",
    name: "Title",
    means: "What it means",
    from: "From",
    legacy: "Existing files only",
    retired: "Retired",
    several: "several codes of",
    one: "code of",
    language: "",
  },
  es: {
    title: "Diccionario de datos del estándar de registros de uso de la fuerza",
    version: "Versión",
    skip: "Ir a los registros",
    contents: "Contenido",
    intro:
      "Qué contiene un registro de uso de la fuerza, campo por campo, y cada código posible. Un uso de la fuerza es un agente, una persona y un tipo de fuerza en un incidente.",
    missing:
      "Que falte un dato no significa que no haya nada. Un campo con códigos nunca queda en blanco: es nulo, y el campo que termina en _missing dice por qué. Un blanco nunca significa «no», y que no haya registro nunca significa cero.",
    records: "Registros",
    importOnly: "Se leen solo al importar",
    importOnlyNote:
      "Los archivos existentes los tienen. Los registros del estándar no: se convierten en otros campos o se descartan.",
    codeLists: "Listas de códigos",
    field: "Campo",
    kind: "Tipo",
    level: "Nivel",
    privacy: "Privacidad",
    holds: "Qué contiene",
    code: "Código",
    name: "Título",
    means: "Qué significa",
    from: "Fuente",
    legacy: "Solo en archivos existentes",
    retired: "Retirado",
    several: "varios códigos de",
    one: "código de",
    language: "Las fuentes de los códigos están en inglés.",
  },
};

type DictionaryWord =
  | "title"
  | "version"
  | "skip"
  | "contents"
  | "intro"
  | "missing"
  | "records"
  | "importOnly"
  | "importOnlyNote"
  | "codeLists"
  | "field"
  | "kind"
  | "level"
  | "privacy"
  | "holds"
  | "code"
  | "name"
  | "means"
  | "from"
  | "legacy"
  | "retired"
  | "several"
  | "one"
  | "language";

/** Names of the kinds of field, by language. */
export const fieldTypeWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    id: "identifier",
    integer: "whole number",
    number: "number",
    boolean: "true or false",
    date: "date",
    time: "time",
    text: "text",
    url: "web address",
    object: "object",
    list: "list",
    years: "years",
    incidents: "incidents",
    centimetres: "centimetres",
    kilograms: "kilograms",
  },
  es: {
    id: "identificador",
    integer: "número entero",
    number: "número",
    boolean: "verdadero o falso",
    date: "fecha",
    time: "hora",
    text: "texto",
    url: "dirección web",
    object: "objeto",
    list: "lista",
    years: "años",
    incidents: "incidentes",
    centimetres: "centímetros",
    kilograms: "kilogramos",
  },
};
