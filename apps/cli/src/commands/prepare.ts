import type { Command } from "../command.ts";
import { preparePlaces } from "../site/prepare-places.ts";

export const prepare: Command = {
  name: "prepare",
  options: [],
  run: async (given, terminal, say) => {
    const prepared = await preparePlaces(given.files[0] ?? "releases", terminal, say);
    if (given.json) {
      terminal.out(`${JSON.stringify({ places: prepared }, null, 2)}\n`);
      return;
    }
    const lines = prepared.map(({ place, wasReady, findings }) =>
      say(wasReady ? "place-was-ready" : "place-prepared", { place, findings }),
    );
    terminal.out(`${lines.join("\n")}\n`);
  },
};
