import { z } from 'zod';
import { findingGradeSchema, findingStatusSchema, verificationMethods } from '#scoring';
import { factValueSchema } from '~/suppliers/fields/reported/fact-value';
import {
  actionKinds,
  actionStatuses,
  agreements,
  extents,
  replyKinds,
  replyVerdicts,
  revisitStatuses,
  timescales,
  verifications,
} from './vocabulary';

const isoDate = z.iso.date();
const text = z.string();

/** What was done or is to be done about a finding. */
const actionSchema = z.strictObject({
  kind: z.enum(actionKinds),
  what: text,
  rootCause: text,
  /** A function at the site. */
  responsible: text,
  timescale: z.enum(timescales),
  dueOn: isoDate,
  verification: z.enum(verifications),
  agreedBy: text,
  agreedOn: isoDate.nullable(),
  /** What the verifier saw. */
  evidence: text,
  /** What was looked at, and when; how many documents and photographs, of interviews only that there were. Absent before it was kept. */
  lookedAt: z
    .strictObject({ on: isoDate, documents: z.int(), photographs: z.int(), hasInterviews: z.boolean(), audit: text.nullable() })
    .optional(),
  /** A verification by text on the day of completion that a second person accepted. */
  accepted: z.strictObject({ reason: text, by: text.nullable(), on: isoDate }).optional(),
  verifiedOn: isoDate.nullable(),
  status: z.enum(actionStatuses),
  /** More time that was granted, the first first; absent where none was, and in reports of before it was kept. */
  extensions: z.array(z.strictObject({ from: isoDate, to: isoDate, reason: text })).optional(),
});

export const auditFindingSchema = z.strictObject({
  /** "NC-3": its place in this report. */
  no: z.string(),
  id: z.string(),
  question: z.string().nullable(),
  point: z.string().nullable(),
  /** Key of the section it belongs to; null for what belongs to none. */
  section: z.string().nullable(),
  grade: findingGradeSchema,
  status: findingStatusSchema,
  what: text,
  howOften: text,
  affected: factValueSchema.nullable(),
  extent: z.enum(extents),
  rootCause: text,
  legalReference: text,
  legalUrl: text,
  codeReference: text,
  evidence: text,
  /** Numbers of the photos. */
  photos: z.array(z.int()),
  /** `several`: said by workers alone, so that no source is named. */
  sources: z.union([z.array(z.enum(verificationMethods)), z.literal('several')]),
  agreement: z.enum(agreements).nullable(),
  isLegalContext: z.boolean(),
  isCarriedOver: z.boolean(),
  dueOn: isoDate.nullable(),
  verifiedOn: isoDate.nullable(),
  actions: z.array(actionSchema),
  /** The site's reply, verbatim. */
  replies: z.array(
    z.strictObject({
      on: isoDate,
      isDispute: z.boolean(),
      text,
      /** Kind and answer: absent in reports of before they were kept; the answer also where none was given. */
      kind: z.enum(replyKinds).optional(),
      answer: z.strictObject({ on: isoDate, verdict: z.enum(replyVerdicts), text }).optional(),
    }),
  ),
});
export type AuditReportFinding = z.infer<typeof auditFindingSchema>;

/** A finding of an earlier visit, looked at again. */
export const revisitSchema = z.strictObject({
  /** The finding's original text, and when it was opened. */
  what: text,
  grade: findingGradeSchema,
  question: z.string().nullable(),
  openedOn: isoDate,
  /** Number of the audit that found it; null for what no audit did. */
  audit: z.string().nullable(),
  actions: z.array(z.strictObject({ what: text, responsible: text, dueOn: isoDate, status: z.enum(actionStatuses) })),
  standing: z.enum(revisitStatuses),
  /** What shows it. */
  seen: text,
  /** `several`: said by workers alone, so that no source is named. */
  sources: z.union([z.array(z.enum(verificationMethods)), z.literal('several')]),
  /** Numbers of the photos. */
  photos: z.array(z.int()),
});
export type ReportRevisit = z.infer<typeof revisitSchema>;
