import { isDateFormat } from "./excel-date.ts";
import { InputError } from "./input-error.ts";
import type { Archive } from "./open-archive.ts";
import type { ReadLimits } from "./read-limits.ts";
import { attribute, readXml } from "./read-xml.ts";

/** The part of an XLSX archive that lists its sheets. */
export const workbookPart = "xl/workbook.xml";

/** Characters of the texts that cells share: they are kept in memory while the sheets are read. */
const mostSharedText = 256 * 2 ** 20;

/** Where the parts of a workbook are, by the id its list of sheets uses. */
export async function readTargets(archive: Archive, limits: ReadLimits): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readPart(archive, limits, "xl/_rels/workbook.xml.rels", (name, attributes) => {
    const id = attribute(attributes, "Id");
    const target = attribute(attributes, "Target");
    if (name !== "Relationship" || !id || !target) return;
    targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

/** The sheets of a workbook as listed, and how it counts days. */
export async function readList(archive: Archive, limits: ReadLimits) {
  const listed: { name: string; isHidden: boolean; id: string }[] = [];
  let startsIn1904 = false;
  await readPart(archive, limits, workbookPart, (element, attributes) => {
    if (element === "workbookPr") startsIn1904 = /^(1|true)$/.test(attribute(attributes, "date1904") ?? "");
    if (element !== "sheet") return;
    const name = attribute(attributes, "name") ?? `sheet ${listed.length + 1}`;
    const isHidden = /hidden/i.test(attribute(attributes, "state") ?? "");
    listed.push({ name, isHidden, id: attribute(attributes, "id") ?? "" });
  });
  return { listed, startsIn1904 };
}

/** Texts shared by the cells, rich text flattened and phonetic guides left out. */
export async function readStrings(archive: Archive, file: string, limits: ReadLimits): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let length = 0;
  let isText = false;
  let isGuide = false;
  await readPart(
    archive,
    limits,
    "xl/sharedStrings.xml",
    (name) => {
      if (name === "si") text = "";
      isText = name === "t" && !isGuide;
      isGuide ||= name === "rPh";
    },
    (piece) => {
      if (!isText) return;
      text += piece;
      length += piece.length;
      if (length > mostSharedText) throw tooMuchText(file);
    },
    (name) => {
      isText = false;
      if (name === "rPh") isGuide = false;
      if (name === "si") strings.push(unescapeExcel(text));
    },
  );
  return strings;
}

/** For each cell style, whether it shows a date or a time. */
export async function readStyles(archive: Archive, limits: ReadLimits): Promise<boolean[]> {
  const codeById = new Map<number, string>();
  const showsDate: boolean[] = [];
  let inCells = false;
  await readPart(
    archive,
    limits,
    "xl/styles.xml",
    (name, attributes) => {
      if (name === "numFmt")
        codeById.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
      if (name === "cellXfs") inCells = true;
      if (name !== "xf" || !inCells) return;
      const id = Number(attribute(attributes, "numFmtId") ?? 0);
      showsDate.push(isDateFormat(id, codeById.get(id)));
    },
    undefined,
    (name) => {
      if (name === "cellXfs") inCells = false;
    },
  );
  return showsDate;
}

async function readPart(
  archive: Archive,
  limits: ReadLimits,
  part: string,
  open: (name: string, attributes: string) => void,
  text: (text: string) => void = () => undefined,
  close: (name: string) => void = () => undefined,
): Promise<void> {
  if (!archive.names.includes(part)) return;
  for await (const _ of readXml(await archive.read(part), limits.cellLength * 2, { open, text, close }));
}

/** Characters that XML cannot hold are written `_x000D_`. Source: ECMA-376 part 1, 22.9.2.19. */
export const unescapeExcel = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const tooMuchText = (file: string): InputError =>
  new InputError(
    "too-large",
    file,
    `${file} has over ${mostSharedText.toLocaleString("en-US")} characters of text, the most that is read from a workbook. Save it as CSV.`,
  );
