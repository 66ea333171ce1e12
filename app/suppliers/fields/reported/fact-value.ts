import { z } from 'zod';

/** ISO 3166-1 alpha-2, `XK` for Kosovo. */
const country = z.string().regex(/^[A-Z]{2}$/);

/**
 * A fact as it may be shown. Counts of 1 to 4 people are never written: `few` replaces them, also where a share and the headcount would reveal one;
 * `nearly-all` where the remainder would.
 */
export const factValueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), count: z.int().min(0) }),
  z.strictObject({ kind: z.literal('share'), share: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal('few') }),
  z.strictObject({ kind: z.literal('nearly-all') }),
  z.strictObject({ kind: z.literal('ratio'), ratio: z.number() }),
  z.strictObject({ kind: z.literal('countries'), codes: z.array(country) }),
  z.strictObject({ kind: z.literal('choices'), codes: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('texts'), texts: z.array(z.string()) }),
  /** ISIC Rev.4 code and its title, in English as the classification gives it. */
  z.strictObject({ kind: z.literal('sector'), code: z.string(), title: z.string().nullable() }),
]);
export type FactValue = z.infer<typeof factValueSchema>;
