import { defineParams } from "@sveltejs/kit/params";

/** Parts of an address that must be one of a few words. English pages have no language in their address. */
export const params = defineParams({
  language: (value) => (value === "es" ? value : undefined),
  codeListFile: (value) => (/^[a-z_]{1,40}\.csv$/.test(value) ? value : undefined),
  findingFile: (value) => (/\.(json|csv|svg|png)$/.test(value) ? value : undefined),
  releaseFile: (value) => (/^[a-z_]{1,40}\.(parquet|csv|json|xlsx)$/.test(value) ? value : undefined),
});
