import type { Question } from "../question.ts";
import { change } from "./change.ts";
import { footprint } from "./footprint.ts";
import { howOften } from "./how-often.ts";
import { missingRace } from "./missing-race.ts";
import { onWhom } from "./on-whom.ts";
import { outcomes } from "./outcomes.ts";
import { places } from "./places.ts";
import { rates } from "./rates.ts";
import { resistanceAndDeescalation } from "./resistance-and-deescalation.ts";
import { selection } from "./selection.ts";
import { treatment } from "./treatment.ts";
import { unitsAndOfficers } from "./units-and-officers.ts";
import { whatForce } from "./what-force.ts";
import { where } from "./where.ts";
import { why } from "./why.ts";

/** Every question, in the order of the report. */
export const questions: readonly Question[] = [
  howOften,
  onWhom,
  whatForce,
  why,
  where,
  resistanceAndDeescalation,
  outcomes,
  rates,
  places,
  treatment,
  missingRace,
  selection,
  unitsAndOfficers,
  change,
  footprint,
];
