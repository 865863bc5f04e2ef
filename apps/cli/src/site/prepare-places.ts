import { showProgress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import type { Say } from "../words/words.ts";
import { findPlaces } from "./find-places.ts";
import { type PreparedPlace, preparePlace } from "./prepare-place.ts";

/** Makes the answers of every place of a folder that are missing or out of date, one place after another. */
export async function preparePlaces(folder: string, terminal: Terminal, say: Say): Promise<readonly PreparedPlace[]> {
  const progress = showProgress(terminal);
  const prepared: PreparedPlace[] = [];
  for (const { id, folder: own, newest } of await findPlaces(folder, say)) {
    terminal.signal.throwIfAborted();
    progress.step(say("step-answering", { place: id }));
    prepared.push(await preparePlace(own, newest, { place: id, terminal, say }));
  }
  progress.end();
  return prepared;
}
