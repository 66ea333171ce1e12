import type * as action from '~/findings/corrective-actions/action-lists';
import type * as definition from '~/audits/entries/definition';
import type * as audit from '~/audits/planning/states';
import type * as gate from '~/audits/gate/points';
import type * as reply from '~/findings/right-of-reply/reply-states';

/** Concern levels of an interview topic, most serious last. */
export const interviewGrades = ['not-raised', 'no-concern', 'some-concern', 'grave-concern'] as const;

/** What is counted of the hours of sampled workers. */
export const hourRows = ['above-60', 'no-rest-day', 'overtime-not-voluntary'] as const;
/** What is counted of their pay. */
export const wageRows = ['below-minimum', 'overtime-unpaid', 'overtime-underpaid', 'recruitment-fee', 'deposit', 'fine', 'loan'] as const;

/** The most hours in a week by codes of conduct, overtime included (ETI base code 6.3; RBA code A3). */
export const mostWeeklyHours = 60;

// Closed lists of what is printed: a report of today must be read when the record's own lists have grown.
export const auditTypes = ['initial', 'periodic', 'follow-up'] as const satisfies readonly audit.AuditType[];
export const announcements = ['announced', 'semi-announced', 'unannounced'] as const satisfies readonly audit.Announcement[];
export const teamParts = ['lead', 'assessor', 'interpreter', 'observer'] as const satisfies readonly audit.TeamPart[];
export const declarations = ['independent', 'interest'] as const satisfies typeof audit.declarations;
export const agreements = ['agree', 'partly', 'contradict', 'single'] as const satisfies readonly audit.Agreement[];
export const revisitStatuses = ['closed', 'open', 'worse'] as const satisfies typeof audit.revisitStatuses;
export const yesOrNo = ['yes', 'no'] as const satisfies typeof audit.yesOrNo;
export const gatePoints = [
  'unanswered',
  'interviews',
  'samples',
  'person-days',
  'signature',
  'critical-evidence',
] as const satisfies readonly gate.GatePointId[];
export const extents = ['isolated', 'systemic'] as const satisfies typeof audit.extents;
export const sampleDimensions = ['sex', 'origin', 'contract', 'shift', 'language'] as const satisfies readonly audit.SampleDimension[];
export const definitionElements = [
  'work',
  'penalty',
  'not-voluntary',
  'exceptions',
] as const satisfies typeof definition.definitionElements;
export const elementStates = ['supported', 'unclear', 'not-supported'] as const satisfies typeof definition.elementStates;
export const definitionReadings = [
  'open',
  'not-supported',
  'unclear',
  'exception',
  'fits',
] as const satisfies typeof definition.definitionReadings;
export const legalExceptions = [
  'military-service',
  'civic-obligation',
  'prison-labour',
  'emergency',
  'communal-service',
] as const satisfies typeof definition.legalExceptions;
export const actionKinds = ['corrective', 'remediation'] as const satisfies readonly action.ActionKind[];
export const timescales = ['immediate', '30', '60', '90', '180', '365'] as const satisfies readonly action.Timescale[];
export const verifications = ['desktop', 'follow-up-visit', 'worker-interviews'] as const satisfies readonly action.Verification[];
export const actionStatuses = ['pending', 'in-progress', 'completed', 'verified'] as const satisfies readonly action.ActionStatus[];
export const replyKinds = ['dispute', 'comment', 'accept'] as const satisfies typeof reply.replyKinds;
export const replyVerdicts = ['upheld', 'changed', 'withdrawn'] as const satisfies typeof reply.replyVerdicts;
export const interviewForms = ['individual', 'group'] as const satisfies readonly audit.InterviewForm[];

/** Elements of a management system, and what the answers about one come to. */
export const systemElements = ['policy', 'people', 'procedures', 'monitoring', 'remedy'] as const;
export const systemStates = ['in-place', 'partly', 'absent', 'not-assessed'] as const;
