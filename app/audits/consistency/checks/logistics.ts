import { changedFindings, emptyLine, newestPlan } from '~/audits/closing-plan/plan';
import { proposeDays } from '~/audits/planning/propose-days';
import type { ConsistencyRecord } from '../record';
import type { Check } from '../rule';
import { days, figure, given, headcount, numberOf, rounded, sum } from './inputs';

/** The habit ends at 2,000 workers; beyond, its last number is the least. */
const most = 2000;
const hour = 3_600_000;
/** A day in the site's zone may begin and end so long before and after the day in UTC. */
const zoneMs = 14 * hour;
const auditors = ({ team }: ConsistencyRecord) => team.filter(({ part }) => part === 'lead' || part === 'assessor').length;
const calendarDays = ({ plan }: ConsistencyRecord) => days(plan.startsOn, plan.endsOn) + 1;

/** F1 */
export const daysAgainstHeadcount: Check = (record) => {
  const workers = headcount(record);
  const usual = proposeDays(workers === null ? null : Math.min(workers, most));
  const { personDays, limits } = record.plan;
  if (!usual || personDays === 0 || personDays >= usual.personDays) return [];
  const isFar = personDays < usual.personDays / 2 && limits.trim() === '';
  const inputs = [figure('plan.personDays', personDays), figure('plan.usualDays', usual.personDays), figure('plan.workers', workers ?? 0)];
  return [{ ...(isFar ? { severity: 'contradiction' as const } : {}), inputs }];
};

/** F2 */
export const moreDaysThanPossible: Check = (record) => {
  const [people, possible] = [auditors(record), calendarDays(record)];
  const { personDays } = record.plan;
  if (people === 0 || personDays <= people * possible) return [];
  return [{ inputs: [figure('plan.personDays', personDays), figure('team.auditors', people), figure('plan.days', possible)] }];
};

/** F3 */
export const interviewsDoNotFit: Check = (record, limit) => {
  const all = record.tallies.map(({ value }) => value);
  const alone = sum(all.filter(({ form }) => form === 'individual').map(({ women, men }) => women + men));
  const minutes = alone * limit('minutes-alone') + all.filter(({ form }) => form === 'group').length * limit('minutes-group');
  const available = limit('interview-time') * limit('hours-a-day') * 60 * record.plan.personDays;
  if (available === 0 || minutes <= available) return [];
  return [{ inputs: [figure('tally.hours', rounded(minutes / 60)), figure('plan.personDays', record.plan.personDays)] }];
};

function presenceHours({ meetings }: ConsistencyRecord): number | null {
  const { at = null, until = null } = meetings.get('presence') ?? {};
  return at === null || until === null ? null : (Date.parse(until) - Date.parse(at)) / hour;
}

/** F4 */
export const lessTimeOnSite: Check = (record, limit) => {
  const hours = presenceHours(record);
  // A presence of several days includes nights: it says nothing of hours worked.
  if (hours === null || hours <= 0 || hours > 24) return [];
  const planned = limit('presence-share') * limit('hours-a-day') * record.plan.personDays;
  if (hours * auditors(record) * calendarDays(record) >= planned) return [];
  return [{ inputs: [figure('meeting.presence', rounded(hours)), figure('plan.personDays', record.plan.personDays)] }];
};

/** F9 */
export const announcementAgainstAnswer: Check = (record) => {
  if (record.values.get('BW.PI.a')?.value !== 'audit-unannounced') return [];
  const { announcement } = record.plan;
  const isAlone = record.tallies.some(({ value }) => value.form === 'individual');
  return [
    ...(announcement === 'unannounced'
      ? []
      : [{ subject: 'announced', inputs: [...given(record, 'BW.PI.a'), figure('plan.announcement', announcement)] }]),
    ...(record.tallies.length === 0 || isAlone
      ? []
      : [{ subject: 'private', inputs: [...given(record, 'BW.PI.a'), figure('tally.alone', 0)] }]),
  ];
};

/** F11 */
export const planAgainstEntries: Check = (record) => {
  const { startsOn, personDays, hasPrevious, type } = record.plan;
  const began = record.values.get('BW.PI.b')?.value;
  const [taken, before] = [numberOf(record, 'BW.PI.c'), numberOf(record, 'BW.PI.d')];
  return [
    ...(typeof began === 'string' && began !== startsOn
      ? [{ subject: 'BW.PI.b', inputs: [...given(record, 'BW.PI.b'), figure('plan.startsOn', startsOn)] }]
      : []),
    ...(taken !== null && taken !== personDays
      ? [{ subject: 'BW.PI.c', inputs: [...given(record, 'BW.PI.c'), figure('plan.personDays', personDays)] }]
      : []),
    ...(before === 0 && hasPrevious ? [{ subject: 'BW.PI.d', inputs: [...given(record, 'BW.PI.d'), figure('plan.previous', 'yes')] }] : []),
    ...(type === 'initial' && hasPrevious
      ? [{ subject: 'type', inputs: [figure('plan.type', type), figure('plan.previous', 'yes')] }]
      : []),
  ];
};

/** F12 */
export const orderOfMeetings: Check = (record) => {
  const { startsOn, endsOn } = record.plan;
  const [first, last] = [Date.parse(startsOn) - zoneMs, Date.parse(endsOn) + 24 * hour + zoneMs];
  const outside = [...record.meetings].flatMap(([key, { at, until }]) => {
    const isOutside = [at, until].some((time) => time !== null && (Date.parse(time) < first || Date.parse(time) > last));
    return isOutside ? [{ subject: key, inputs: [figure(`meeting:${key}`, at ?? until ?? ''), figure('plan.startsOn', startsOn)] }] : [];
  });
  const [opening, closing] = [record.meetings.get('opening')?.at, record.meetings.get('closing')?.at];
  const isReversed = Boolean(opening && closing && opening > closing);
  const backwards = [...record.meetings].flatMap(([key, { at, until }]) =>
    at && until && until < at ? [{ subject: `${key}.end`, inputs: [figure(`meeting:${key}`, at), figure('meeting.until', until)] }] : [],
  );
  return [
    ...outside,
    ...backwards,
    ...(isReversed
      ? [{ subject: 'order', inputs: [figure('meeting:opening', opening ?? ''), figure('meeting:closing', closing ?? '')] }]
      : []),
  ];
};

const paidBySite = /supplier|factory|\bsite\b|fournisseur|usine|proveedor|fábrica/i;

/** F13 */
export const independence: Check = (record) => {
  const interested = record.team.filter(({ part, declaration }) => (part === 'lead' || part === 'assessor') && declaration === 'interest');
  return [
    ...(interested.length > 0 ? [{ subject: 'interest', inputs: [figure('team.interest', interested.length)] }] : []),
    ...(paidBySite.test(record.plan.paidBy) ? [{ subject: 'paid', inputs: [figure('plan.paidBy', record.plan.paidBy)] }] : []),
  ];
};

/** F15 */
export const otherShiftUnseen: Check = (record, limit) => {
  const [shifts, hours] = [numberOf(record, 'BW.SI.p'), presenceHours(record)];
  if (shifts === null || shifts < limit('shifts-seen') || hours === null || hours <= 0 || hours > limit('hours-a-day')) return [];
  return [{ inputs: [...given(record, 'BW.SI.p'), figure('meeting.presence', rounded(hours))] }];
};

/** F16 */
export const notAssessedWithoutLimits: Check = (record, limit) => {
  const { compliance, plan, marksRest, values } = record;
  const open = compliance.filter(({ key }) => {
    const found = values.get(key);
    return found === undefined || found.isOwn ? marksRest : found.value === 'not-assessed';
  }).length;
  if (plan.limits.trim() !== '' || open === 0 || open <= limit('not-assessed-share') * compliance.length) return [];
  return [{ inputs: [figure('check.notAssessed', `${open}/${compliance.length}`), figure('plan.limits', 'no')] }];
};

/** F17 */
export const representativesAtClosing: Check = (record) => {
  if (record.meetings.get('closing')?.saysWorkers !== 'none-exist') return [];
  const known = [
    ...(record.values.get('BW.UN.a')?.value === 'yes' ? ['BW.UN.a'] : []),
    ...(record.values.get('BW.HR.3.a')?.value === 'compliant' ? ['BW.HR.3.a'] : []),
  ];
  return known.length === 0 ? [] : [{ inputs: [figure('meeting.workers', 'none-exist'), ...given(record, ...known)] }];
};

/** F10 */
export const contactedBefore: Check = ({ plan }, limit) => {
  const { announcement, startsOn, contactedOn = null } = plan;
  if (announcement !== 'unannounced' || contactedOn === null || days(contactedOn, startsOn) > limit('contact-days')) return [];
  return [{ inputs: [figure('plan.contactedOn', contactedOn), figure('plan.startsOn', startsOn)] }];
};

/** F14 */
export const rotation: Check = ({ team }, limit) => {
  const runs = Math.max(0, ...team.map(({ leadRuns = 0 }) => leadRuns));
  const elsewhere = team.filter(({ part, isElsewhere }) => isElsewhere === true && (part === 'lead' || part === 'assessor')).length;
  return [
    ...(runs >= limit('lead-runs') ? [{ subject: 'lead', inputs: [figure('team.leadRuns', runs)] }] : []),
    ...(elsewhere > 0 ? [{ subject: 'elsewhere', severity: 'contradiction' as const, inputs: [figure('team.elsewhere', elsewhere)] }] : []),
  ];
};

/** F19: the version names the subject, so that an explanation covers one signed plan; what changed is part of its inputs. */
export const planChangedAfterSignature: Check = ({ signedPlans, findings, planLines }) => {
  const signed = newestPlan(signedPlans);
  if (signed === null) return [];
  const changed = changedFindings(signed.plan, findings, (finding) => planLines.get(finding) ?? null);
  if (changed.length === 0) return [];
  const { version } = signed.plan;
  const grades = new Map(findings.map(({ key, value }) => [key, value.grade]));
  const lines = changed.map((finding) => {
    const { requirement, what, action, responsible, timescale, remark } = planLines.get(finding) ?? emptyLine;
    const said = [grades.get(finding), what, requirement, action, responsible, timescale, remark];
    return figure(`planLine:${finding}`, said.filter(Boolean).join(' · '));
  });
  return [
    {
      subject: `plan-${version}`,
      inputs: [figure('meeting.signedPlan', version), figure('meeting.planChanged', changed.length), ...lines],
    },
  ];
};
