import { Agent, get } from "node:http";

/** What a number of clients saw in some seconds. */
export type Load = {
  readonly requests: number;
  readonly errors: number;
  readonly perSecond: number;
  /** Milliseconds from request to last byte. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
};

/** Asks an address, one request after another in each of some clients, until the time or the number is over. */
export async function load(
  addresses: readonly string[],
  { clients, seconds, most = Number.POSITIVE_INFINITY }: { clients: number; seconds: number; most?: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let errors = 0;
  let asked = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const client = async () => {
    while (performance.now() < end && asked < most) {
      const address = addresses[asked++ % addresses.length] ?? "";
      const began = performance.now();
      const isGood = await once(address, agent);
      times.push(performance.now() - began);
      if (!isGood) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const taken = (performance.now() - start) / 1000;
  agent.destroy();
  const sorted = Float64Array.from(times).toSorted();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    requests: times.length,
    errors,
    perSecond: times.length / taken,
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

const once = (address: string, agent: Agent): Promise<boolean> =>
  new Promise((resolve) => {
    get(address, { agent }, (response) => {
      response.on("data", () => {});
      response.on("end", () => resolve(response.statusCode === 200));
      response.on("error", () => resolve(false));
    }).on("error", () => resolve(false));
  });
