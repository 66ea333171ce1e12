// @vitest-environment node
import { expect, it } from 'vitest';
import { type OwnEdition, loadOwnTable, recordsOf, vintagesOf, withOwnTables } from '#scoring';
import { compareEdition } from './compare-edition';

const base = { title: 'T', producer: 'P', licence: 'L', publishedOn: null, inForceFrom: '2026-11-30' };
const tiers = (rows: Record<string, string>, removed: string[] = []): OwnEdition => ({
  ...base,
  kind: 'trafficking-tiers',
  tables: {
    'trafficking-tiers': {
      rows: Object.entries(rows).map(([iso2, tier]) => ({ iso2, tier, confidence: 'confirmed', note: null })),
      removed,
    },
  },
});

it('separates new, changed, removed and equal rows from the released ones, cell by cell', () => {
  expect(compareEdition(tiers({ NO: '1', AE: '2', TV: '3' }, ['ZW', 'XX']))).toEqual([
    {
      table: 'trafficking-tiers',
      added: [{ key: 'TV', cells: { iso2: 'TV', tier: '3' } }],
      changed: [{ key: 'NO', cells: [{ field: 'tier', before: '2', after: '1' }] }],
      removed: ['ZW'],
      same: 1,
    },
  ]);
});

it('finds nothing changed in the released rows themselves', () => {
  for (const id of ['governance', 'listed-entities', 'import-orders', 'informal-employment'] as const) {
    const rows = recordsOf(vintagesOf(id)[0] ?? ({ rows: [] } as never)).map(({ cells }) => cells);
    const [compared] = compareEdition({ ...base, kind: id, tables: { [id]: { rows, removed: [] } } });
    expect(compared).toEqual({ table: id, added: [], changed: [], removed: [], same: rows.length });
  }
});

it('compares with the released table, whatever own tables count', () => {
  const edition = tiers({ NO: '1' });
  const { hash } = loadOwnTable(edition);
  expect(withOwnTables([hash], () => compareEdition(edition))).toEqual(compareEdition(edition));
});

it('has new rows only for an index without a released table', () => {
  const index: OwnEdition = {
    ...base,
    kind: 'slavery-index',
    tables: { 'slavery-index': { rows: [{ iso2: 'NO', perThousand: 1 }], removed: [] } },
  };
  expect(compareEdition(index)).toMatchObject([{ table: 'slavery-index', added: [{ key: 'NO' }], same: 0 }]);
});
