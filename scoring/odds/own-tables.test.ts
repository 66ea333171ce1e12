import { describe, expect, it } from 'vitest';
import {
  assess,
  countryScores,
  detectAlerts,
  explain,
  inputHashOf,
  loadOwnTable,
  rankList,
  scoreMany,
  traffickingTierOf,
  whatIf,
  withOwnTables,
} from '../index.ts';
import type { AssessInput, TraceNode } from '../types.ts';

const asOf = '2026-12-01';
const base = {
  producer: 'Own reading',
  licence: 'Used under the licence of the publisher',
  publishedOn: '2026-09',
  inForceFrom: '2026-11-30',
};
const tiers = (rows: Record<string, string>) => ({
  ...base,
  kind: 'trafficking-tiers',
  title: 'Trafficking in Persons Report 2026',
  tables: {
    'trafficking-tiers': {
      rows: Object.entries(rows).map(([iso2, tier]) => ({ iso2, tier, confidence: 'confirmed', note: null })),
      removed: [],
    },
  },
});
const index = (rows: Record<string, number>) => ({
  ...base,
  kind: 'slavery-index',
  title: 'Index 2026',
  tables: { 'slavery-index': { rows: Object.entries(rows).map(([iso2, perThousand]) => ({ iso2, perThousand })), removed: [] } },
});
const entity = (removed: string[] = []) => ({
  ...base,
  kind: 'listed-entities',
  title: 'UFLPA Entity List, November 2026',
  tables: {
    'listed-entities': {
      rows: [
        {
          entity: 'Example Polysilicon Co., Ltd.',
          aliases: null,
          iso2: 'CN',
          sublists: 'ii',
          effective: '2026-10-01',
          industry: 'polysilicon',
          confidence: 'confirmed',
          note: null,
        },
      ],
      removed,
    },
  },
});

const norway: AssessInput = { asOf, facts: { countries: { value: ['NO'] }, sector: { value: '1410' } } };
const scoreOf = (input: AssessInput): number => {
  const [result] = scoreMany([input]);
  if (result?.status !== 'scored') throw new Error('not scored');
  return result.score;
};
const referencesOf = (node: TraceNode): NonNullable<TraceNode['reference']>[] => [
  ...(node.reference ? [node.reference] : []),
  ...(node.inputs ?? []).flatMap(referencesOf),
];

describe('own editions of tables', () => {
  it('count where an input names them, and nowhere else', () => {
    const { hash } = loadOwnTable(tiers({ NO: '3' }));
    const before = scoreOf(norway);
    const with3 = scoreOf({ ...norway, ownTables: [hash] });
    expect(with3).toBeGreaterThan(before + 3);
    expect(scoreOf(norway)).toBe(before);
    expect(traffickingTierOf('NO', asOf)?.tier).toBe('2');
    expect(withOwnTables([hash], () => traffickingTierOf('NO', asOf)?.tier)).toBe('3');
  });

  it('leave the other rows of the released table as they are', () => {
    const { hash } = loadOwnTable(tiers({ NO: '3' }));
    const read = withOwnTables([hash], () => traffickingTierOf('SE', asOf));
    expect(read).toEqual(traffickingTierOf('SE', asOf));
  });

  it('are named by the hash of the input, by the vintages and in the trace, with producer and licence', () => {
    const { hash } = loadOwnTable(tiers({ NO: '3' }));
    const input = { ...norway, ownTables: [hash] };
    expect(inputHashOf(input)).not.toBe(inputHashOf(norway));
    expect(inputHashOf({ ...norway, ownTables: [] })).toBe(inputHashOf(norway));
    const result = assess(input);
    expect(result.vintages[`own:${hash}`]).toBe('Trafficking in Persons Report 2026');
    const own = referencesOf(explain(input)).filter((reference) => reference.own !== undefined);
    expect(own).toEqual([
      {
        table: 'trafficking-tiers',
        vintage: 'Trafficking in Persons Report 2026',
        row: 'NO',
        confidence: 'confirmed',
        producer: 'Own reading',
        licence: 'Used under the licence of the publisher',
        own: hash,
      },
    ]);
  });

  it('give the same bytes again, and the same alone and in a list', () => {
    const { hash } = loadOwnTable(tiers({ NO: '2WL' }));
    const input = { ...norway, ownTables: [hash] };
    const other: AssessInput = { asOf, facts: { countries: { value: ['BD'] } } };
    const listed = rankList(
      [
        { id: 'a', input: other },
        { id: 'b', input },
      ],
      { asOf },
    );
    expect(listed[1]?.scored).toEqual(scoreMany([input])[0]);
    expect(JSON.stringify(assess(input))).toBe(JSON.stringify(assess(input)));
    const rows = whatIf({
      asOf,
      parties: [
        { id: 'a', input },
        { id: 'b', input: norway },
      ],
    });
    expect(rows.map(({ before }) => before?.score)).toEqual([scoreOf(input), scoreOf(norway)]);
  });

  it('do not count before the day from which they are in force', () => {
    const { hash } = loadOwnTable({ ...tiers({ NO: '3' }), inForceFrom: '2026-12-02' });
    expect(scoreOf({ ...norway, ownTables: [hash] })).toBe(scoreOf(norway));
    expect(scoreOf({ ...norway, asOf: '2026-12-02', ownTables: [hash] })).toBeGreaterThan(scoreOf({ ...norway, asOf: '2026-12-02' }));
  });

  it('of an index move a country half-way to its own estimate, others not', () => {
    const low = loadOwnTable(index({ NO: 1, BD: 10, PK: 10 }));
    const high = loadOwnTable(index({ NO: 100, BD: 10, PK: 10 }));
    const [below, above] = [low, high].map(({ hash }) => scoreOf({ ...norway, ownTables: [hash] }));
    expect(above).toBeGreaterThan((below ?? 0) + 20);
    const sweden: AssessInput = { asOf, facts: { countries: { value: ['SE'] } } };
    expect(scoreOf({ ...sweden, ownTables: [high.hash] })).toBe(scoreOf(sweden));
    expect(withOwnTables([high.hash], () => countryScores(asOf).get('NO')?.score)).toBeGreaterThan(
      countryScores(asOf).get('NO')?.score ?? 0,
    );
  });

  it('of lists raise and end alerts', () => {
    const query = { asOf, names: [{ name: 'Example Polysilicon Co., Ltd.', of: 'supplier' as const, site: null }], countries: ['CN'] };
    const named = (hashes: string[]) => withOwnTables(hashes, () => detectAlerts(query)).filter(({ kind }) => kind === 'listed-entity');
    const { hash } = loadOwnTable(entity());
    expect(named([])).toEqual([]);
    expect(named([hash])).toMatchObject([{ source: { own: hash, vintage: 'UFLPA Entity List, November 2026' } }]);
    const known = { ...query, names: [{ name: 'Aksu Huafu Color Spinning Co., Ltd.', of: 'supplier' as const, site: null }] };
    const gone = loadOwnTable(entity(['Aksu Huafu Color Spinning Co., Ltd.']));
    expect(detectAlerts(known).some(({ kind }) => kind === 'listed-entity')).toBe(true);
    expect(withOwnTables([gone.hash], () => detectAlerts(known)).some(({ kind }) => kind === 'listed-entity')).toBe(false);
  });

  it('that are not held are refused, never passed over', () => {
    expect(() => assess({ ...norway, ownTables: ['0'.repeat(64)] })).toThrow(/not held here/);
  });

  it('with a row that cannot be are refused and not kept', () => {
    const wrong = tiers({ NO: '5' });
    expect(() => loadOwnTable(wrong)).toThrow();
    expect(() => loadOwnTable({ ...tiers({}), kind: 'tiers' })).toThrow();
    expect(() => loadOwnTable(index({ NO: 0 }))).toThrow();
  });

  it('count for a synchronous call alone', async () => {
    const { hash } = loadOwnTable(tiers({ NO: '3' }));
    expect(() => withOwnTables([hash], () => Promise.resolve())).toThrow(TypeError);
    expect(traffickingTierOf('NO', asOf)?.tier).toBe('2');
    expect(() =>
      withOwnTables([hash], () => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(traffickingTierOf('NO', asOf)?.tier).toBe('2');
  });
});
