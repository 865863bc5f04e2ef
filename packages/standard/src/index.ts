export * from "./element.ts";
export * from "./finding.ts";
export * from "./issue.ts";
export * from "./missing.ts";
export * from "./provision.ts";
export * from "./release.ts";
export * from "./release-tables.ts";
export * from "./unit.ts";
