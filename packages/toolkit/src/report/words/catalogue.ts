/** One text of a catalogue: a template, or one template per plural category of the number named by `by`. */
export type Entry = string | ({ readonly by: string } & { readonly [category: string]: string });

/** Texts by key, in one language. */
export type Catalogue = Readonly<Record<string, Entry>>;
