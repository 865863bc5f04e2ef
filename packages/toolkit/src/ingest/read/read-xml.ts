import { StringDecoder } from "node:string_decoder";

/** What happens while an XML document is read. Names come without their prefix. */
export type XmlEvents = {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/**
 * Reads the XML of an Office document from a stream: elements, text and CDATA. A document type declaration is refused,
 * so there are no entities to expand. Not a validating parser: elements that do not pair up are passed on as they are.
 *
 * Source: XML 1.0, w3.org/TR/xml; ECMA-376 allows no DTD in Office documents.
 *
 * @param chunks bytes in UTF-8
 * @param longest characters one tag or text may have
 * @yields after each piece, so that the caller can hand on what the events have gathered
 * @throws RangeError for a DTD or a tag or text beyond `longest`
 */
export async function* readXml(
  chunks: AsyncIterable<Buffer>,
  longest: number,
  events: XmlEvents,
): AsyncGenerator<void> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of chunks) {
    rest = readTokens(rest + decoder.write(chunk), events);
    yield;
    if (rest.length > longest) throw new RangeError(`invalid XML; no tag or text may exceed ${longest} characters`);
  }
  readTokens(rest + decoder.end(), events);
  yield;
}

/** Value of an attribute in the text of a tag. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescapeXml(value);
}

function readTokens(text: string, events: XmlEvents): string {
  let at = 0;
  for (;;) {
    const start = text.indexOf("<", at);
    if (start < 0) return text.slice(at);
    const end = tokenEnd(text, start);
    if (end < 0) return text.slice(at);
    if (start > at) events.text(unescapeXml(text.slice(at, start)));
    const token = text.slice(start, end);
    at = end;
    if (token.startsWith("<![CDATA[")) events.text(token.slice(9, -3));
    else if (/^<!doctype/i.test(token)) throw new RangeError("invalid XML; no document type declaration is allowed");
    else if (token.startsWith("</")) events.close(plainName(token.slice(2, -1).trim()));
    else if (token[1] !== "!" && token[1] !== "?") element(token, events);
  }
}

function element(token: string, events: XmlEvents): void {
  const isEmpty = token.endsWith("/>");
  const inside = token.slice(1, isEmpty ? -2 : -1);
  const space = inside.search(/\s/);
  const name = plainName(space < 0 ? inside : inside.slice(0, space));
  events.open(name, space < 0 ? "" : inside.slice(space));
  if (isEmpty) events.close(name);
}

/** Position after the token that starts here, or -1 when it is not complete yet. */
function tokenEnd(text: string, start: number): number {
  const closing = text.startsWith("<!--", start) ? "-->" : text.startsWith("<![CDATA[", start) ? "]]>" : undefined;
  if (closing) {
    const end = text.indexOf(closing, start);
    return end < 0 ? -1 : end + closing.length;
  }
  // A short piece may still become a comment or CDATA.
  if (text[start + 1] === "!" && text.length - start < 9) return -1;
  let at = start;
  for (;;) {
    const end = text.indexOf(">", at);
    if (end < 0) return -1;
    const quotes = text.slice(start, end).match(/["']/g);
    if (!quotes || areQuotesClosed(text.slice(start, end))) return end + 1;
    at = end + 1;
  }
}

const areQuotesClosed = (tag: string): boolean => !/["']/.test(tag.replace(/"[^"]*"|'[^']*'/g, ""));
const plainName = (name: string): string => name.slice(name.indexOf(":") + 1);

const namedCharacters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return namedCharacters[name] ?? whole;
    const point = name[1]?.toLowerCase() === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
