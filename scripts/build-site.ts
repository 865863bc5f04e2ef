import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds the public site. What the builder says on its way names commands that this project has not: only faults are shown. */
const { status } = spawnSync("npm", ["run", "-s", "build", "-w", "@evenhand/web"], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  stdio: ["ignore", "ignore", "inherit"],
  shell: process.platform === "win32",
});
if (status === 0) console.log("The site is built (apps/web/build).");
process.exitCode = status ?? 2;
