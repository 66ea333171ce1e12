import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { componentIds } from '../parameters/schema.ts';
import type { AssessInput } from '../types.ts';
import { bandSchema } from '../vocabulary.ts';
import { assess } from './assess.ts';

/** Overrides as "O6 80 in-force", and the codes of decisions that lift nothing; none where the case does not say. */
const overrideLines = { overrides: z.array(z.string()).default([]), ignoredLiftings: z.array(z.string()).default([]) };

/** Golden situations: what a person who knows the field would check by hand. A change here is a change of the method. */
const caseSchema = z.strictObject({
  name: z.string().min(10),
  asOf: z.iso.date(),
  given: z.custom<Omit<AssessInput, 'asOf'>>((value) => typeof value === 'object' && value !== null && 'facts' in value),
  expect: z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('scored'),
      lines: z.strictObject({ inherent: z.number(), controlCredit: z.number(), findingsUplift: z.number(), overrideUplift: z.number() }),
      score: z.number(),
      low: z.number(),
      high: z.number(),
      band: bandSchema,
      confidence: z.enum(['low', 'medium', 'high']),
      points: z.record(z.enum(componentIds), z.number()),
      contradictions: z.array(z.string()),
      ...overrideLines,
    }),
    z.strictObject({
      status: z.literal('not-scored'),
      reasons: z.array(z.string()),
      points: z.record(z.enum(componentIds), z.number()),
      ...overrideLines,
    }),
  ]),
});

const folder = new URL('../cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ file: name, ...caseSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))) }));

describe('golden cases', () => {
  it('there are some', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(cases.map((each) => [each.file, each] as const))('%s', (_file, { asOf, given, expect: expected }) => {
    const result = assess({ asOf, ...given });
    const points = Object.fromEntries(result.components.map((each) => [each.id, each.points]));
    const lines = {
      overrides: result.overrides.map(({ code, floor, state }) => `${code} ${floor} ${state}`),
      ignoredLiftings: result.ignoredLiftings.map(({ code }) => code),
    };
    const shown =
      result.status === 'scored'
        ? {
            status: result.status,
            lines: result.lines,
            score: result.score,
            low: result.low,
            high: result.high,
            band: result.band,
            confidence: result.confidence.grade,
            points,
            contradictions: result.contradictions.map((each) => each.code),
            ...lines,
          }
        : { status: result.status, reasons: result.reasons.map((each) => each.code), points, ...lines };
    expect(shown).toEqual(expected);
  });
});
