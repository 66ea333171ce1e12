import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TraceNode } from '../../types.ts';
import type { Ends, Network, PathStep, Propagated } from './network.ts';
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

/** A step of a path, a driver or a trace as text to be read. */
const share = (value: number, assumed: boolean) => `${Math.round(value * 1e6) / 1e6}${assumed ? ' assumed' : ''}`;
const pathOf = (steps: readonly PathStep[]) =>
  steps.map((step) => `${step.buyer} <- ${step.supplier} by ${step.link}, ${share(step.share, step.assumed)}`).join('; ');
const threeOf = (value: Ends | null) => (value ? `${value.score}, ${value.low} to ${value.high}` : 'none');
function traceLines({ id, label, value, unit = '', inputs = [], ...rest }: TraceNode, depth: number): string[] {
  const more = Object.entries(rest).map(([key, what]) => (typeof what === 'string' ? what : `${key} ${JSON.stringify(what)}`));
  return [
    `${'  '.repeat(depth)}${id}: ${label} = ${value} ${unit} (${more.join('; ')})`,
    ...inputs.flatMap((each) => traceLines(each, depth + 1)),
  ];
}

/** Everything that is told of one party. */
function told(result: Extract<Propagated, { status: 'propagated' }>, id: string): string[] {
  const { node, drivers, strongest, worst, overrides, leverage, upstream, trace } = result.explain(id);
  const { linked, scored, assumed } = node.coverage;
  return [
    `${id} (${node.standing}): own ${threeOf(node.own)} | inherited ${threeOf(node.inherited)} | total ${threeOf(node.total)}`,
    `  linked ${share(linked, false)}, scored ${share(scored, false)}, assumed ${share(assumed, false)}; driver ${node.driver}; ${upstream} upstream`,
    ...drivers.map((each) => `  driver ${each.link} from ${each.supplier}, ${share(each.share, each.assumed)}: ${each.points}`),
    ...(strongest ? [`  strongest: ${strongest.points} from ${strongest.origin}: ${pathOf(strongest.path)}`] : []),
    ...(worst ? [`  worst: ${worst.own} at ${worst.node}: ${pathOf(worst.path)}`] : []),
    ...overrides.map((each) => `  override ${each.code} at ${each.node}: ${pathOf(each.path)}`),
    ...leverage.map((each) => `  leverage on ${each.supplier} by ${each.link}: ${each.outputShare}`),
    ...result.entriesOf(id).map((each) => `  enters at ${each.node} (${each.standing}): ${each.points}`),
    ...traceLines(trace, 1),
  ];
}

describe('whole explanations', () => {
  // `npx vitest run scoring/engine/propagation/cases.test.ts -u` writes them anew; read what moved.
  it('every party of every golden network', async () => {
    const lines = cases.flatMap(({ file, asOf, given }) => {
      const result = propagate({ asOf, ...given });
      const head = `# ${file}`;
      if (result.status === 'refused')
        return [head, ...result.problems.map(({ code, link, node, text }) => `${code} (${link ?? ''}${node ?? ''}): ${text}`)];
      const own = `links of a party to itself: ${result.selfLoops.join(', ')}`;
      return [head, own, ...result.nodes.flatMap(({ id }) => told(result, id))];
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../../cases/calculations/networks.txt');
  });
});
