/**
 * Preloaded into a measured process (`node --import ./measure.ts …`): at exit writes the peak resident memory of the
 * process with its threads, and their processor time, to the file named in EVENHAND_MEASURE.
 */
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const path = process.env.EVENHAND_MEASURE;
  if (!path) return;
  const { user, system } = process.cpuUsage();
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  writeFileSync(path, JSON.stringify({ peakBytes, processorSeconds: (user + system) / 1e6 }));
});
