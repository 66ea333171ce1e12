import { announcementLabel, auditTypeLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import { sanctionNames, statusNames } from '~/suppliers/facts/recruiter-labels';
import { textOf } from '~/suppliers/fields/definition/text';
import { feePolicyTexts } from '~/suppliers/fields/fee-policy';
import { formatCountry } from '~/ui/format';
import type { HitState } from './check-consistency';
import { ruleLabels } from './rule-labels';
import type { Severity } from './rule';

/** The reader's language unless a locale is given, as reports do. */
type Said = { locale?: 'en' | 'fr' | 'es' };

/** A contradiction in words: what disagrees, and what is asked. */
export const ruleLabel = (id: string, said: Said = {}): string => ruleLabels[id]?.({}, said) ?? id;

const severities = {
  contradiction: m.consistency_severity_contradiction,
  doubt: m.consistency_severity_doubt,
  note: m.consistency_severity_note,
} satisfies Record<Severity, () => string>;
export const severityLabel = (severity: Severity): string => severities[severity]();

const states = {
  open: m.consistency_state_open,
  explained: m.consistency_state_explained,
  lapsed: m.consistency_state_lapsed,
} satisfies Record<HitState, () => string>;
export const hitStateLabel = (state: HitState): string => states[state]();

const inputs: Readonly<Record<string, () => string>> = {
  'check.notAssessed': m.consistency_input_check_notassessed,
  'site.workers': m.consistency_input_site_workers,
  'site.femaleShare': m.consistency_input_site_femaleshare,
  'site.migrantShare': m.consistency_input_site_migrantshare,
  'site.agencyShare': m.consistency_input_site_agencyshare,
  'site.migrants': m.consistency_input_site_migrants,
  'site.agency': m.consistency_input_site_agency,
  'site.housing': m.consistency_input_site_housing,
  'site.subcontracting': m.consistency_input_site_subcontracting,
  'site.youngWorkers': m.consistency_input_site_youngworkers,
  'site.workerVoice': m.consistency_input_site_workervoice,
  'site.peakRatio': m.consistency_input_site_peakratio,
  'site.seasonal': m.consistency_input_site_seasonal,
  'site.origins': m.consistency_input_site_origins,
  'site.point': m.consistency_input_site_point,
  'was.workers': m.consistency_input_was_workers,
  'was.migrantShare': m.consistency_input_was_migrantshare,
  recruiter: m.consistency_input_recruiter,
  'recruiter.count': m.consistency_input_recruiter_count,
  'recruiter.licence': m.consistency_input_recruiter_licence,
  'recruiter.sanction': m.consistency_input_recruiter_sanction,
  'recruiter.status': m.consistency_input_recruiter_status,
  'recruiter.fees': m.consistency_input_recruiter_fees,
  'recruiter.months': m.consistency_input_recruiter_months,
  'recruiter.policy': m.consistency_input_recruiter_policy,
  'recruiter.placed': m.consistency_input_recruiter_placed,
  plan: m.consistency_input_plan,
  'plan.personDays': m.consistency_input_plan_persondays,
  'plan.usualDays': m.consistency_input_plan_usualdays,
  'plan.workers': m.consistency_input_plan_workers,
  'plan.limits': m.consistency_input_plan_limits,
  'plan.days': m.consistency_input_plan_days,
  'plan.interviews': m.consistency_input_plan_interviews,
  'plan.announcement': m.consistency_input_plan_announcement,
  'plan.startsOn': m.consistency_input_plan_startson,
  team: m.consistency_input_team,
  'team.sameAnswers': m.consistency_input_team_sameanswers,
  hours: m.consistency_input_hours,
  wage: m.consistency_input_wage,
  sample: m.consistency_input_sample,
  tally: m.consistency_input_tally,
  meeting: m.consistency_input_meeting,
  'meeting.signedPlan': m.consistency_input_meeting_signedplan,
  'meeting.planChanged': m.consistency_input_meeting_planchanged,
  planLine: m.closing_plan_kind_line,
  finding: m.consistency_input_finding,
  'finding.affected': m.consistency_input_finding_affected,
  practice: m.consistency_input_practice,
  revisit: m.consistency_input_revisit,
  earlier: m.consistency_input_earlier,
  action: m.consistency_input_action,
};
/** What an input is that no question asks for: the figure of a plan, a record or a list of entries. */
export function inputLabel(key: string): string | null {
  const [list = '', field = ''] = key.split(/[.:]/);
  return (inputs[key] ?? inputs[`${list}.${field}`] ?? inputs[list])?.() ?? null;
}

/** In place of a figure that only the audit team reads. */
export const withheld = 'withheld';

const values: Readonly<Record<string, () => string>> = {
  yes: m.shell_yes,
  no: m.shell_no,
  [withheld]: m.consistency_withheld,
  'outside-country': m.consistency_point_outside,
};
/** A figure's value as shown; a code that is no figure in its own words. */
export function inputValueLabel(key: string, value: string | number): string {
  if (key === 'plan.announcement' || key === 'earlier.announcement') return announcementLabel(String(value));
  if (key === 'plan.type') return auditTypeLabel(String(value));
  if (key === 'site.origins')
    return String(value)
      .split(' ')
      .map((code) => formatCountry(code))
      .join(', ');
  if (key.startsWith('recruiter.')) return recruiterValue(String(value));
  return values[String(value)]?.() ?? String(value);
}

/** Codes of a recruiter's record, after its name. */
const recruiterCodes: Readonly<Record<string, () => string>> = {
  ...statusNames,
  ...sanctionNames,
  ...Object.fromEntries(Object.entries(feePolicyTexts).map(([policy, text]) => [policy, () => textOf(text)])),
  '–': m.consistency_no_licence,
};
function recruiterValue(value: string): string {
  const [name, ...rest] = value.split(' · ');
  return [name, ...rest.map((code) => recruiterCodes[code]?.() ?? code)].join(' · ');
}
