import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{packages,apps,bench,scripts}/**/*.test.ts"],
    globalSetup: "scripts/sync-site.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
