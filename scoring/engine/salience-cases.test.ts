import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { orderBySalience, type SalienceIssue } from './salience.ts';

const step = z.number().int().min(1).max(5).nullable();

/** Golden lists of what to act on first. A change here is a change of the method. */
const caseSchema = z.strictObject({
  name: z.string().min(10),
  asOf: z.iso.date(),
  given: z.strictObject({
    issues: z.array(z.custom<SalienceIssue>((value) => typeof value === 'object' && value !== null && 'id' in value)),
  }),
  expect: z.array(
    z.strictObject({
      id: z.string(),
      rank: z.number().int(),
      scale: step,
      scope: step,
      irremediability: step,
      likelihood: step,
      severity: step,
    }),
  ),
});

const folder = new URL('../cases/salience/', import.meta.url);
const cases = readdirSync(folder).map((name) => ({
  file: name,
  ...caseSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}));

describe('golden orders of action', () => {
  it('there are some', () => {
    expect(cases.length).toBeGreaterThanOrEqual(6);
  });

  it.each(cases.map((each) => [each.file, each] as const))('%s', (_file, { asOf, given, expect: expected }) => {
    const order = orderBySalience({ asOf, issues: given.issues });
    expect(
      order.map(({ id, rank, scale, scope, irremediability, likelihood, severity }) => ({
        id,
        rank,
        scale,
        scope,
        irremediability,
        likelihood,
        severity,
      })),
    ).toEqual(expected);
  });
});
