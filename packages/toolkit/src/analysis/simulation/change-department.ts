import { type Random, randomGamma, randomPoisson } from "../../stats/functions/random-counts.ts";
import { shiftMonth } from "../change/month-series.ts";
import { noTally, type RecordTally, tallyIncident } from "./change-tally.ts";
import type { MadePerson } from "./made-person.ts";

/** A kind of force in a made-up department. */
export type MadeKind = { readonly code: string; readonly weight: number; readonly injury: number };

/** What is different from the date on; every factor is 1 where it is not given. */
export type PlantedChange = {
  /** Force against people of a group, as a factor. */
  readonly groups?: Readonly<Record<string, number>>;
  /** Uses of a kind of force, as a factor; people on whom nothing else was used are then not in the records. */
  readonly kinds?: Readonly<Record<string, number>>;
  /** Share of the uses of one kind that are another from then on. */
  readonly shift?: { readonly from: string; readonly to: string; readonly share: number };
};

/** What is recorded otherwise from the date on, while force stays as it is. */
export type PlantedRecording = {
  /** A code that is not recorded any more. */
  readonly drop?: string;
  readonly rename?: { readonly from: string; readonly to: string };
  /** Part of incidents not reported any more, whatever happened in them. */
  readonly thinning?: number;
  /** Part of incidents with nothing but these kinds and without injury that is not reported any more. */
  readonly threshold?: { readonly minor: readonly string[]; readonly share: number };
  /** Part of the races that are not recorded any more. */
  readonly lostRace?: number;
};

/** What a made-up department is like: the truth that its records are drawn from. */
export type ChangeDesign = {
  /** First month of the records, and how many there are; the date is the first day of month `dateAt`, counted from 0. */
  readonly start: string;
  readonly months: number;
  readonly dateAt: number;
  readonly incidentsPerMonth: number;
  /** Factor of a year. */
  readonly yearly: number;
  /** Months before the date at which the trend stops; it goes on to the end where absent. */
  readonly bendsAt?: number;
  /** Factor of a year from that bend on; 1 where absent. */
  readonly yearlyAfter?: number;
  /** Height of the season: 0.3 is 30% more in its top month. */
  readonly season: number;
  /** Standard deviation of the months' own level on the log scale, and its correlation with the month before. */
  readonly unrest: number;
  readonly correlation?: number;
  /** One month, counted from the date, with so many times as much force. */
  readonly shock?: { readonly at: number; readonly factor: number };
  readonly groups: Readonly<Record<string, number>>;
  readonly kinds: readonly MadeKind[];
  readonly change?: PlantedChange;
  readonly recording?: PlantedRecording;
};

const severalPeople = 0.1;
const furtherUses = 0.6;

/** Draws the records of one department, month by month, and counts them at once. */
export function drawChangeDepartment(design: ChangeDesign, random: Random): RecordTally {
  const tally = noTally();
  let unrest = design.unrest * normal(random);
  for (let at = 0; at < design.months; at += 1) {
    const rho = design.correlation ?? 0;
    if (at > 0) unrest = rho * unrest + Math.sqrt(1 - rho ** 2) * design.unrest * normal(random);
    const month = shiftMonth(design.start, at);
    const incidents = randomPoisson(monthMean(design, at, month) * Math.exp(unrest), random);
    for (let incident = 0; incident < incidents; incident += 1) {
      const people = drawIncident(design, at >= design.dateAt, random);
      if (people.length > 0) tallyIncident(tally, { month, people, random });
    }
  }
  return tally;
}

/** Mean of a month: base, trend, and a season with a broad top, which is no sine. */
function monthMean(
  { yearly, season, incidentsPerMonth, shock, dateAt, bendsAt, yearlyAfter = 1 }: ChangeDesign,
  at: number,
  month: string,
) {
  const grown = bendsAt === undefined ? at : Math.min(at, dateAt - bendsAt);
  const trend = yearly ** (grown / 12) * yearlyAfter ** ((at - grown) / 12);
  const angle = (2 * Math.PI * (Number(month.slice(5, 7)) - 4)) / 12;
  const wave = Math.tanh(2 * Math.sin(angle)) / Math.tanh(2);
  const factor = shock !== undefined && at - dateAt === shock.at ? shock.factor : 1;
  return incidentsPerMonth * trend * (1 + season * wave) * factor;
}

function drawIncident(design: ChangeDesign, isAfter: boolean, random: Random): readonly MadePerson[] {
  const group = pick(design.groups, random);
  const change = isAfter ? design.change : undefined;
  const recording = isAfter ? design.recording : undefined;
  if (random() >= (change?.groups?.[group] ?? 1)) return [];
  const number = random() < severalPeople ? 2 + Math.floor(3 * random()) : 1;
  const people = Array.from({ length: number }, () => drawPerson(design, { group, change, recording }, random)).filter(
    ({ force }) => force.length > 0,
  );
  if (recording?.thinning !== undefined && random() < recording.thinning) return [];
  const { threshold } = recording ?? {};
  const isMinor = people.every(
    ({ injured, force }) => !injured && force.every((code) => threshold?.minor.includes(code)),
  );
  return threshold !== undefined && isMinor && random() < threshold.share ? [] : people;
}

type Drawn = {
  readonly group: string;
  readonly change: PlantedChange | undefined;
  readonly recording: PlantedRecording | undefined;
};

function drawPerson({ kinds }: ChangeDesign, { group, change, recording }: Drawn, random: Random): MadePerson {
  const weights = Object.fromEntries(kinds.map(({ code, weight }) => [code, weight]));
  const uses = 1 + randomPoisson(furtherUses * randomGamma(1, random), random);
  const drawn = Array.from({ length: uses }, () => pick(weights, random)).filter(
    (code) => random() < (change?.kinds?.[code] ?? 1),
  );
  const shifted = drawn.map((code) =>
    code === change?.shift?.from && random() < change.shift.share ? change.shift.to : code,
  );
  const injury = Math.max(0, ...shifted.map((code) => kinds.find((kind) => kind.code === code)?.injury ?? 0));
  const written = shifted
    .filter((code) => code !== recording?.drop)
    .map((code) => (code === recording?.rename?.from ? recording.rename.to : code));
  const isLost = recording?.lostRace !== undefined && random() < recording.lostRace;
  return { group: isLost ? undefined : group, injured: random() < injury, force: written };
}

/** A code drawn with chances in proportion to the weights. */
function pick(weights: Readonly<Record<string, number>>, random: Random): string {
  const entries = Object.entries(weights);
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [code, weight] of entries) {
    left -= weight;
    if (left < 0) return code;
  }
  return entries.at(-1)?.[0] ?? "";
}

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
