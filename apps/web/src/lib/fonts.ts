/** A font that the site serves itself. */
export type Font = {
  readonly family: string;
  /** Its file in `/fonts/`. */
  readonly name: string;
  /** The file in its package. */
  readonly source: string;
};

/** What we state is set in Source Serif 4, everything else in Public Sans; both under the Open Font License. */
export const fonts: readonly Font[] = [
  {
    family: "Source Serif 4",
    name: "source-serif-4.woff2",
    source: "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  },
  {
    family: "Public Sans",
    name: "public-sans.woff2",
    source: "@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
  },
];
