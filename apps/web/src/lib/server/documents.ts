import type { Language } from "@evenhand/standard";

/** A folder of documents: text by language and id. */
type Folder = Readonly<Record<Language, ReadonlyMap<string, string>>>;

const methodFiles = import.meta.glob<string>("../../../../../docs/methods/**/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});
const guideFiles = import.meta.glob<string>("../../../../../docs/learn/**/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A page for each published number; English ones at the top of their folder, Spanish ones in `es`. */
export const methodDocuments: Folder = {
  en: named(methodFiles, /\/methods\/([a-z0-9-]+)\.md$/),
  es: named(methodFiles, /\/methods\/es\/([a-z0-9-]+)\.md$/),
};

/** Guides for a community, in `en` and `es`. */
export const guideDocuments: Folder = {
  en: named(guideFiles, /\/learn\/en\/([a-z0-9-]+)\.md$/),
  es: named(guideFiles, /\/learn\/es\/([a-z0-9-]+)\.md$/),
};

function named(files: Readonly<Record<string, string>>, path: RegExp): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(files).flatMap(([name, text]) => {
      const id = path.exec(name)?.[1];
      return id === undefined ? [] : [[id, text] as const];
    }),
  );
}
