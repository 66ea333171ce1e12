import { z } from 'zod';
import { evidenceGrades } from '#scoring';

/** The cost categories of the ILO's definition of recruitment fees and related costs. */
export const feeCodes = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'] as const;
export const payers = ['worker', 'employer', 'agent', 'unknown'] as const;
export const recruiterStatuses = ['approved', 'conditional', 'suspended', 'stopped'] as const;
export const reasonCodes = [
  'worker-fees',
  'no-licence',
  'documents-held',
  'deception',
  'coercion',
  'hidden-sub-agents',
  'conflict-of-interest',
  'ban-or-case',
  'no-cooperation',
  'other',
] as const;
/** Method of an assessment of a recruiter. */
export const assessmentMethods = ['documents', 'questionnaire', 'visit', 'interviews', 'audit', 'certification', 'other'] as const;
export const assessmentConclusions = ['meets', 'partly', 'fails'] as const;
/** What an authority or a court did, or is asked to do. */
export const sanctionKinds = ['ban', 'licence-suspended', 'penalty', 'court-case'] as const;
export const legality = ['yes', 'no', 'unknown'] as const;
export type FeeCode = (typeof feeCodes)[number];
export type Payer = (typeof payers)[number];
export type RecruiterStatus = (typeof recruiterStatuses)[number];
export type AssessmentMethod = (typeof assessmentMethods)[number];
export type AssessmentConclusion = (typeof assessmentConclusions)[number];
export type SanctionKind = (typeof sanctionKinds)[number];
export type ReasonCode = (typeof reasonCodes)[number];

const country = z.string().regex(/^[A-Z]{2}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
const day = z.iso.date();
/** People: 0 or five and more; a smaller group, or what would give one away, is only a word (small-cell rule). */
const groupOfPeople = z.union([
  z
    .number()
    .int()
    .min(0)
    .refine((count) => count === 0 || count >= 5),
  z.enum(['under-5', 'withheld']),
]);
const minor = z.number().int().min(0).max(1e14);

/** The lines of what is known of a provider. Money is integer minor units for one worker, days are ISO dates; null is unknown. */
export const recordSchemas = {
  licence: z.object({ country, licenceNumber: z.string(), issuer: z.string().nullable(), expiresOn: day.nullable() }),
  certification: z.object({
    scheme: z.string(),
    certificateNumber: z.string().nullable(),
    issuer: z.string().nullable(),
    expiresOn: day.nullable(),
  }),
  /** Complaints of workers about a provider in a period: how many, how many of them were found true, and for how many of those was made good. */
  complaints: z.object({
    periodFrom: day,
    periodTo: day,
    received: groupOfPeople,
    upheld: groupOfPeople.nullable(),
    remedied: groupOfPeople.nullable(),
  }),
  /** An assessment of the provider by anybody: how it was looked at, how far what it says is shown, and what came of it. */
  assessment: z.object({
    assessedOn: day,
    assessmentMethod: z.enum(assessmentMethods),
    assessor: z.string().nullable(),
    evidenceGrade: z.enum(evidenceGrades),
    conclusion: z.enum(assessmentConclusions).nullable(),
  }),
  /** A ban, penalty or court case. Without a last day it is in force or open, as far as is known. */
  sanction: z.object({
    country,
    sanctionKind: z.enum(sanctionKinds),
    authority: z.string().nullable(),
    subject: z.string().nullable(),
    beganOn: day.nullable(),
    endedOn: day.nullable(),
  }),
  corridor: z.object({
    origin: country,
    destination: country,
    /** Net pay a month at the destination, as expected. */
    monthlyPay: minor.nullable(),
    currency: currency.nullable(),
    placedPerYear: z.number().int().min(0).nullable(),
  }),
  fee: z.object({
    origin: country,
    destination: country,
    feeCode: z.enum(feeCodes),
    payer: z.enum(payers),
    amount: minor,
    currency,
    allowedByLaw: z.enum(legality),
  }),
  status: z.object({
    status: z.enum(recruiterStatuses),
    reasonCode: z.enum(reasonCodes).nullable(),
    reason: z.string().nullable(),
    notifiedOn: day.nullable(),
    replyDueOn: day.nullable(),
    repliedOn: day.nullable(),
    reply: z.string().nullable(),
    decidedOn: day.nullable(),
  }),
};
export type RecordKind = keyof typeof recordSchemas;
/** The kinds that a page adds and corrects line by line; a status has a way of its own. */
export const lineKinds = [
  'licence',
  'certification',
  'assessment',
  'sanction',
  'complaints',
  'corridor',
  'fee',
] as const satisfies readonly RecordKind[];
export type LineKind = (typeof lineKinds)[number];
export type RecordValues<Kind extends RecordKind> = z.infer<(typeof recordSchemas)[Kind]>;
export type Entry<Kind extends RecordKind> = RecordValues<Kind> & { entryId: string; sourceId: string; recordedAt: Date };
export type Entries = { [Kind in RecordKind]: Entry<Kind>[] };

/** One row of RecruiterRecord. */
export type RecordRow = {
  id: string;
  entryId: string;
  kind: string;
  values: unknown;
  isWithdrawn: boolean;
  recordedAt: Date;
  sourceId: string;
};

/**
 * The current lines: of each entry the newest version, without those withdrawn, in the order in which they were first recorded.
 * With `knownOn`, versions recorded after that instant do not count. Values that do not match their kind are skipped.
 */
export function currentEntries(rows: readonly RecordRow[], options: { knownOn?: Date | undefined } = {}): Entries {
  const newest = new Map<string, RecordRow>();
  const inOrder = [...rows].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1));
  for (const row of inOrder) if (!options.knownOn || row.recordedAt <= options.knownOn) newest.set(row.entryId, row);
  const rowsOf = [...newest.values()].filter(({ isWithdrawn }) => !isWithdrawn);
  const entriesOf = <Kind extends RecordKind>(kind: Kind): Entry<Kind>[] =>
    rowsOf.flatMap((row) => {
      const parsed = row.kind === kind ? recordSchemas[kind].safeParse(row.values) : null;
      if (!parsed?.success) return [];
      const { entryId, sourceId, recordedAt } = row;
      return [{ ...(parsed.data as RecordValues<Kind>), entryId, sourceId, recordedAt }];
    });
  return {
    licence: entriesOf('licence'),
    certification: entriesOf('certification'),
    assessment: entriesOf('assessment'),
    sanction: entriesOf('sanction'),
    complaints: entriesOf('complaints'),
    corridor: entriesOf('corridor'),
    fee: entriesOf('fee'),
    status: entriesOf('status'),
  };
}

/** Validity of a licence or certificate on a day: expired, soon to expire (within 90 days), valid, or unknown without a date. */
export function licenceState(expiresOn: string | null, today: string): 'unknown' | 'expired' | 'soon' | 'holds' {
  if (expiresOn === null) return 'unknown';
  if (expiresOn < today) return 'expired';
  const left = (Date.parse(expiresOn) - Date.parse(today)) / 86_400_000;
  return left <= 90 ? 'soon' : 'holds';
}

/** The newest assessment by its day, or null. */
export function lastAssessment(assessments: readonly Entry<'assessment'>[]): Entry<'assessment'> | null {
  return [...assessments].sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))[0] ?? null;
}
