import type { Finding, FindingRow } from "@evenhand/standard";
import { reasonText } from "../disparity/reason-text.ts";
import { present, type Statement, sentences } from "../disparity/statement.ts";
import { keyTitle } from "../titles.ts";
import type { Words } from "../words.ts";
import { eventPhrase } from "./event-phrase.ts";
import { namedRecording } from "./named-recording.ts";

/** Whether something is recorded otherwise around the date, and what that forbids; the items are in the order found. */
export function recordingStatement(finding: Finding, words: Words): Statement {
  const isBlocked = finding.values?.blocks === 1;
  const isChanged = isBlocked || finding.rows.length > 0;
  const event = eventPhrase(finding, words);
  if (!isChanged && isOneSided(finding))
    return { headline: words.say("change.recording.one-sided"), more: present(elsewhere(finding, words)), after: [] };
  if (!isChanged)
    return {
      headline: words.say("change.recording.none", { event }),
      more: present(
        sentences(reachText(finding, words), reasonText("steady-is-not-proof", words)),
        elsewhere(finding, words),
      ),
      after: [],
    };
  return {
    headline: words.say(isBlocked ? "change.recording.blocks" : "change.recording.some", { event }),
    more: finding.rows.length === 0 ? [] : [words.say("change.recording.found")],
    after: present(sentences(...forbidden(finding, words)), reachText(finding, words), elsewhere(finding, words)),
  };
}

const isOneSided = ({ values }: Finding): boolean => values?.monthsBefore === 0 || values?.monthsAfter === 0;

/** In how many codes and fields a change could have been seen, and whether that is little. */
function reachText({ values }: Finding, words: Words): string | undefined {
  const { codesChecked: codes, fieldsChecked: fields, isLittleChecked } = values ?? {};
  if (typeof codes !== "number" || typeof fields !== "number") return undefined;
  const reach =
    codes === 0
      ? words.say("change.recording.reach.none", { fields })
      : words.say("change.recording.reach", { codes, fields });
  return isLittleChecked === 1 ? sentences(reach, words.say("change.recording.little")) : reach;
}

/** Types whose use changes suddenly in other years: the earlier pattern may not be one pattern. */
function elsewhere(finding: Finding, words: Words): string | undefined {
  const codes = String(finding.values?.elsewhere ?? "")
    .split(",")
    .filter((code) => code !== "");
  if (codes.length === 0) return undefined;
  const items = words.list(codes.map((code) => codeText(code, finding, words)));
  return words.say("change.recording.elsewhere", { items });
}

/** What was found, one sentence a row. */
export function recordingItems(finding: Finding, words: Words): readonly string[] {
  const declared = finding.rows.filter(isDeclared);
  const found = finding.rows.filter((row) => !isDeclared(row)).map((row) => itemOf(row, finding, words));
  const items = namedRecording(finding, words);
  if (declared.length === 0) return found;
  const key = `change.recording.form-changed${finding.values?.isOfCodes === 1 ? ".codes" : ""}`;
  return [words.say(key, { items: items ?? words.list(declared.map((row) => row.key)) }), ...found];
}

const isDeclared = ({ note }: FindingRow): boolean => note === "form-changed";

function itemOf(row: FindingRow, finding: Finding, words: Words): string {
  const { before = 0, after = 0, shareBefore = 0, shareAfter = 0 } = row.figures ?? {};
  const name = row.key.split(".").at(-1) ?? row.key;
  const counts = { title: codeText(row.key, finding, words), before, after };
  if (row.note === "missing-jumps") {
    const key = `change.field.${name}`;
    return words.say("change.recording.missing-jumps", {
      field: words.has(key) ? words.say(key) : words.say("change.field.default", { field: name }),
      shareBefore: words.comparedPercent(shareBefore),
      shareAfter: words.comparedPercent(shareAfter),
    });
  }
  if (row.note === "reports-jump" && words.has(`change.recording.${name}`)) {
    const shares = { shareBefore: words.decimal(shareBefore), shareAfter: words.decimal(shareAfter) };
    return words.say(`change.recording.${name}`, shares);
  }
  const key = `change.recording.${row.note}`;
  if (row.note === "drift-jumps") {
    const shares = { shareBefore: words.comparedPercent(shareBefore), shareAfter: words.comparedPercent(shareAfter) };
    return words.say(key, { ...counts, ...shares });
  }
  return words.say(words.has(key) ? key : "change.recording.other", counts);
}

/** Title of a code of force, or of a contact reason. */
function codeText(key: string, finding: Finding, words: Words): string {
  const title = keyTitle(key, finding, words);
  return title === key ? keyTitle(key, { ...finding, dimension: reasons }, words) : title;
}

const reasons = { field: "incident.contact_reason", codeList: "contact_reason" } as const;

function forbidden({ rows, values }: Finding, words: Words): readonly (string | undefined)[] {
  const has = (note: string, key = ""): boolean => rows.some((row) => row.note === note && row.key.endsWith(key));
  const hasCodes = has("drift-appears") || has("drift-within") || has("drift-vanishes") || values?.isOfCodes === 1;
  return [
    values?.blocks === 1 ? words.say("change.recording.forbids.total") : undefined,
    has("missing-jumps", "race_ethnicity") ? words.say("change.recording.forbids.groups") : undefined,
    hasCodes ? words.say("change.recording.forbids.codes") : undefined,
    has("drift-vanishes") ? words.say("change.recording.allows") : undefined,
  ];
}
