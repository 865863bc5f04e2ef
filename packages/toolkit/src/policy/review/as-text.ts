/** A value read from a file as text for a message: texts as they are, all else as JSON. Never throws. */
export const asText = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
