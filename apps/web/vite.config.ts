import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";

/** Engines with native parts and data files of their own stay outside the bundle. */
const outside = ["@duckdb/node-api", "@observablehq/plot", "linkedom", "zod"];

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: false, out: process.env.EVENHAND_OUT ?? "build" }),
      csp: {
        mode: "hash",
        directives: {
          "default-src": ["none"],
          "style-src": ["self"],
          "img-src": ["self", "data:"],
          "font-src": ["self"],
          "form-action": ["self"],
          "base-uri": ["none"],
          "frame-ancestors": ["self"],
        },
      },
    }),
  ],
  ssr: { external: outside },
});
