/**
 * Semantic version of the standard: a patch corrects words, a minor version adds, a major version takes away or changes
 * meaning. Records carry it in `incident.definition_version`.
 */
export const standardVersion = "0.1.0";
