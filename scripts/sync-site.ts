import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const site = fileURLToPath(new URL("../apps/web/", import.meta.url));

/**
 * Before any test: SvelteKit writes the settings that the site's own settings of TypeScript build on, which an
 * installation takes away.
 *
 * @throws Error with what SvelteKit said when it could not
 */
export default function syncSite(): void {
  if (existsSync(`${site}node_modules/$app/tsconfig.json`)) return;
  const { status, stderr } = spawnSync("svelte-kit", ["sync"], { cwd: site, encoding: "utf8" });
  if (status !== 0) throw new Error(`svelte-kit sync failed in apps/web:\n${stderr}`);
}
