/** Where a command writes and what it knows of its surroundings; tests pass their own. */
export type Terminal = {
  /** Results. With `--json` exactly one JSON document goes here and nothing else. */
  readonly out: (text: string) => void;
  /** Progress and notes. */
  readonly note: (text: string) => void;
  /** Whether `note` goes to a screen that can redraw a line. */
  readonly isScreen: boolean;
  /** ISO date of today. */
  readonly today: string;
  /** The moment it is now, ISO, UTC. */
  readonly now: () => string;
  /** Fires when the user stops the program. */
  readonly signal: AbortSignal;
};
