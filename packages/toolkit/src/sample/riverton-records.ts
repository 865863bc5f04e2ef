/** A code of the standard, or `?reason` when the form holds no value for that reason. */
export type Written = string;

/** Someone an officer of Riverton used force on, once in one incident. Everybody here is made up. */
export type RivertonPerson = {
  /** Unique in the whole sample; published nowhere. */
  readonly key: string;
  /** As published; undefined when the form has none (the person was not identified). */
  readonly subjectId?: string;
  readonly actualRace: string;
  /** What the form says. */
  readonly race: Written;
  readonly gender: Written;
  /** Whole years; undefined: blank on the form. */
  readonly age?: number;
  readonly resistance: Written;
  /** What officers perceived; undefined where the form does not ask. */
  readonly condition?: Written;
  readonly injury: Written;
  readonly hospitalised: Written;
  readonly arrested: Written;
  /** A dog that an officer entered as a subject. */
  readonly isAnimal?: boolean;
};

/** An officer of Riverton; made up like everybody else. */
export type RivertonOfficer = { readonly id: string; readonly race: string; readonly gender: string };

/** One officer's account of the force used on one person. */
export type RivertonReport = {
  readonly officer: RivertonOfficer;
  readonly person: RivertonPerson;
  /** Codes, in the order of use; `?unmappable` for a word that no list knows. */
  readonly force: readonly Written[];
};

/** One event in which officers of Riverton used force. */
export type RivertonIncident = {
  readonly id: string;
  /** ISO. */
  readonly date: string;
  /** Minutes after midnight; undefined: blank on the form. */
  readonly minutes?: number;
  readonly district: string;
  readonly neighborhood: string;
  readonly place: string;
  readonly contactReason: Written;
  /** Kind of place; undefined where the form does not ask. */
  readonly locationType?: Written;
  readonly reports: readonly RivertonReport[];
};

/** Calendar year of an incident. */
export const yearOf = (incident: RivertonIncident): number => Number(incident.date.slice(0, 4));

/** The people of an incident, each once, in the order they were first reported. */
export const peopleOf = (incident: RivertonIncident): readonly RivertonPerson[] => [
  ...new Map(incident.reports.map(({ person }) => [person.key, person])).values(),
];
