import { peopleOf, type RivertonIncident } from "./riverton-records.ts";
import { isAtSchool } from "./riverton-situations.ts";

/** What the contact was for, or the place, says so (`narrow`); any indication, what officers perceived too (`wide`). */
type Band = { readonly narrow: number; readonly wide: number };

export const situationIds = ["mental_health", "welfare", "school", "traffic_stop"] as const;

/** One of the situations that {@link SituationTruths} counts. */
export type SituationId = (typeof situationIds)[number];

/** Force that began in a situation which could meet a different response. People count once in each incident. */
export type SituationTruths = {
  readonly incidents: Readonly<Record<SituationId, Band>>;
  readonly people: Readonly<Record<SituationId, Band>>;
  /** People under 18; `unknown` where neither the place nor a school matter is recorded. */
  readonly children: { readonly school: number; readonly elsewhere: number; readonly unknown: number };
};

type Sign = (incident: RivertonIncident) => boolean;

const isFor =
  (reason: string): Sign =>
  ({ contactReason }) =>
    contactReason === reason;

const isMentalHealthSeen: Sign = (incident) =>
  incident.contactReason === "mental_health_crisis" ||
  incident.locationType === "mental_health_facility" ||
  peopleOf(incident).some(({ condition }) => condition === "mental_health");

const signs: Readonly<Record<SituationId, { readonly narrow: Sign; readonly wide: Sign }>> = {
  mental_health: { narrow: isFor("mental_health_crisis"), wide: isMentalHealthSeen },
  welfare: { narrow: isFor("welfare_check"), wide: isFor("welfare_check") },
  school: { narrow: isAtSchool, wide: isAtSchool },
  traffic_stop: { narrow: isFor("traffic_stop"), wide: isFor("traffic_stop") },
};

/**
 * Counts Riverton's situations, independent of the analysis and of its list.
 *
 * @param incidents as written, without animals
 */
export function situationTruths(incidents: readonly RivertonIncident[]): SituationTruths {
  const count = (sizeOf: (incident: RivertonIncident) => number) => {
    const band = (id: SituationId): Band => ({
      narrow: sum(incidents.filter(signs[id].narrow).map(sizeOf)),
      wide: sum(incidents.filter(signs[id].wide).map(sizeOf)),
    });
    return {
      mental_health: band("mental_health"),
      welfare: band("welfare"),
      school: band("school"),
      traffic_stop: band("traffic_stop"),
    };
  };
  const children = (isCounted: Sign) => sum(incidents.filter(isCounted).map(countChildren));
  const isElsewhere: Sign = (incident) => !isAtSchool(incident) && isPlaceKnown(incident);
  return {
    incidents: count(() => 1),
    people: count((incident) => peopleOf(incident).length),
    children: {
      school: children(isAtSchool),
      elsewhere: children(isElsewhere),
      unknown: children((incident) => !isAtSchool(incident) && !isPlaceKnown(incident)),
    },
  };
}

const isPlaceKnown: Sign = ({ locationType }) => locationType !== undefined && !locationType.startsWith("?");

const countChildren = (incident: RivertonIncident): number =>
  peopleOf(incident).filter(({ age }) => age !== undefined && age < 18).length;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
