import { defineParams } from "@sveltejs/kit/params";

/** Parts of an address that must be one of a few words. English pages have no language in their address. */
export const params = defineParams({ language: (value) => (value === "es" ? value : undefined) });
