import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../../testing/holds.ts';
import type { Network, NetworkLink, NetworkNode, Propagated } from './network.ts';
import { propagate } from './propagate.ts';
import { sharesOfSpend } from './shares-of-spend.ts';

const holds = holdsBy(fc);

const asOf = '2026-11-25';
const party = (id: string, score: number | null): NetworkNode => ({ id, own: score === null ? null : { score } });
const link = (id: string, supplier: string, buyer: string, share: number | null): NetworkLink => ({ id, supplier, buyer, share });

function run(nodes: NetworkNode[], links: NetworkLink[]): Extract<Propagated, { status: 'propagated' }> {
  const result = propagate({ asOf, nodes, links });
  if (result.status === 'refused') throw new Error(result.problems.map((each) => each.text).join(' '));
  return result;
}

function node(result: Extract<Propagated, { status: 'propagated' }>, id: string) {
  const found = result.nodes.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}

const codes = (nodes: NetworkNode[], links: NetworkLink[]) => {
  const result = propagate({ asOf, nodes, links });
  return result.status === 'refused' ? result.problems.map((each) => each.code) : [];
};

describe('views kept apart', () => {
  const result = run(
    [
      { id: 'buyer', own: { score: 10, low: 5, high: 20 } },
      { id: 'mill', own: { score: 95, low: 80, high: 100 }, overrides: ['O4'] },
      party('office', 20),
    ],
    [link('l1', 'mill', 'buyer', 0.05), { ...link('l2', 'office', 'buyer', 0.95), outputShare: 0.2 }],
  );

  it('own, inherited and total of the buyer, each with its interval', () => {
    const buyer = node(result, 'buyer');
    expect(buyer.own).toEqual({ score: 10, low: 5, high: 20 });
    expect(buyer.inherited?.score).toBe(49.2);
    expect(buyer.total.score).toBe(49.2);
    expect(buyer.total.low).toBeLessThan(49.2);
    expect(buyer.total.high).toBeGreaterThan(49.2);
    expect(buyer.coverage).toEqual({ linked: 1, scored: 1, assumed: 0 });
    expect(buyer.driver).toBe('l1');
  });

  it('a party without suppliers inherits nothing known, and says so', () => {
    expect(node(result, 'mill')).toMatchObject({ inherited: null, driver: null, total: { score: 95, low: 80, high: 100 } });
  });

  it('drivers add to the inherited score; leverage is known or null, never zero', () => {
    const explained = result.explain('buyer');
    expect(explained.drivers.reduce((sum, each) => sum + Math.round(each.points * 10), 0)).toBe(492);
    expect(explained.drivers[0]).toMatchObject({ link: 'l1', supplier: 'mill', share: 0.05 });
    expect(result.driversOf('buyer')).toEqual(explained.drivers);
    expect(() => result.driversOf('nobody')).toThrow(RangeError);
    expect(explained.leverage).toEqual([
      { link: 'l2', supplier: 'office', outputShare: 0.2 },
      { link: 'l1', supplier: 'mill', outputShare: null },
    ]);
    expect(explained.strongest).toMatchObject({ origin: 'mill', points: 47.6 });
    expect(() => result.explain('nobody')).toThrow(RangeError);
    expect(explained.trace).toMatchObject({ rule: 'R10', value: 49.2, inputs: [{ value: 10 }, { value: 49.2 }] });
    expect(JSON.stringify(explained.trace)).toContain('"R10.damping"');
  });
});

describe('what is not known', () => {
  it('a supplier without a score passes on the prior, not nothing, and its own score stays empty', () => {
    const result = run([party('buyer', 10), party('mill', null)], [link('l1', 'mill', 'buyer', 1)]);
    expect(node(result, 'mill')).toMatchObject({ standing: 'unscored', own: null, total: { score: 50, low: 25, high: 75 } });
    expect(node(result, 'buyer')).toMatchObject({
      inherited: { score: 47.6, low: 22.7, high: 72.6 },
      coverage: { linked: 1, scored: 0, assumed: 0 },
    });
  });

  it('unknown origin weighs more where a listed good comes from there', () => {
    const from = (products: string[]) =>
      node(
        run([party('buyer', 10), { id: 'somewhere', kind: 'unknown-origin', products }], [link('l1', 'somewhere', 'buyer', 1)]),
        'buyer',
      );
    expect(from([]).inherited?.score).toBe(47.6);
    expect(from(['paper clips']).inherited?.score).toBe(47.6);
    expect(from(['Cotton']).inherited?.score).toBe(67.6);
  });

  it('unknown shares split evenly what the known ones leave, and coverage says how much is assumed', () => {
    const result = run(
      [party('buyer', 0), party('a', 80), party('b', 40), party('c', 40)],
      [link('l1', 'a', 'buyer', 0.5), link('l2', 'b', 'buyer', null), link('l3', 'c', 'buyer', null)],
    );
    expect(node(result, 'buyer').coverage).toEqual({ linked: 1, scored: 0.5, assumed: 0.5 });
    expect(result.explain('buyer').drivers.map((each) => each.share)).toEqual([0.5, 0.25, 0.25]);
    const spelled = run(
      [party('buyer', 0), party('a', 80), party('b', 40), party('c', 40)],
      [link('l1', 'a', 'buyer', 0.5), link('l2', 'b', 'buyer', 0.25), link('l3', 'c', 'buyer', 0.25)],
    );
    expect(node(result, 'buyer').total).toEqual(node(spelled, 'buyer').total);
  });
});

describe('severe things far away', () => {
  const result = run(
    [
      party('buyer', 10),
      party('tier 1', 20),
      party('tier 2', 30),
      { id: 'camp', own: { score: 99 }, overrides: ['O5', 'O1'] },
      { id: 'unlinked', own: { score: 100 }, overrides: ['O2'] },
    ],
    [
      link('a', 'tier 1', 'buyer', 1),
      link('b', 'tier 2', 'tier 1', 0.001),
      link('c', 'camp', 'tier 2', 0),
      link('d', 'tier 1', 'tier 2', 0.1),
    ],
  );

  it('T11 every override upstream is listed with its path, a link of share 0 included, and moves no score', () => {
    const { overrides, worst, upstream } = result.explain('buyer');
    expect(overrides.map((each) => [each.node, each.code, each.path.map((step) => step.link).join('>')])).toEqual([
      ['camp', 'O1', 'a>b>c'],
      ['camp', 'O5', 'a>b>c'],
    ]);
    expect(worst).toMatchObject({ node: 'camp', own: 99 });
    expect(worst?.path.map((step) => `${step.supplier} to ${step.buyer}`)).toEqual([
      'tier 1 to buyer',
      'tier 2 to tier 1',
      'camp to tier 2',
    ]);
    expect(upstream).toBe(3);
    expect(node(result, 'tier 2').inherited?.score).toBeLessThan(20);
  });
});

describe('bad input', () => {
  const two = [party('a', 10), party('b', 20)];

  it.each<[string, NetworkNode[], NetworkLink[], string[]]>([
    ['a share that is no number', two, [link('l', 'a', 'b', Number.NaN)], ['share-not-a-number']],
    ['a negative share', two, [link('l', 'a', 'b', -0.1)], ['share-negative']],
    ['a share above 1', two, [link('l', 'a', 'b', 1.1)], ['share-above-one']],
    ['an endless share', two, [link('l', 'a', 'b', Number.POSITIVE_INFINITY)], ['share-above-one']],
    ['shares that add above 1', two, [link('l', 'a', 'b', 0.7), link('m', 'a', 'b', 0.7)], ['shares-add-above-one']],
    ['a party nobody named', two, [link('l', 'a', 'c', 0.5)], ['unknown-node']],
    ['a party given twice', [...two, party('a', 30)], [], ['duplicate-node']],
    ['a link given twice', two, [link('l', 'a', 'b', 0.1), link('l', 'a', 'b', 0.1)], ['duplicate-link']],
    ['a score that is no number', [party('a', Number.NaN)], [], ['score-not-a-number']],
    ['a score far above the scale', [party('a', 250.1)], [], ['score-out-of-range']],
    ['a score far below the scale', [party('a', -150.1)], [], ['score-out-of-range']],
    ['an interval that leaves out the score', [{ id: 'a', own: { score: 5, low: 6, high: 7 } }], [], ['interval-crossed']],
    ['an end that is no number', [{ id: 'a', own: { score: 5, low: Number.NaN } }], [], ['score-not-a-number']],
    [
      'an output share above 1',
      two,
      [{ ...link('l', 'a', 'b', 0.1), outputShare: 2 }],
      ['output-share-not-valid', 'output-share-not-valid'],
    ],
    [
      'a supplier of unknown origin’s own',
      [party('a', 1), { id: 'u', kind: 'unknown-origin' }],
      [link('l', 'a', 'u', 1)],
      ['unknown-origin-supplied'],
    ],
    ['many at once', two, [link('l', 'a', 'b', -1), link('m', 'b', 'a', 2)], ['share-negative', 'share-above-one']],
  ])('%s is refused by name', (_name, nodes, links, expected) => {
    expect(codes(nodes, links)).toEqual(expected);
  });

  it('problems name the link or the party as the caller does', () => {
    const result = propagate({ asOf, nodes: two, links: [link('row 17', 'a', 'b', 3)] });
    expect(result).toMatchObject({
      status: 'refused',
      problems: [{ code: 'share-above-one', link: 'row 17', text: 'The share of link row 17 is above 1.' }],
    });
  });

  it('a link of a party to itself is left out and named; its share is not counted', () => {
    const result = run(two, [link('l', 'a', 'b', 0.5), link('m', 'b', 'b', 1)]);
    expect(result.selfLoops).toEqual(['m']);
    expect(node(result, 'b').coverage.linked).toBe(0.5);
  });

  it('two links between the same parties add up', () => {
    const once = run(two, [link('l', 'a', 'b', 0.5)]);
    const twice = run(two, [link('l', 'a', 'b', 0.2), link('m', 'a', 'b', 0.3)]);
    expect(node(twice, 'b').total).toEqual(node(once, 'b').total);
  });

  it('what six decimals round above 1 is not a mistake', () => {
    const suppliers = ['c', 'd', 'e', 'f', 'g', 'h'].map((id) => party(id, 60));
    const links = suppliers.map(({ id }) => link(id, id, 'a', 0.166667));
    expect(node(run([party('a', 0), ...suppliers], links), 'a').total.score).toBe(57.6);
    expect(codes([party('a', 0), ...suppliers], [...links, link('x', 'c', 'a', 0.0001)])).toEqual(['shares-add-above-one']);
  });

  it('no numbers are in force before the first day of the method', () => {
    expect(() => propagate({ asOf: '2025-12-31', nodes: two, links: [] })).toThrow(RangeError);
  });

  it('an empty network is an empty result', () => {
    expect(run([], []).nodes).toEqual([]);
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const networks: fc.Arbitrary<Network> = fc.record({
  asOf: fc.constant(asOf),
  nodes: fc.tuple(
    ...ids.map((id) =>
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .double({ min: 0, max: 100, noNaN: true })
            .map((score): NetworkNode => ({ id, own: { score: Math.round(score * 10) / 10 } })),
        },
        { weight: 1, arbitrary: fc.constant<NetworkNode>({ id, own: null }) },
        { weight: 1, arbitrary: fc.constant<NetworkNode>({ id, own: { score: 40, low: 20, high: 70 }, overrides: ['O6'] }) },
      ),
    ),
  ),
  links: fc
    .array(
      fc.record({
        supplier: fc.constantFrom(...ids),
        buyer: fc.constantFrom(...ids),
        share: fc.oneof(fc.double({ min: 0, max: 0.2, noNaN: true }), fc.constant(null)),
      }),
      { maxLength: 5 },
    )
    .map((list) => list.map((each, index) => ({ ...each, id: `l${index}` }))),
});

describe('properties of networks', () => {
  /** What is tested; a planted fault takes its place for as long as it takes to be found. */
  let tried = propagate;
  const onResult =
    (change: (result: ReturnType<typeof propagate>, network: Network) => ReturnType<typeof propagate>): Fault =>
    () => {
      tried = (network) => change(propagate(network), network);
      return () => {
        tried = propagate;
      };
    };
  it('T5 lists in any order give the same bytes', () => {
    holds(
      fc.property(networks, (network) => {
        const turned = tried({ ...network, nodes: [...network.nodes].reverse(), links: [...network.links].reverse() });
        expect(JSON.stringify(turned)).toBe(JSON.stringify(tried(network)));
      }),
      [
        onResult((result, { nodes }) =>
          result.status === 'refused' ? result : { ...result, nodes: nodes[0]?.id === 'a' ? result.nodes : [] },
        ),
      ],
    );
  });

  it('T2 T10 intervals contain the score, and no total is below its own score', () => {
    const withTotal = (change: (total: number) => number): Fault =>
      onResult((result) =>
        result.status === 'refused'
          ? result
          : {
              ...result,
              nodes: result.nodes.map((node) => ({ ...node, total: { ...node.total, score: change(node.total.score) } })),
            },
      );
    holds(
      fc.property(networks, (network) => {
        const result = tried(network);
        if (result.status === 'refused') throw new Error('refused');
        for (const each of result.nodes) {
          for (const ends of [each.total, each.inherited, each.own]) {
            if (!ends) continue;
            expect(ends.low <= ends.score && ends.score <= ends.high && ends.high <= 100).toBe(true);
          }
          expect(each.total.score).toBeGreaterThanOrEqual(each.own?.score ?? 50);
          expect(each.coverage.linked).toBeLessThanOrEqual(1 + 1e-12);
          const { drivers, overrides } = result.explain(each.id);
          expect(drivers.reduce((sum, driver) => sum + Math.round(driver.points * 10), 0)).toBe(
            Math.round((each.inherited?.score ?? 0) * 10),
          );
          for (const { path, node: at } of overrides) expect(path.at(-1)?.supplier).toBe(at);
        }
      }),
      [withTotal((total) => total / 2), withTotal((total) => total + 40)],
    );
  });

  it('a network of any numbers at all is refused or gives points that no score of the network exceeds', () => {
    const anything = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, -1, 2, Number.POSITIVE_INFINITY, 0.5));
    fc.assert(
      fc.property(networks, anything, anything, (network, share, score) => {
        const result = propagate({
          ...network,
          nodes: [...network.nodes, { id: 'z', own: { score } }],
          links: [...network.links, { id: 'z', supplier: 'z', buyer: 'a', share }],
        });
        if (result.status === 'refused') {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        for (const { total } of result.nodes) expect(total.score).toBeLessThanOrEqual(Math.max(100, score));
      }),
    );
  });
});

describe('shares of spend', () => {
  const spends = fc.array(
    fc.record({
      supplier: fc.constantFrom('a', 'b', 'c'),
      buyer: fc.constantFrom('x', 'y'),
      spend: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e6, noNaN: true })),
    }),
    { maxLength: 6 },
  );

  it('T9 do not change with the currency', () => {
    let sharesOf = sharesOfSpend;
    const readsAmounts: Fault = () => {
      sharesOf = (...given) => sharesOfSpend(...given).map((link) => ({ ...link, share: link.share * Math.min(1, link.spend / 1000) }));
      return () => {
        sharesOf = sharesOfSpend;
      };
    };
    holds(
      fc.property(spends, fc.double({ min: 0.001, max: 1000, noNaN: true }), (list, rate) => {
        const links = list.map((each, index) => ({ ...each, id: `${index}` }));
        // Suppliers above their buyers: only then what is bought shows in the total.
        const nodes = [party('a', 95), party('b', 70), party('c', 40), party('x', 0), party('y', 5)];
        const one = propagate({ asOf, nodes, links: sharesOf(links) });
        const other = propagate({ asOf, nodes, links: sharesOf(links.map((each) => ({ ...each, spend: each.spend * rate }))) });
        if (one.status === 'refused' || other.status === 'refused') throw new Error('refused');
        for (const [index, each] of one.nodes.entries())
          expect(Math.abs((other.nodes[index]?.total.score ?? -1) - each.total.score)).toBeLessThan(0.11);
      }),
      [readsAmounts],
    );
  });

  it('are of the whole spend where it is known', () => {
    const links = [{ id: '1', supplier: 'a', buyer: 'x', spend: 25 }];
    expect(sharesOfSpend(links)[0]?.share).toBe(1);
    expect(sharesOfSpend(links, { x: 100 })[0]?.share).toBe(0.25);
    expect(() => sharesOfSpend(links, { x: 20 })).toThrow(RangeError);
    expect(() => sharesOfSpend([{ id: '1', supplier: 'a', buyer: 'x', spend: -1 }])).toThrow(RangeError);
    expect(() => sharesOfSpend([{ id: '1', supplier: 'a', buyer: 'x', spend: Number.NaN }])).toThrow(RangeError);
  });
});
