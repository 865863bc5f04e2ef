import type { Scope } from "@evenhand/standard";
import type { CellTable } from "../cell-table.ts";
import { forceKind } from "../force-code.ts";
import { countOf, type Tally, tally } from "../tally.ts";
import { countUsable } from "./count-usable.ts";
import { type ElementState, judgeElement } from "./element-state.ts";

/** Codes that tell a stage apart from the others. Source: code list `force_type`, column `stage`. */
const telling = {
  firearm: { drawn: ["firearm_drawn"], pointed: ["firearm_pointed"], used: ["firearm_discharged"] },
  cew: {
    drawn: ["cew_drawn"],
    pointed: ["cew_pointed", "cew_arc_warning"],
    used: ["cew_drive_stun", "cew_probes_fired"],
  },
} as const;
const shown = { firearm: ["firearm_displayed_unspecified"], cew: ["cew_displayed_unspecified"] } as const;
const weapons = ["firearm", "cew"] as const;

/**
 * Whether drawing, pointing and using a firearm and a Taser are kept apart. A code counts as told apart when the form
 * is known to record it or when it occurs; a code that merely does not occur tells nothing. Usable are the firearm and
 * Taser rows whose stage is told.
 */
export function displayKeptApart(scope: Scope, force: CellTable): ElementState {
  const types = tally(force, "force_type");
  const counts = countUsable(weaponsOnly(force), "force_type", (code) => !isVague(code));
  const stages = weapons.map((weapon) => stagesTold(scope, types, weapon));
  const allTold = stages.every(({ drawn, pointed, used }) => drawn && pointed && used);
  if (allTold) return judgeElement("display_kept_apart", "force", scope, counts, { caveats: ["absent-is-not-zero"] });

  const someTold = stages.some(({ drawn, pointed, displayed, used }) => (drawn || pointed || displayed) && used);
  const partOnly = someTold ? ({ partOnly: "display-partly-apart" } as const) : {};
  const judged = judgeElement("display_kept_apart", "force", scope, counts, {
    ...partOnly,
    caveats: ["absent-is-not-zero"],
  });
  if (someTold) return judged;
  const nothingTold = { usable: 0, byYear: judged.byYear.map((year) => ({ ...year, usable: 0 })) };
  const reason = types.known > 0 ? "display-not-apart" : "not-recorded";
  return { ...judged, ...nothingTold, status: "not_collected", reason };
}

const isVague = (code: string): boolean =>
  forceKind(code).stage === "unspecified" || code.endsWith("_displayed_unspecified") || code.endsWith("_unspecified");

/** Firearm and Taser rows. */
function weaponsOnly(force: CellTable): CellTable {
  const index = force.by.indexOf("force_type");
  const cells = force.cells.filter((cell) => {
    const code = cell.key[index];
    return typeof code === "string" && weapons.some((weapon) => weapon === forceKind(code).family);
  });
  return { by: force.by, cells };
}

function stagesTold(scope: Scope, types: Tally, weapon: (typeof weapons)[number]) {
  const isRecorded = (code: string) =>
    countOf(types, code) > 0 || scope.force[code] === "always" || scope.force[code] === "if_injury_or_complaint";
  const codes = telling[weapon];
  const displayed = shown[weapon].some(isRecorded);
  const usedAsSuch =
    codes.used.some(isRecorded) || (weapon === "cew" && displayed && isRecorded("cew_used_unspecified"));
  return {
    drawn: codes.drawn.some(isRecorded),
    pointed: codes.pointed.some(isRecorded),
    displayed,
    used: usedAsSuch,
  };
}
