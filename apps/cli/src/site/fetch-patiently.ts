import { setTimeout as wait } from "node:timers/promises";

const tries = 3;

/**
 * Asks an address again when the connection was cut before an answer came, as happens when a server closes one that was
 * idle. An answer of any status is an answer.
 *
 * @throws TypeError when none of three tries reached the server
 */
export async function fetchPatiently(address: string, options: RequestInit = {}): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetch(address, options);
    } catch (error) {
      if (attempt === tries || options.signal?.aborted) throw error;
      await wait(100 * attempt);
    }
  }
}
