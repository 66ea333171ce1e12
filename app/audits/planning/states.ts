export const auditTypes = ['initial', 'periodic', 'follow-up'] as const;
export type AuditType = (typeof auditTypes)[number];

export const announcements = ['announced', 'semi-announced', 'unannounced'] as const;
export type Announcement = (typeof announcements)[number];

export const auditStatuses = ['planned', 'on-site', 'in-review', 'approved', 'cancelled'] as const;
export type AuditStatus = (typeof auditStatuses)[number];

/** Those in which entries are taken. */
export const recordingStatuses: readonly string[] = ['planned', 'on-site'];

export const teamParts = ['lead', 'assessor', 'interpreter', 'observer'] as const;
/** Languages that a team member can have. */
export const mostLanguages = 20;
export type TeamPart = (typeof teamParts)[number];

export const declarations = ['independent', 'interest'] as const;

/** Whether the sources that a thing was verified by agree; *single*: there was one. */
export const agreements = ['agree', 'partly', 'contradict', 'single'] as const;
export type Agreement = (typeof agreements)[number];

/** How workers are interviewed. */
export const interviewForms = ['individual', 'group'] as const;
export type InterviewForm = (typeof interviewForms)[number];

/** Interview topics, after the eleven ILO indicators. */
export const interviewTopics = [
  'recruitment',
  'contract',
  'wages',
  'hours',
  'documents',
  'movement',
  'treatment',
  'housing',
  'voice',
  'coaching',
] as const;
export type InterviewTopic = (typeof interviewTopics)[number];

export const yesOrNo = ['yes', 'no'] as const;

/** For whom a person signs the record on site. */
export const signingParties = ['auditor', 'management', 'workers'] as const;
export type SigningParty = (typeof signingParties)[number];

/** How far a finding reaches. */
export const extents = ['isolated', 'systemic'] as const;

/** The status of a revisited finding. */
export const revisitStatuses = ['closed', 'open', 'worse'] as const;
export type RevisitStatus = (typeof revisitStatuses)[number];

/** The questionnaires that a new audit records: the checklist and the indicators. An audit keeps those that it was planned with. */
export const auditInstruments = {
  checklist: 'better-work-cat@2.0.0',
  screening: 'ilo-operational-indicators@2.0.0',
  signs: 'ilo-eleven-indicators@2.0.0',
} as const;

/** What the plan of interviews is divided by. */
export const sampleDimensions = ['sex', 'origin', 'contract', 'shift', 'language'] as const;
export type SampleDimension = (typeof sampleDimensions)[number];
