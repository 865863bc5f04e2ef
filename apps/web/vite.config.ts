import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import adapter from "@sveltejs/adapter-node";
import { sveltekit } from "@sveltejs/kit/vite";
import { defineConfig } from "vite";
import { fonts } from "./src/lib/fonts.ts";

/** Engines with native parts and data files of their own stay outside the bundle. */
const outside = [
  "@duckdb/node-api",
  "@napi-rs/canvas",
  "@observablehq/plot",
  "exceljs",
  "linkedom",
  "pdfkit",
  "svg-to-pdfkit",
  "zod",
];

/** The site sends its own fonts: copied from their packages before every build. */
function copyFonts(): void {
  const folder = fileURLToPath(new URL("static/fonts/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const { resolve } = createRequire(import.meta.url);
  for (const { name, source } of fonts) copyFileSync(resolve(source), `${folder}${name}`);
}

copyFonts();

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
