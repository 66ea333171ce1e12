import type { SigningParty } from '~/audits/planning/states';
import type { Input } from '~/audits/consistency/record';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { StopState } from './check-gate';
import type { GatePointId } from './points';

/** The reader's language unless a locale is given, as reports do. */
type Said = { locale?: 'en' | 'fr' | 'es' };

const points = {
  unanswered: m.gate_point_unanswered,
  interviews: m.gate_point_interviews,
  samples: m.gate_point_samples,
  'person-days': m.gate_point_person_days,
  signature: m.gate_point_signature,
  'critical-evidence': m.gate_point_critical_evidence,
} satisfies Record<GatePointId, (given: Record<string, never>, said: Said) => string>;
export const gatePointLabel = (point: GatePointId, said: Said = {}): string => points[point]({}, said);

const states = {
  open: m.gate_state_open,
  asked: m.gate_state_asked,
  accepted: m.gate_state_accepted,
  lapsed: m.gate_state_lapsed,
  rejected: m.gate_state_rejected,
} satisfies Record<StopState, () => string>;
export const stopStateLabel = (state: StopState): string => states[state]();

const inputs: Readonly<Record<string, () => string>> = {
  'gate.unanswered': m.gate_input_unanswered,
  'gate.asked': m.gate_input_asked,
  'plan.interviews': m.gate_input_planned_interviews,
  'tally.people': m.gate_input_interviewed,
  'gate.least': m.gate_input_least,
  'hours.codes': m.gate_input_hours,
  'wage.codes': m.gate_input_wages,
  'plan.personDays': m.gate_input_days,
  'plan.usualDays': m.gate_input_usual_days,
  'gate.signatures': m.gate_input_signatures,
  'gate.sources': m.gate_input_sources,
};
/** A value that a point was found with. */
export const gateInputLabel = (key: string): string => inputs[key]?.() ?? m.gate_input_finding();

/** Figures of interviews and samples are shown to the team alone: to others the report gives them, suppressed. */
export const isTeamFigure = ({ key }: Pick<Input, 'key'>): boolean => /^(tally|hours|wage)\./.test(key);
export const gateInputValueLabel = (value: string | number): string => (typeof value === 'number' ? formatNumber(value) : value);

const parties = {
  auditor: m.gate_sign_auditor,
  management: m.gate_sign_management,
  workers: m.gate_sign_workers,
} satisfies Record<SigningParty, () => string>;
/** For whom a person signs. */
export const signingPartyLabel = (party: SigningParty): string => parties[party]();
