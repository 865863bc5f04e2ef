import { titleWords } from "./document-references.ts";
import type { PolicyRegister, RegisterEntry } from "./policy-register.ts";

/** A register with what people corrected in the one before, and where the new reading says otherwise. */
export type MergedRegister = {
  readonly register: PolicyRegister;
  /** Entries whose status a person set and whose latest reading differs. */
  readonly differing: readonly RegisterEntry[];
};

/**
 * Brings a register up to date and keeps what people set: an entry with `setBy` or `note`, one whose status is not what
 * the program had found, and one that the program never found keep their status and evidence, and only `found` is
 * renewed. Of entries that nobody touched, those in the new register count, and those of the old one that are no longer
 * found are dropped.
 */
export function mergeRegisters(before: PolicyRegister, now: PolicyRegister): MergedRegister {
  const corrected = new Map(before.entries.filter(isPersons).map((entry) => [entryKey(entry), entry]));
  const renewed = now.entries.map((entry): RegisterEntry => {
    const old = corrected.get(entryKey(entry));
    return old === undefined ? entry : { ...old, title: entry.title, found: entry.status };
  });
  const known = new Set(now.entries.map(entryKey));
  const added = [...corrected].flatMap(([key, entry]) => (known.has(key) ? [] : [entry]));
  const entries = [...renewed, ...added];
  return {
    register: { ...now, entries },
    differing: entries.filter((entry) => isPersons(entry) && entry.found !== undefined && entry.found !== entry.status),
  };
}

const isPersons = ({ status, found, setBy, note }: RegisterEntry): boolean =>
  setBy !== undefined || note !== undefined || found === undefined || found !== status;

const entryKey = ({ id, title }: RegisterEntry): string => id ?? ` ${titleWords(title.en).join(" ") || title.en}`;
