import type { Benchmark, Finding, FootprintList, Issue, Language, PolicyEvent, Release } from "@evenhand/standard";
import type { AuditPage } from "./audit/audit-page.ts";
import type { Boundaries } from "./charts/boundaries.ts";
import type { PolicyBeside } from "./page/policy-beside.ts";
import type { VersionsPage } from "./policy-versions/versions-page.ts";
import type { RegisterPage } from "./register/register-page.ts";

/** A benchmark without its cells, and how many it counted. */
export type BenchmarkHead = Omit<Benchmark, "cells"> & { readonly counted: number };

/** A policy document as text, clause by clause, so that a quotation can be shown in its place. */
export type DocumentText = {
  readonly name: string;
  readonly sha256: string;
  readonly pages?: number;
  /** A document is often one policy, a manual holds many. */
  readonly policies: readonly {
    readonly title: string;
    readonly number?: string;
    /** ISO dates, where the header states them. */
    readonly effective?: string;
    readonly revised?: string;
    readonly clauses: readonly {
      readonly start: number;
      readonly text: string;
      readonly page?: number;
      /** Section numbers and titles from the outside in. */
      readonly section: readonly string[];
      readonly kind: "heading" | "sentence" | "item" | "definition";
    }[];
  }[];
};

/** A place's audited policy in both languages; quotations as written. */
export type PolicyAnswers = {
  readonly beside: Readonly<Record<Language, PolicyBeside>>;
  readonly audit: Readonly<Record<Language, AuditPage>>;
  /** Every document that was read, those of earlier versions too. */
  readonly texts: readonly DocumentText[];
  /** Pairs of versions, earliest first; absent where none was given. */
  readonly versions?: readonly Readonly<Record<Language, VersionsPage>>[];
};

/**
 * Everything that is said of one release of a place, made once and read by the site: the same findings as
 * `report --json` gives. A site shows nothing that is not in here, in the release, or counted anew from the release.
 */
export type PlaceAnswers = {
  readonly formatVersion: 1;
  /** sha256 over the release, the files beside it and the version of the program: the same inputs, the same answers. */
  readonly madeFrom: string;
  readonly release: Release;
  readonly findings: readonly Finding[];
  readonly issues: readonly Issue[];
  readonly isFictional: boolean;
  readonly benchmarks: readonly BenchmarkHead[];
  readonly events: readonly PolicyEvent[];
  /** The list of situations that the findings were made with. */
  readonly footprint: FootprintList;
  readonly boundaries?: Boundaries;
  readonly policy?: PolicyAnswers;
  /** Which of the department's policies the public can read; absent where nobody looked. */
  readonly register?: Readonly<Record<Language, RegisterPage>>;
};

/** What a list of places needs to know of each, without reading its answers. */
export type PlaceSummary = {
  readonly formatVersion: 1;
  /** Folder of the release that the answers are of. */
  readonly release: string;
  readonly agency: Release["agency"];
  readonly period?: Release["period"];
  readonly date: string;
  readonly hash: string;
  readonly isFictional: boolean;
  /** The department's files: how many, and the last day on which one was fetched, as ISO date, where that is known. */
  readonly source: { readonly files: number; readonly retrievedOn?: string };
  /** The sentences that the place's report opens with. */
  readonly sentences: Readonly<Record<Language, readonly string[]>>;
  /** Whether the records hold each element, with its title. */
  readonly elements: readonly {
    readonly id: string;
    readonly status: string;
    readonly title: Readonly<Record<Language, string>>;
  }[];
  /** Answers of the policy audit that stand, people's before the program's; absent where no policy was given. */
  readonly provisions?: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly question: Readonly<Record<Language, string>>;
  }[];
};

/** How one finding was worked out, to be redone by hand or in R; texts in both languages, numbers as they are. */
export type FindingWorkings = {
  readonly formula: Readonly<Record<Language, string>>;
  /** Counts it was made from, as the release holds them. */
  readonly cells: readonly WorkingTable[];
  /** Numbers it was calculated from beside its own rows. */
  readonly tables: readonly WorkingTable[];
  readonly steps: readonly {
    readonly label: Readonly<Record<Language, string>>;
    readonly expression: string;
    readonly value: number;
  }[];
  /** Lines for R. */
  readonly r: readonly string[];
};

/** A table of workings; null is a blank in the records. */
export type WorkingTable = {
  readonly title: Readonly<Record<Language, string>>;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Rows that were left out, the smallest counts. */
  readonly leftOut: number;
};

/** Workings of every finding of a release, by the finding's id. */
export type PlaceWorkings = Readonly<Record<string, FindingWorkings>>;
