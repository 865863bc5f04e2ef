import type { Command } from "./command.ts";

type Load = () => Promise<Command>;

/** Each command's code is loaded when it is asked for: together they are some 2,500 files, which one command needs a fifth of. */
const loadByName: Readonly<Record<Command["name"], Load>> = {
  check: async () => (await import("./commands/check.ts")).check,
  ingest: async () => (await import("./commands/ingest.ts")).ingest,
  report: async () => (await import("./commands/report.ts")).report,
  explain: async () => (await import("./commands/explain.ts")).explain,
  change: async () => (await import("./commands/change.ts")).change,
  "what-if": async () => (await import("./commands/what-if.ts")).whatIfCommand,
  letter: async () => (await import("./commands/letter.ts")).letter,
  audit: async () => (await import("./commands/audit.ts")).audit,
  register: async () => (await import("./commands/register.ts")).register,
  "compare-policies": async () => (await import("./commands/compare-policies.ts")).comparePolicies,
  review: async () => (await import("./commands/review.ts")).review,
  prepare: async () => (await import("./commands/prepare.ts")).prepare,
  serve: async () => (await import("./commands/serve.ts")).serve,
  publish: async () => (await import("./commands/publish.ts")).publish,
  dictionary: async () => (await import("./commands/dictionary.ts")).dictionary,
  template: async () => (await import("./commands/template.ts")).template,
  demo: async () => (await import("./commands/demo.ts")).demo,
};

/** The command of a name, undefined when there is none. */
export async function findCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loadByName, name) ? loadByName[name as Command["name"]]() : undefined;
}
