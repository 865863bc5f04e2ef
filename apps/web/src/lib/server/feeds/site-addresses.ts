import { codeListIds } from "@evenhand/standard";
import { questionIds } from "@evenhand/toolkit/report/page/question-sections";
import type { PlaceAnswers } from "@evenhand/toolkit/report/place-answers";
import { addresses } from "../../addresses.ts";
import { guideDocuments, methodDocuments } from "../documents.ts";
import { openPlace, type Place, readReleases } from "../place-index.ts";

const to = addresses("en");

/**
 * Addresses of every page of the site, in English; each page is there in Spanish too. Pages that only a server can
 * answer are left out.
 *
 * @param releases folder of releases that the places are in
 */
export async function siteAddresses(
  places: readonly Place[],
  { releases, isStatic }: { readonly releases: string; readonly isStatic: boolean },
): Promise<readonly string[]> {
  const pages = [
    to.home,
    ...(isStatic ? [] : [to.api]),
    to.dictionary,
    ...codeListIds.map((id) => to.codeList(id)),
    to.methods,
    ...[...methodDocuments.en.keys()].map((id) => to.method(id)),
    to.learn,
    ...[...guideDocuments.en.keys()].map((id) => to.guide(id)),
  ];
  const audited = places.filter(({ summary }) => (summary.provisions ?? []).length > 0);
  pages.push(
    ...audited.flatMap(({ summary }) => (summary.provisions ?? []).map(({ id }) => to.provision(id))),
    ...audited.flatMap(({ id }, index) => audited.slice(index + 1).map((other) => to.comparePolicies(id, other.id))),
  );
  for (const place of places) pages.push(...(await placeAddresses(place, releases)));
  return [...new Set(pages)];
}

/** Pages of one place. */
async function placeAddresses(place: Place, releases: string): Promise<readonly string[]> {
  const open = await openPlace(releases, place.id);
  if (open === undefined) return [];
  const { id } = place;
  const { findings } = open.answers;
  const published = await readReleases(place);
  return [
    to.place(id),
    to.force(id),
    ...questionIds(findings)
      .filter((question) => !["change", "footprint"].includes(question))
      .map((question) => to.force(id, question)),
    to.notRecorded(id),
    to.letter(id),
    ...policyAddresses(id, open.answers),
    to.change(id),
    ...open.answers.events.map((event) => to.change(id, event.id)),
    to.reduce(id),
    to.packet(id),
    to.data(id),
    ...published.map(({ name }) => to.release(id, name)),
    ...published.slice(0, -1).map(({ name }) => to.releaseChanges(id, name)),
    ...findings.map((finding) => to.finding(id, finding.id)),
  ];
}

/** Pages of a place's policy: only the first says anything where no policy was given. */
function policyAddresses(id: string, { policy, register }: PlaceAnswers): readonly string[] {
  return [
    to.policy(id),
    ...(register === undefined ? [] : [to.policy(id, "register")]),
    ...(register?.en.request?.length ? [to.policy(id, "register/letter")] : []),
    ...(policy === undefined
      ? []
      : [
          to.policy(id, "audit"),
          ...policy.audit.en.rules.map((rule) => to.policyRule(id, rule.id)),
          ...policy.texts.map(({ sha256 }) => to.policyDocument(id, sha256)),
          ...(policy.versions === undefined ? [] : [to.policy(id, "versions")]),
        ]),
  ];
}
