import { fileChunks } from "./file-chunks.ts";

const quote = 0x22;

/** Whether a file has a quotation mark anywhere; reads it up to the first. Not for UTF-16, where the byte can be half a letter. */
export async function holdsQuote(path: string): Promise<boolean> {
  for await (const chunk of fileChunks(path)) if (chunk.includes(quote)) return true;
  return false;
}
