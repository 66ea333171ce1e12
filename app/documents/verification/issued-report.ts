import { z } from 'zod';
import { protections } from './key-protection';
import { issuedKinds } from '~/documents/verification/compare/report-kinds';

/** Notices of an organization on a report it issued. Notices are added and never removed. */
export const noticeKinds = ['withdrawn', 'corrected'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
/** Public reasons: none of them reveals anything about a person. */
export const noticeReasons = ['error', 'new-information', 'issued-by-mistake', 'not-stated'] as const;
export type NoticeReason = (typeof noticeReasons)[number];

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** The public registry entry of a report by its hash: no more than the report itself contains, and its notices. */
export const issuedReportSchema = z.object({
  /** As the report prints it. */
  organization: z.string(),
  kind: z.enum(issuedKinds),
  issuedAt: z.coerce.date(),
  signatures: z.array(
    z.object({ form: z.string(), fingerprint: hex64, signedAt: z.coerce.date(), keyRetiredAt: z.coerce.date().nullable() }),
  ),
  /** People who signed after the organization, and what protects the key of each. Without names: the report has them. */
  people: z.array(z.object({ form: z.string(), fingerprint: hex64, signedAt: z.coerce.date(), protection: z.enum(protections) })),
  notices: z.array(
    z.object({ kind: z.enum(noticeKinds), reason: z.enum(noticeReasons), at: z.coerce.date(), correctedBy: hex64.nullable() }),
  ),
  /** The files that were made of it here. `pages`: SHA-256 of what each page shows, where that was noted. */
  files: z.array(z.object({ form: z.string(), sha256: hex64, pages: z.array(hex64).nullable() })),
});
export type IssuedReport = z.infer<typeof issuedReportSchema>;
