export type RateLimit = {
  /**
   * Takes one request of an address.
   *
   * @param now milliseconds of any clock that only goes forward
   * @returns 0 when it may be answered, else seconds to wait
   */
  readonly take: (address: string, now: number) => number;
  /** Addresses remembered. */
  readonly size: () => number;
};

type Bucket = { tokens: number; at: number };

/** More addresses are not remembered; the one that asked longest ago is forgotten. */
const mostAddresses = 20_000;

/**
 * A bucket of requests for each address, filled steadily: `perMinute` at once, and as many in every minute after. It is
 * kept in memory only, and nothing of it is written anywhere.
 *
 * @param perMinute 0 sets no limit
 */
export function rateLimit(perMinute: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = perMinute / 60_000;
  const take = (address: string, now: number): number => {
    if (perMinute === 0) return 0;
    const key = network(address);
    const known = buckets.get(key) ?? { tokens: perMinute, at: now };
    const tokens = Math.min(perMinute, known.tokens + (now - known.at) * perMillisecond);
    const isAllowed = tokens >= 1;
    buckets.delete(key);
    buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value ?? "");
    return isAllowed ? 0 : Math.ceil((1 - tokens) / perMillisecond / 1000);
  };
  return { take, size: () => buckets.size };
}

/** One household has a whole network of IPv6 addresses: its first half stands for all of them. */
function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain.includes(":") ? plain.split(":").slice(0, 4).join(":") : plain;
}
