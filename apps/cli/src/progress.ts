import type { Terminal } from "./terminal.ts";

/** Reports steps of long work; silent for the first second. */
export type Progress = { readonly step: (name: string, done?: number) => void; readonly end: () => void };

const barWidth = 24;

function bar(done: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, done)) * barWidth);
  return `[${"#".repeat(filled)}${".".repeat(barWidth - filled)}] ${String(Math.round(done * 100)).padStart(3)}%`;
}

/**
 * Shows what is being done once it has taken a second: one redrawn line on a screen, one line a step elsewhere.
 * @param clock milliseconds; only differences matter
 */
export function showProgress(terminal: Terminal, clock: () => number = () => performance.now()): Progress {
  const started = clock();
  let lastDrawn = 0;
  let lastStep = "";
  let isDrawn = false;
  return {
    step: (name, done) => {
      const now = clock();
      if (now - started < 1000) return;
      if (!terminal.isScreen) {
        if (name !== lastStep) terminal.note(`  ${name}\n`);
        lastStep = name;
        return;
      }
      if (name === lastStep && now - lastDrawn < 120) return;
      lastStep = name;
      lastDrawn = now;
      isDrawn = true;
      terminal.note(`\r\u001b[2K  ${done === undefined ? "" : `${bar(done)} `}${name}`);
    },
    end: () => {
      if (isDrawn) terminal.note("\r\u001b[2K");
    },
  };
}
