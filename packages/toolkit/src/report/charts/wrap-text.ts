/** Mean width of a letter in ems, for the widest of the usual system fonts; narrower ones leave room. */
const letter = 0.6;

/** About how wide a text is, in pixels; never less than it is in the usual fonts. */
export function textWidth(text: string, font: number): number {
  return text.length * font * letter;
}

/** The same for numbers: a percent sign is as wide as a letter and a half. */
export function numbersWidth(text: string, font: number): number {
  const percentSigns = text.split("%").length - 1;
  return textWidth(text, font) + percentSigns * 0.36 * font;
}

/** Breaks a text between words into lines that are at most `room` pixels wide; one longer word stays whole. */
export function wrapText(text: string, room: number, font: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, font) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
