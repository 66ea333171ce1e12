import { z } from 'zod';
import { memberLocales } from '~/locales/member-locales';

const cell = z.union([
  z.string(),
  z.strictObject({ text: z.string(), note: z.string().optional(), strong: z.boolean().optional(), indent: z.number().optional() }),
]);
const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: z.string() }),
  z.strictObject({ kind: z.literal('paragraph'), text: z.string(), isSmall: z.boolean().optional(), isStrong: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.strictObject({ lead: z.string(), text: z.string().optional() })) }),
  z.strictObject({ kind: z.literal('pairs'), title: z.string(), rows: z.array(z.tuple([z.string(), z.string()])) }),
  z.strictObject({
    kind: z.literal('table'),
    title: z.string(),
    columns: z.array(z.strictObject({ label: z.string(), share: z.number(), align: z.enum(['start', 'end']).optional() })),
    rows: z.array(z.array(cell)),
    size: z.number().optional(),
  }),
]);
export type LenderBlock = z.infer<typeof block>;

/** What is printed, block by block, in the language of the report. */
const documentSchema = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  cover: z.array(block),
  parts: z.array(z.strictObject({ key: z.string(), title: z.string(), blocks: z.array(block) })),
  head: z.string(),
});
export type LenderDocument = z.infer<typeof documentSchema>;

export const lenderReportKinds = ['yearly', 'due-diligence', 'monitoring'] as const;
export type LenderReportKind = (typeof lenderReportKinds)[number];

/** A lender's report: what it is made of as data, and what is printed of it. `hash` is SHA-256 of the RFC 8785 form without it; null of a draft. */
export const lenderReportSchema = z.strictObject({
  kind: z.enum(lenderReportKinds),
  version: z.literal(1),
  locale: z.enum(memberLocales),
  preparedAt: z.iso.datetime(),
  organization: z.strictObject({ name: z.string() }),
  publicUrl: z.string(),
  state: z.enum(['draft', 'frozen']),
  data: z.record(z.string(), z.json()),
  document: documentSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type LenderReport = z.infer<typeof lenderReportSchema>;
