import { z } from 'zod';
import { findingSchema } from '~/documents/verification/compare/findings';
import { reportKinds } from '~/documents/verification/compare/report-kinds';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const oneSignature = {
  isValid: z.boolean(),
  covers: z.boolean(),
  fingerprint: z.string().nullable(),
  name: z.string().nullable(),
  /** Whose key signed the certificate, where that certificate is in the signature too. */
  issuer: z.string().nullable(),
  timestamp: z
    .object({ isValid: z.boolean(), at: z.string().nullable(), name: z.string().nullable(), fingerprint: z.string().nullable() })
    .nullable(),
};
const signatureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('found'), ...oneSignature, further: z.array(z.object(oneSignature)).max(20), signed: z.int() }),
]);

/** The claims of a file and the results of its checks. Offline: the registry of the issuing organization is consulted separately. */
export const fileCheckedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-report') }),
  z.object({
    kind: z.literal('report'),
    /** The hash that the data state, and whether they give it. */
    hash: hex64,
    isIntact: z.boolean(),
    /** Of what kind the data are; null for data that this version does not know. */
    report: z.enum(reportKinds).nullable(),
    /** SHA-256 of the whole file. */
    sha256: hex64,
    /** Null for data alone. */
    document: z
      .object({
        /** Which file of the report it is, where known. */
        form: z.string().nullable(),
        signature: signatureSchema,
        /** How its pages compare with those drawn from its data. `unreadable`: it is no file whose pages can be read. */
        pages: z.enum(['same', 'different', 'not-compared', 'unreadable']),
        pageCount: z.int(),
        photos: z.int(),
        /** SHA-256 of what each page shows. */
        digests: z.array(hex64).max(5_000),
        findings: z.array(findingSchema),
      })
      .nullable(),
  }),
]);
export type FileChecked = z.infer<typeof fileCheckedSchema>;
export type ReportChecked = Extract<FileChecked, { kind: 'report' }>;
export type DocumentChecked = NonNullable<ReportChecked['document']>;
