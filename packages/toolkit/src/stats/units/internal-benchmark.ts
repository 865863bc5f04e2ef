import type { Refusal } from "../refusal.ts";

/** One cell of contacts of the same kind (place, time, assignment, reason): those of an officer and those of peers. */
export type BenchmarkCell = {
  readonly contacts: number;
  readonly events: number;
  readonly peerContacts: number;
  readonly peerEvents: number;
};

/** @see internalBenchmark */
export type InternalBenchmark = {
  /** Share of the officer's contacts in cells where peers had any. The rest cannot be compared and is left out. */
  readonly coverage: number;
  /** Share of the officer's covered contacts with the event. */
  readonly share: number;
  /** Share that peers would have had with the officer's mix of contacts. */
  readonly peerShare: number;
  readonly difference: number;
  readonly standardError: number;
  /** Difference in standard errors; undefined when neither side varies. */
  readonly score?: number;
  /** Number of equally weighted peer contacts that would carry as much information. */
  readonly peerEffectiveSize: number;
  /** Events peers would have had in the officer's covered contacts. */
  readonly expectedEvents: number;
};

/**
 * An officer's (or unit's) share of contacts with force, against that of colleagues in contacts of the same kind: peers
 * are re-weighted to the officer's mix of cells. Not to be shown below 75 contacts, an effective size of 100 peers or a
 * coverage of 0.9, and never as a finding: it detects outliers among colleagues, and where a whole unit behaves alike
 * it shows nothing.
 *
 * Formula: w = n/Σn over cells with N > 0; p = Σy/Σn; p₀ = Σw·Y/N;
 * variance = p(1 − p)/Σn + Σw²(Y/N)(1 − Y/N)/N; effective size = (Σn)²/Σ(n²/N).
 *
 * Source: Ridgeway & MacDonald (2009), JASA 104, 661–668, with saturated cells in place of their propensity weights.
 *
 * @param cells contacts and events; whole numbers, events no more than contacts
 * @returns `no_exposure` if the officer had no contact, `no_overlap` if no cell has contacts of both
 * @throws RangeError if a count is negative or there are more events than contacts
 * @example internalBenchmark([
 *   { contacts: 5, events: 0, peerContacts: 100, peerEvents: 8 },
 *   { contacts: 5, events: 0, peerContacts: 100, peerEvents: 2 },
 * ]) // { peerShare: 0.05, score: -3.27560…, peerEffectiveSize: 200 }
 */
export function internalBenchmark(cells: readonly BenchmarkCell[]): InternalBenchmark | Refusal {
  for (const cell of cells) checkCell(cell);
  const all = cells.reduce((sum, cell) => sum + cell.contacts, 0);
  if (all === 0) return { reason: "no_exposure" };
  const covered = cells.filter((cell) => cell.peerContacts > 0);
  const contacts = covered.reduce((sum, cell) => sum + cell.contacts, 0);
  if (contacts === 0) return { reason: "no_overlap", detail: "no cell has contacts of both officer and peers" };

  const share = covered.reduce((sum, cell) => sum + cell.events, 0) / contacts;
  let peerShare = 0;
  let peerVariance = 0;
  let squaredWeights = 0;
  for (const cell of covered) {
    const weight = cell.contacts / contacts;
    const peers = cell.peerEvents / cell.peerContacts;
    peerShare += weight * peers;
    peerVariance += (weight ** 2 * peers * (1 - peers)) / cell.peerContacts;
    squaredWeights += cell.contacts ** 2 / cell.peerContacts;
  }
  const standardError = Math.sqrt((share * (1 - share)) / contacts + peerVariance);
  const difference = share - peerShare;
  return {
    coverage: contacts / all,
    share,
    peerShare,
    difference,
    standardError,
    ...(standardError > 0 ? { score: difference / standardError } : {}),
    peerEffectiveSize: contacts ** 2 / squaredWeights,
    expectedEvents: peerShare * contacts,
  };
}

function checkCell({ contacts, events, peerContacts, peerEvents }: BenchmarkCell): void {
  if (!(contacts >= 0 && Number.isFinite(contacts)))
    throw new RangeError(`invalid contacts; must be finite and not negative: ${contacts}`);
  if (!(events >= 0 && events <= contacts)) throw new RangeError(`invalid events; not in [0, ${contacts}]: ${events}`);
  if (!(peerContacts >= 0 && Number.isFinite(peerContacts)))
    throw new RangeError(`invalid peerContacts; must be finite and not negative: ${peerContacts}`);
  if (!(peerEvents >= 0 && peerEvents <= peerContacts))
    throw new RangeError(`invalid peerEvents; not in [0, ${peerContacts}]: ${peerEvents}`);
}
