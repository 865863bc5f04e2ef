import banBreathingRestraints from "./evenhand/ban-breathing-restraints/rule.json" with { type: "json" };
import banChokeholds from "./evenhand/ban-chokeholds/rule.json" with { type: "json" };
import banNeckRestraints from "./evenhand/ban-neck-restraints/rule.json" with { type: "json" };
import banShootingAtVehicles from "./evenhand/ban-shooting-at-vehicles/rule.json" with { type: "json" };
import banShootingFromVehicles from "./evenhand/ban-shooting-from-vehicles/rule.json" with { type: "json" };
import banWarningShots from "./evenhand/ban-warning-shots/rule.json" with { type: "json" };
import callMedicalAid from "./evenhand/call-medical-aid/rule.json" with { type: "json" };
import considerCauses from "./evenhand/consider-causes/rule.json" with { type: "json" };
import deEscalationRequired from "./evenhand/de-escalation-required/rule.json" with { type: "json" };
import deadlyForceLastResort from "./evenhand/deadly-force-last-resort/rule.json" with { type: "json" };
import defineDeadlyForce from "./evenhand/define-deadly-force/rule.json" with { type: "json" };
import defineDeescalation from "./evenhand/define-deescalation/rule.json" with { type: "json" };
import defineForce from "./evenhand/define-force/rule.json" with { type: "json" };
import defineImminent from "./evenhand/define-imminent/rule.json" with { type: "json" };
import defineNecessary from "./evenhand/define-necessary/rule.json" with { type: "json" };
import defineReasonable from "./evenhand/define-reasonable/rule.json" with { type: "json" };
import defineResistance from "./evenhand/define-resistance/rule.json" with { type: "json" };
import dutyToIntervene from "./evenhand/duty-to-intervene/rule.json" with { type: "json" };
import formDeescalationResistance from "./evenhand/form-deescalation-resistance/rule.json" with { type: "json" };
import formForceTypes from "./evenhand/form-force-types/rule.json" with { type: "json" };
import formLocation from "./evenhand/form-location/rule.json" with { type: "json" };
import formOutcome from "./evenhand/form-outcome/rule.json" with { type: "json" };
import formPerson from "./evenhand/form-person/rule.json" with { type: "json" };
import formReason from "./evenhand/form-reason/rule.json" with { type: "json" };
import giveMedicalAid from "./evenhand/give-medical-aid/rule.json" with { type: "json" };
import minimumForce from "./evenhand/minimum-force/rule.json" with { type: "json" };
import proportionalForce from "./evenhand/proportional-force/rule.json" with { type: "json" };
import publishData from "./evenhand/publish-data/rule.json" with { type: "json" };
import publishPolicy from "./evenhand/publish-policy/rule.json" with { type: "json" };
import publishPolicyChanges from "./evenhand/publish-policy-changes/rule.json" with { type: "json" };
import reportAllForce from "./evenhand/report-all-force/rule.json" with { type: "json" };
import reportPointing from "./evenhand/report-pointing/rule.json" with { type: "json" };
import valueOfLife from "./evenhand/value-of-life/rule.json" with { type: "json" };
import type { Rubric, Rule } from "./rule.ts";

/** Every component the seed asks of a use-of-force policy. */
export const evenhandRubric: Rubric = {
  id: "evenhand",
  isBinary: false,
  rules: [
    defineForce,
    defineDeadlyForce,
    defineDeescalation,
    defineResistance,
    defineImminent,
    defineReasonable,
    defineNecessary,
    minimumForce,
    proportionalForce,
    deadlyForceLastResort,
    banNeckRestraints,
    banChokeholds,
    banBreathingRestraints,
    banWarningShots,
    banShootingAtVehicles,
    banShootingFromVehicles,
    deEscalationRequired,
    considerCauses,
    dutyToIntervene,
    giveMedicalAid,
    callMedicalAid,
    valueOfLife,
    reportAllForce,
    reportPointing,
    formPerson,
    formLocation,
    formReason,
    formForceTypes,
    formDeescalationResistance,
    formOutcome,
    publishPolicy,
    publishPolicyChanges,
    publishData,
  ] as readonly Rule[],
};
