import { z } from 'zod';

/** What a requirement may limit by a number that the audit is measured against. */
export const limitKinds = ['weekly-hours', 'overtime-rate', 'deduction-share', 'hourly-minimum'] as const;
export type LimitKind = (typeof limitKinds)[number];

/** Bounds of each: hours of a week; times the ordinary pay; a share of gross pay in percent; an amount of a currency. */
export const limitBounds: Readonly<Record<LimitKind, { least: number; most: number }>> = {
  'weekly-hours': { least: 1, most: 168 },
  'overtime-rate': { least: 1, most: 5 },
  'deduction-share': { least: 0, most: 100 },
  'hourly-minimum': { least: 0, most: 1_000_000_000 },
};

const text = (most: number) => z.string().trim().max(most);

export const limitSchema = z
  .strictObject({
    kind: z.enum(limitKinds),
    value: z.number(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable(),
  })
  .refine(({ kind, value }) => value >= limitBounds[kind].least && value <= limitBounds[kind].most)
  .refine(({ kind, currency }) => (kind === 'hourly-minimum') === (currency !== null));

/** A requirement as its author states it, with the source by which another person can check it. */
export const requirementSchema = z
  .strictObject({
    question: text(40).min(1).nullable(),
    text: text(1000).min(1),
    law: text(300).min(1),
    article: text(200),
    url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
    readOn: z.iso.date(),
    validFrom: z.iso.date().nullable(),
    limit: limitSchema.nullable(),
    isWithdrawn: z.boolean(),
  })
  .refine(({ readOn, validFrom }) => readOn >= '1990-01-01' && (validFrom === null || validFrom >= '1800-01-01'));
export type RequirementValue = z.output<typeof requirementSchema>;
