import { z } from 'zod';

/** What an organization may note of a report that it issued. Notes are added and never taken back. */
export const noticeKinds = ['withdrawn', 'corrected'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
/** Reasons that can be told to everybody who holds the report: none of them says anything about a person. */
export const noticeReasons = ['error', 'new-information', 'issued-by-mistake', 'not-stated'] as const;
export type NoticeReason = (typeof noticeReasons)[number];

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the registry says of a report to whoever has its hash: no more than the report says of itself, and what became of it. */
export const issuedReportSchema = z.object({
  /** As the report prints it. */
  organization: z.string(),
  kind: z.enum(['assessment', 'audit', 'yearly', 'due-diligence', 'monitoring']),
  issuedAt: z.coerce.date(),
  signatures: z.array(
    z.object({ form: z.string(), fingerprint: hex64, signedAt: z.coerce.date(), keyRetiredAt: z.coerce.date().nullable() }),
  ),
  notices: z.array(
    z.object({ kind: z.enum(noticeKinds), reason: z.enum(noticeReasons), at: z.coerce.date(), correctedBy: hex64.nullable() }),
  ),
  /** The files that were made of it here. `pages`: SHA-256 of what each page shows, where that was noted. */
  files: z.array(z.object({ form: z.string(), sha256: hex64, pages: z.array(hex64).nullable() })),
});
export type IssuedReport = z.infer<typeof issuedReportSchema>;
