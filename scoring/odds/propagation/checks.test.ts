import { describe, expect, it } from 'vitest';
import { checkLinks } from './check-links.ts';
import { checkChanges, checkScores } from './check-scores.ts';
import type { LinkColumns, Refused } from './types.ts';

const told = (refused: Refused | undefined) => refused?.problems.map(({ code, row, node }) => [code, row ?? node]) ?? [];

describe('links as columns', () => {
  /** Three parties: 1 and 2 supply 0. */
  const good: LinkColumns = {
    nodeCount: 3,
    supplier: Int32Array.of(1, 2),
    buyer: Int32Array.of(0, 0),
    share: Float64Array.of(0, 1),
  };

  it('that are complete are accepted, whatever the value where a share is unknown', () => {
    expect(checkLinks(good)).toBeUndefined();
    expect(checkLinks({ ...good, share: Float64Array.of(Number.NaN, 7), shareUnknown: Uint8Array.of(1, 1) })).toBeUndefined();
    expect(
      checkLinks({ ...good, nodeCount: 0, supplier: new Int32Array(), buyer: new Int32Array(), share: new Float64Array() }),
    ).toBeUndefined();
  });

  it.each<[string, Partial<LinkColumns>, unknown[]]>([
    ['one buyer less', { buyer: Int32Array.of(0) }, [['columns-differ-in-length', undefined]]],
    ['one buyer more', { buyer: Int32Array.of(0, 0, 0) }, [['columns-differ-in-length', undefined]]],
    ['one share less', { share: Float64Array.of(1) }, [['columns-differ-in-length', undefined]]],
    ['fewer marks of unknown shares', { shareUnknown: Uint8Array.of(0) }, [['columns-differ-in-length', undefined]]],
    ['a supplier after the last', { supplier: Int32Array.of(1, 3) }, [['unknown-node', 1]]],
    ['a supplier before the first', { supplier: Int32Array.of(-1, 2) }, [['unknown-node', 0]]],
    ['a buyer after the last', { buyer: Int32Array.of(3, 0) }, [['unknown-node', 0]]],
    ['a buyer before the first', { buyer: Int32Array.of(0, -2) }, [['unknown-node', 1]]],
    [
      'shares below 0 and above 1',
      { share: Float64Array.of(-0.1, 1.1) },
      [
        ['share-negative', 0],
        ['share-above-one', 1],
      ],
    ],
    ['a share that is no number', { share: Float64Array.of(0.5, Number.NaN) }, [['share-not-a-number', 1]]],
    ['an endless share', { share: Float64Array.of(Number.POSITIVE_INFINITY, 0) }, [['share-above-one', 0]]],
    ['a bad share beside an unknown one', { share: Float64Array.of(2, 2), shareUnknown: Uint8Array.of(1, 0) }, [['share-above-one', 1]]],
    [
      'a party and a share that cannot be',
      { supplier: Int32Array.of(9, 2), share: Float64Array.of(2, 0) },
      [
        ['unknown-node', 0],
        ['share-above-one', 0],
      ],
    ],
  ])('with %s are refused by name', (_name, change, expected) => {
    const refused = checkLinks({ ...good, ...change });
    expect(told(refused)).toEqual(expected);
    expect(refused?.total).toBe(expected.length);
  });

  it('of which thousands are wrong are counted whole and listed up to a thousand', () => {
    const many = { nodeCount: 1, supplier: new Int32Array(1500), buyer: new Int32Array(1500), share: new Float64Array(1500).fill(2) };
    const refused = checkLinks(many);
    expect(refused?.problems).toHaveLength(1000);
    expect(refused?.total).toBe(1500);
  });
});

describe('scores and changes', () => {
  it('within the scale for each party are taken, and nothing else', () => {
    expect(checkScores(Float64Array.of(-150, 250, 50), 3)).toBeUndefined();
    expect(told(checkScores(Float64Array.of(0, 100), 3))).toEqual([['columns-differ-in-length', undefined]]);
    expect(told(checkScores(Float64Array.of(-150.1, 250.1, Number.NaN), 3))).toEqual([
      ['score-out-of-range', 0],
      ['score-out-of-range', 1],
      ['score-not-a-number', 2],
    ]);
    expect(checkScores(Float64Array.of(-151), 1)?.problems[0]?.text).toBe('The score of party 0 is -151, not within -150 and 250.');
  });

  it('of parties that are there are taken, and nothing else', () => {
    expect(
      checkChanges(
        [
          { node: 0, own: 0 },
          { node: 2, own: 250 },
        ],
        3,
      ),
    ).toBeUndefined();
    const wrong = [
      { node: 3, own: 5 },
      { node: -1, own: 5 },
      { node: 0.5, own: 5 },
      { node: 1, own: 250.1 },
      { node: 1, own: -150.1 },
      { node: 1, own: Number.NaN },
    ];
    expect(told(checkChanges(wrong, 3))).toEqual([
      ['unknown-node', 3],
      ['unknown-node', -1],
      ['unknown-node', 0.5],
      ['score-out-of-range', 1],
      ['score-out-of-range', 1],
      ['score-not-a-number', 1],
    ]);
  });
});
