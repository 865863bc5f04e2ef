import type { Finding } from "@evenhand/standard/finding";
import type { Clause, Provision } from "@evenhand/standard/provision";
import type { Release } from "@evenhand/standard/release";
import { findPhrases } from "../checks/find-phrases.ts";
import type { PolicyDocument } from "../documents/policy-document.ts";
import { countActs } from "./count-acts.ts";
import { linkKind } from "./link-kind.ts";
import table from "./links.json" with { type: "json" };
import {
  type LinkDefinition,
  type LinkedElement,
  linkKinds,
  type PolicyLink,
  type PolicyStance,
} from "./policy-link.ts";
import { policyTiming } from "./policy-timing.ts";

/** Every link that can be made, by rule, as data. */
export const linkDefinitions = table.links as readonly LinkDefinition[];

/** What the records are, beside their findings. */
export type RecordsBeside = Pick<Release, "period"> & {
  readonly scope: Pick<Release["scope"], "fields" | "force">;
  /** The documents the provisions were found in, for their dates and the words before a list. */
  readonly documents: readonly PolicyDocument[];
};

/**
 * Puts each rule of an audited policy beside what the records hold of it: the duty beside the element that would show
 * it, the ban beside the count of the act. What the policy asks for and the records leave out comes first. Pure.
 *
 * Never a judgment on conduct: a record of an act before or after a policy's date does not say whether it was broken.
 */
export function linkPolicyToData(
  provisions: readonly Provision[],
  findings: readonly Finding[],
  records: RecordsBeside,
): readonly PolicyLink[] {
  const links = linkDefinitions.flatMap((definition) => {
    const provision = provisions.find(({ id }) => id === definition.rule);
    return provision === undefined ? [] : [link(definition, provision, findings, records)];
  });
  return links.toSorted((a, b) => linkKinds.indexOf(a.kind) - linkKinds.indexOf(b.kind));
}

function link(
  definition: LinkDefinition,
  provision: Provision,
  findings: readonly Finding[],
  { scope, period, documents }: RecordsBeside,
): PolicyLink {
  const { rule, to, role, shows, item, limit, element, fields = [] } = definition;
  const clauses = clausesNaming(definition, provision, documents);
  const beside = {
    role,
    shows,
    stance: stanceOf(definition, provision, clauses),
    elements: findings.flatMap((finding) =>
      element !== undefined && finding.element === element ? held(finding) : [],
    ),
  };
  const counts = countActs(definition, findings, scope.force);
  const timing = policyTiming(clauses[0], documents, period);
  const counted = counts === undefined ? beside : { ...beside, counts };
  return {
    id: `${rule}~${to}`,
    rule,
    kind: linkKind(counted),
    verdict: provision.verdict,
    ...counted,
    item,
    ...(limit === undefined ? {} : { limit }),
    clauses,
    fields: fields.map((id) => ({
      id,
      hasColumn: scope.fields.some(({ field, columns }) => field === id && columns.length > 0),
    })),
    findings: definition.findings.flatMap((name) => leading(name, findings)),
    ...(timing === undefined ? {} : { timing }),
  };
}

const stances: Readonly<Record<Provision["verdict"], PolicyStance>> = {
  required: "asks",
  qualified: "asks-weakly",
  contradicted: "says-otherwise",
  silent: "not-found",
  "cannot-tell": "unclear",
  "covered-elsewhere": "elsewhere",
};

/** A rule that asks for several things may be met in part: the clauses must name this one. */
function stanceOf({ names }: LinkDefinition, { verdict }: Provision, clauses: readonly Clause[]): PolicyStance {
  const asks = verdict === "required" || verdict === "qualified";
  return asks && names !== undefined && clauses.length === 0 ? "not-named" : stances[verdict];
}

/** The words nearest to a thing that the policy does not ask for decide nothing: they are left to the audit. */
function clausesNaming(
  { names }: LinkDefinition,
  { verdict, clauses }: Provision,
  documents: readonly PolicyDocument[],
): readonly Clause[] {
  if (verdict === "silent") return [];
  if (names === undefined || (verdict !== "required" && verdict !== "qualified")) return clauses;
  return clauses.filter((clause) => {
    const text = `${leadInOf(clause, documents)} ${clause.text}`;
    return findPhrases(names, text).length > 0 && findPhrases(table.reporting, text).length > 0;
  });
}

/** The words before the list that a clause is an item of. */
function leadInOf({ sha256, start }: Clause, documents: readonly PolicyDocument[]): string {
  const clauses = documents
    .filter((document) => document.sha256 === sha256)
    .flatMap(({ policies }) => policies.flatMap((policy) => policy.clauses));
  return clauses.find((clause) => clause.start === start)?.leadIn ?? "";
}

/** How far the records hold an element, where a finding of the gap report judges it. */
function held(finding: Finding): readonly LinkedElement[] {
  const { question, element, status, unit, reason, numerator = 0, denominator, total, values } = finding;
  if (question !== "gap" || element === undefined || status === undefined) return [];
  const asked = typeof values?.asked === "number" ? values.asked : Math.max(denominator, total);
  return [{ id: element, status, usable: numerator, asked, unit, ...(reason === undefined ? {} : { reason }) }];
}

/** The finding of a `question/measure`, in the first unit in which something can be said. */
function leading(name: string, findings: readonly Finding[]): readonly string[] {
  const all = findings.filter(({ question, measure }) => `${question}/${measure}` === name);
  const first = all.find(({ shown }) => shown !== "cannot-say") ?? all[0];
  return first === undefined ? [] : [first.id];
}
