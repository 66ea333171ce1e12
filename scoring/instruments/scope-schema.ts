import { z } from 'zod';

/** What scoping asks about a site: whether such people, housing or work are there. */
export const presenceFacts = ['foreignWorkers', 'internalMigrants', 'labourProviders', 'employerHousing', 'outsideWork'] as const;
export type PresenceFact = (typeof presenceFacts)[number];
export type Presence = 'none' | 'some';

/** What is known when questions are chosen. A fact that is left out is unknown, and unknown never skips. `sector`: ISIC Rev.4, division or class. */
export type ScopeFacts = { [Fact in PresenceFact]?: Presence } & { countries?: readonly string[]; sector?: string };
export const scopeFactsSchema: z.ZodType<ScopeFacts> = z.strictObject({
  ...Object.fromEntries(presenceFacts.map((fact) => [fact, z.enum(['none', 'some']).optional()])),
  countries: z.array(z.string()).optional(),
  sector: z.string().optional(),
});

const literal = z.union([z.string(), z.number()]);
const factSchema = z.enum(presenceFacts);

/**
 * What of a site calls for a question or a section of an instrument: one of these countries, one of these divisions of ISIC Rev.4, and one of these facts, as far as each is given.
 * What is not known never rules it out.
 */
export const appliesToSchema = z
  .strictObject({
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .min(1)
      .optional(),
    sectors: z
      .array(z.string().regex(/^\d{2}$/))
      .min(1)
      .optional(),
    some: z.array(factSchema).min(1).optional(),
  })
  .refine((where) => Object.keys(where).length > 0, { error: 'what calls for it is left out, or says something' });
export type AppliesTo = z.infer<typeof appliesToSchema>;

/**
 * When questions are skipped, all of it: none of these is there, every country of the party is one of (or none of) these, the sector is in one of (or none of) these divisions.
 * `unless` and `unlessAnswered` suspend a rule. `skips`: keys of questions.
 */
const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  when: z
    .strictObject({
      none: z.array(factSchema).min(1).optional(),
      countries: z.array(z.string()).min(1).optional(),
      notCountries: z.array(z.string()).min(1).optional(),
      sectors: z
        .array(z.string().regex(/^\d{2}$/))
        .min(1)
        .optional(),
      notSectors: z
        .array(z.string().regex(/^\d{2}$/))
        .min(1)
        .optional(),
    })
    .refine((when) => Object.keys(when).length > 0, { error: 'a rule says when it holds' }),
  unless: z.strictObject({ some: z.array(factSchema).min(1) }).optional(),
  unlessAnswered: z.array(z.strictObject({ question: z.string(), answers: z.array(literal).min(1) })).optional(),
  reason: z.string().min(1),
  source: z.string().min(1),
  skips: z.array(z.string()).min(1),
});
export type ScopeRule = z.infer<typeof ruleSchema>;

/**
 * One frozen version of the rules. `answers`: questions whose answers are facts themselves, or one of whose ticks is (any answer without that tick says that
 * there is none); input facts (shares) need none. `instruments`: those that it is for; left out, it is for all that no other version names.
 */
export const scopeRulesSchema = z.strictObject({
  id: z.literal('scope'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  effectiveFrom: z.iso.date(),
  reason: z.string().min(1),
  source: z.string().min(1),
  instruments: z.array(z.string()).min(1).optional(),
  answers: z.array(
    z.strictObject({
      question: z.string(),
      fact: factSchema,
      none: z.array(literal).default([]),
      some: z.array(literal).default([]),
      ticked: z.string().optional(),
    }),
  ),
  rules: z.array(ruleSchema).min(1),
});
export type ScopeRules = z.infer<typeof scopeRulesSchema>;
