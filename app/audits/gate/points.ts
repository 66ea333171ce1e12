import { figure, headcount, rounded, sum } from '~/audits/consistency/checks/inputs';
import { limitsOn, type Limits } from '~/audits/consistency/parameters';
import type { ConsistencyRecord, Input } from '~/audits/consistency/record';
import type { Source } from '~/audits/consistency/rule';
import { proposeDays } from '~/audits/planning/propose-days';

/** What the gate reads: the redacted record, and the questions that count, none of a compliance point that contains a zero-tolerance question. */
export type GateRecord = { record: ConsistencyRecord; counted: readonly string[] };

type Found = { subject?: string; inputs: readonly Input[] };
type Check = (gate: GateRecord, limit: Limits) => Found[];

export const gatePointIds = ['unanswered', 'interviews', 'samples', 'person-days', 'signature', 'critical-evidence'] as const;
export type GatePointId = (typeof gatePointIds)[number];

/** A point that stops the conclusion: its version, why, and where it comes from. Thresholds are dated values in `consistency/parameters`. */
export type GatePoint = { id: GatePointId; version: number; reason: string; from: readonly Source[]; check: Check };

/** Answers that state that nothing was established. */
const open: readonly (string | number)[] = ['not-assessed', 'dont-know', 'unknown'];

/** Unanswered, or left open without a note that says why. */
const missingOf = ({ record, counted }: GateRecord): number =>
  counted.filter((key) => {
    const found = record.values.get(key);
    return found === undefined || found.isOwn || (open.includes(found.value) && !found.note);
  }).length;

const unanswered: Check = (gate, limit) => {
  const { counted } = gate;
  const missing = missingOf(gate);
  if (counted.length === 0 || missing <= limit('gate-unanswered-share') * counted.length) return [];
  return [{ inputs: [figure('gate.unanswered', missing), figure('gate.asked', counted.length)] }];
};

/** The headcount beyond which no number is usual is read as the last one that has one. */
const mostWorkers = 2000;
const usualOf = (record: ConsistencyRecord) => {
  const workers = headcount(record);
  return proposeDays(workers === null ? null : Math.min(workers, mostWorkers));
};
/** Planned interviews, else as many as are usual. */
const plannedInterviews = (record: ConsistencyRecord): number => record.plan.interviews || (usualOf(record)?.interviews ?? 0);

const interviewed = (record: ConsistencyRecord): number => sum(record.tallies.map(({ value }) => value.women + value.men));

const interviews: Check = ({ record }, limit) => {
  const planned = plannedInterviews(record);
  const people = interviewed(record);
  if (people >= limit('gate-interview-share') * planned) return [];
  return [{ inputs: [figure('plan.interviews', planned), figure('tally.people', people)] }];
};

const leastSampled = (record: ConsistencyRecord, limit: Limits): number =>
  Math.ceil(limit('gate-sample-share') * plannedInterviews(record));
const sampled = (list: readonly { value: { code: string } }[]): number => new Set(list.map(({ value }) => value.code)).size;

const samples: Check = ({ record }, limit) => {
  const least = leastSampled(record, limit);
  return [
    { subject: 'hours', found: sampled(record.hours) },
    { subject: 'wage', found: sampled(record.wages) },
  ].flatMap(({ subject, found }) =>
    found >= least ? [] : [{ subject, inputs: [figure('gate.least', least), figure(`${subject}.codes`, found)] }],
  );
};

const personDays: Check = ({ record }, limit) => {
  const usual = usualOf(record);
  const { personDays: planned } = record.plan;
  if (!usual || planned >= limit('gate-days-share') * usual.personDays) return [];
  return [{ inputs: [figure('plan.personDays', rounded(planned)), figure('plan.usualDays', usual.personDays)] }];
};

const signature: Check = ({ record }) =>
  record.signatures.some(({ value }) => value.party === 'auditor')
    ? []
    : [{ inputs: [figure('gate.signatures', record.signatures.length)] }];

const criticalEvidence: Check = ({ record }, limit) =>
  record.findings.flatMap(({ key, value }) => {
    const { grade, methods } = value;
    const isPhotographed = record.photos.some((photo) => photo.value.about === key || value.photos.includes(photo.key));
    if (grade !== 'critical' || isPhotographed || new Set(methods).size >= limit('gate-critical-sources')) return [];
    return [{ subject: key, inputs: [figure(`finding:${key}`, value.what.slice(0, 80)), figure('gate.sources', new Set(methods).size)] }];
  });

/** Every point, in the order in which it is listed. A point that changes gets a new version, which lapses its acceptances. */
export const gatePoints: readonly GatePoint[] = [
  {
    ...{ id: 'unanswered', version: 1, from: ['A'], check: unanswered },
    reason: 'A conclusion on a site rests on what was asked and answered there.',
  },
  {
    ...{ id: 'interviews', version: 1, from: ['BW', 'T'], check: interviews },
    reason: 'Forced labour is learnt from workers: fewer interviews than planned see less of it.',
  },
  {
    ...{ id: 'samples', version: 1, from: ['T'], check: samples },
    reason: 'Hours and pay are read from records of a sample of workers, not from what management states.',
  },
  {
    ...{ id: 'person-days', version: 1, from: ['T'], check: personDays },
    reason: 'The usual length of such an audit follows the headcount.',
  },
  {
    ...{ id: 'signature', version: 1, from: ['T'], check: signature },
    reason: 'A record without the signature of an auditor has no one who answers for it.',
  },
  {
    ...{ id: 'critical-evidence', version: 1, from: ['P'], check: criticalEvidence },
    reason: 'A critical finding has consequences at once, so more than one source or a photograph supports it.',
  },
];

/** The thresholds in force on the last day of the audit. */
export const gateLimits = ({ record }: GateRecord): Limits => limitsOn(record.plan.endsOn);

/** How far a record has come in what the points measure, whether one stops or not: the figures that the points show. */
export type GateFigures = {
  unanswered: number;
  asked: number;
  interviewed: number;
  plannedInterviews: number;
  hours: number;
  wages: number;
  leastSampled: number;
  auditorSignatures: number;
};
export function gateFigures(gate: GateRecord): GateFigures {
  const { record, counted } = gate;
  return {
    ...{ unanswered: missingOf(gate), asked: counted.length },
    ...{ interviewed: interviewed(record), plannedInterviews: plannedInterviews(record) },
    ...{ hours: sampled(record.hours), wages: sampled(record.wages), leastSampled: leastSampled(record, gateLimits(gate)) },
    auditorSignatures: record.signatures.filter(({ value }) => value.party === 'auditor').length,
  };
}
