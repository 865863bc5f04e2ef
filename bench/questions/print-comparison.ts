import type { Measured } from "../ingest/run-measured.ts";
import type { PandasRun } from "./run-pandas.ts";

/** What our side took in one run. */
export type OurRun = Measured & { readonly cpuSeconds: number; readonly findings: number };

/** Both sides, one after the other. */
export type Round = { readonly ours: OurRun; readonly peer: PandasRun };

/** What was compared, for the reader of the figures. */
export type Subject = {
  readonly rows: number;
  readonly findings: number;
  readonly queries: number;
  readonly cells: number;
  readonly pandas: string;
  readonly tabulations: string;
  readonly otherWaySeconds: number;
};

type Side = { readonly wallSeconds: number; readonly cpuSeconds: number; readonly peakBytes: number };

function median(numbers: readonly number[]): number {
  return numbers.toSorted((left, right) => left - right)[numbers.length >> 1] ?? Number.NaN;
}

function middle(sides: readonly Side[]): Side {
  return {
    wallSeconds: median(sides.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(sides.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: median(sides.map(({ peakBytes }) => peakBytes)),
  };
}

/** Medians of both sides, and of the ratios of each round. */
export function summarize(rounds: readonly Round[]) {
  const part = (name: keyof PandasRun["seconds"]) => median(rounds.map(({ peer }) => peer.seconds[name]));
  return {
    rounds: rounds.length,
    ours: middle(rounds.map(({ ours }) => ours)),
    peer: middle(rounds.map(({ peer }) => peer)),
    peerParts: { read: part("read"), join: part("join"), count: part("count") },
    ratios: {
      wall: median(rounds.map(({ ours, peer }) => peer.wallSeconds / ours.wallSeconds)),
      wallWithoutReading: median(
        rounds.map(({ ours, peer }) => (peer.seconds.join + peer.seconds.count) / ours.wallSeconds),
      ),
      cpu: median(rounds.map(({ ours, peer }) => peer.cpuSeconds / ours.cpuSeconds)),
      memory: median(rounds.map(({ ours, peer }) => ours.peakBytes / peer.peakBytes)),
    },
  };
}

const count = (value: number): string => value.toLocaleString("en");

/** One line of the table. */
export function sideLine(name: string, { wallSeconds, cpuSeconds, peakBytes }: Side): string {
  const megabytes = String(Math.round(peakBytes / 1e6));
  return `${name.padEnd(26)}${wallSeconds.toFixed(2).padStart(9)}${cpuSeconds.toFixed(2).padStart(9)}${megabytes.padStart(10)}`;
}

/** The comparison as lines of text. */
export function comparisonLines(rounds: readonly Round[], subject: Subject): readonly string[] {
  const { ours, peer, peerParts, ratios } = summarize(rounds);
  const { read, join, count: counting } = peerParts;
  return [
    `${count(subject.rows)} rows of force; ${subject.findings} findings from ${subject.queries} queries; ${count(subject.cells)} cells equal in both; median of ${rounds.length} rounds in new processes`,
    `${"".padEnd(26)}${"wall s".padStart(9)}${"CPU s".padStart(9)}${"peak MB".padStart(10)}`,
    sideLine("evenhand, with findings", ours),
    sideLine(`pandas ${subject.pandas}, from CSV`, peer),
    `pandas: read ${read.toFixed(2)} s, join ${join.toFixed(2)} s, count ${counting.toFixed(2)} s (${subject.tabulations}; the other way ${subject.otherWaySeconds.toFixed(2)} s)`,
    `pandas takes ${ratios.wall.toFixed(2)}× our time (goal for 10 million rows: at least 3×), ${ratios.wallWithoutReading.toFixed(2)}× if its reading were free, ${ratios.cpu.toFixed(2)}× our CPU time`,
    `our peak memory is ${ratios.memory.toFixed(2)} of that of pandas (goal: at most 0.25)`,
  ];
}
