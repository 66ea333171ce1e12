import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Network } from './network.ts';
import { propagate } from './propagate.ts';

const ends = z.strictObject({ score: z.number(), low: z.number(), high: z.number() });

/** Golden networks, worked out by hand from the formula of R10. A change here is a change of the method. */
const caseSchema = z.strictObject({
  name: z.string().min(10),
  asOf: z.iso.date(),
  given: z.custom<Omit<Network, 'asOf'>>((value) => typeof value === 'object' && value !== null && 'nodes' in value && 'links' in value),
  expect: z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('propagated'),
      nodes: z.record(z.string(), z.strictObject({ inherited: ends.nullable(), total: ends })),
      explain: z
        .strictObject({
          of: z.string(),
          driver: z.string(),
          /** Links from the buyer upstream. */
          strongest: z.array(z.string()),
          worst: z.string().nullable(),
          /** Party, code and links of the path: "camp O5 1>2>3". */
          overrides: z.array(z.string()),
        })
        .optional(),
    }),
    z.strictObject({ status: z.literal('refused'), codes: z.array(z.string()) }),
  ]),
});

const folder = new URL('../../cases/propagation/', import.meta.url);
const cases = readdirSync(folder).map((name) => ({
  file: name,
  ...caseSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
}));

describe('golden networks', () => {
  it('there are some', () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
  });

  it.each(cases.map((each) => [each.file, each] as const))('%s', (_file, { asOf, given, expect: expected }) => {
    const result = propagate({ asOf, ...given });
    if (result.status === 'refused') {
      expect({ status: result.status, codes: result.problems.map((each) => each.code) }).toEqual(expected);
      return;
    }
    const nodes = Object.fromEntries(result.nodes.map(({ id, inherited, total }) => [id, { inherited, total }]));
    expect({ status: result.status, nodes }).toEqual({ status: expected.status, nodes: 'nodes' in expected ? expected.nodes : {} });
    if (!('explain' in expected) || !expected.explain) return;
    const { node, strongest, worst, overrides } = result.explain(expected.explain.of);
    const path = (steps: { link: string }[] | undefined) => (steps ?? []).map((step) => step.link);
    expect({
      of: node.id,
      driver: node.driver,
      strongest: path(strongest?.path),
      worst: worst?.node ?? null,
      overrides: overrides.map((each) => `${each.node} ${each.code} ${path(each.path).join('>')}`),
    }).toEqual(expected.explain);
  });
});
