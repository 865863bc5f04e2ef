/** The site's colours on paper, written out: a picture that is taken elsewhere has no style sheet beside it. */
export const pictureColours: Readonly<Record<"ink" | "soft" | "line" | "paper" | "mark", string>> = {
  ink: "#1d2126",
  soft: "#565f6a",
  line: "#d9d6cf",
  paper: "#fcfbf8",
  mark: "#0b5a66",
};

/** The same drawing with its colours written out. */
export function withColours(svg: string): string {
  return svg
    .replaceAll(/var\(--(\w+)\)/g, (_, name: string) => colourOf(name))
    .replaceAll("currentColor", pictureColours.ink);
}

const colourOf = (name: string): string =>
  (pictureColours as Readonly<Record<string, string>>)[name] ?? pictureColours.ink;
