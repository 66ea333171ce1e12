import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '~/platform/lists/cursor';
import { shownColumns, usualColumns } from './list-columns';
import { supplierPageQuery } from './list-query.server';
import { isFiltered, readListState } from './list-state';

const id = '6a0c7f0e-1f0b-4d27-9c63-0b5c9b8f7a11';
const read = (query: string) => readListState(new URLSearchParams(query));

describe('readListState', () => {
  it('reads a whole address', () => {
    expect(
      read(
        `view=at-risk&q= linen &band=high&band=low&country=VN&tier=2&tier=unknown&sector=14&alert=any&alert=x&basis=D&basis=Z&child=high&riskiest=probably&columns=child,tier&due=overdue&audit=never&id=S1-AB&id=bad!&sort=-score&owner=me&owner=nobody&tag=${id}&followed=yes`,
      ),
    ).toEqual({
      view: 'at-risk',
      search: 'linen',
      bands: ['high', 'low'],
      childBands: ['high'],
      bases: ['D'],
      riskiest: 'probably',
      due: 'overdue',
      audit: 'never',
      ids: ['S1-AB'],
      columns: ['child', 'tier'],
      countries: ['VN'],
      tiers: [2, 'unknown'],
      sectors: ['14'],
      alerts: ['any'],
      owners: ['me'],
      tags: [id],
      isFollowed: true,
      sort: { key: 'score', direction: 'descending' },
      cursor: null,
    });
  });

  it('falls back on what it does not understand', () => {
    expect(
      read(
        'riskiest=maybe&columns=secret&due=never&audit=x&view=x&band=purple&country=Vietnam&tier=-1&sector=abc&sort=evil;drop&after=%00',
      ),
    ).toEqual(read(''));
    expect(isFiltered(read('view=at-risk&sort=-score'))).toBe(false);
    expect(isFiltered(read('band=high'))).toBe(true);
    expect(isFiltered(read('riskiest=certainly'))).toBe(true);
    for (const search of ['owner=none', `tag=${id}`, 'followed=yes']) expect(isFiltered(read(search))).toBe(true);
    expect(isFiltered(read('due=soon'))).toBe(true);
    expect(isFiltered(read('columns=child'))).toBe(false);
  });
});

describe('shownColumns', () => {
  const chosen = { named: null, own: undefined, ofView: undefined, withChild: false };

  it('takes the columns of the address before those of the person, the view and the usual ones', () => {
    const all = { ...chosen, named: ['tier'] as const, own: ['due', 'alerts'], ofView: ['workers'] };
    expect(shownColumns(all)).toEqual(['tier']);
    expect(shownColumns({ ...all, named: null })).toEqual(['alerts', 'due']);
    expect(shownColumns({ ...all, named: null, own: [] })).toEqual(['workers']);
    expect(shownColumns(chosen)).toEqual(usualColumns);
  });

  it('shows no column beside name and score where none is chosen, and child labour where the list is sorted by it', () => {
    expect(shownColumns({ ...chosen, own: ['none'] })).toEqual([]);
    expect(shownColumns({ ...chosen, own: ['none'], withChild: true })).toEqual(['child']);
    expect(shownColumns({ ...chosen, own: ['removed-column'] })).toEqual(usualColumns);
  });
});

describe('cursor', () => {
  it('goes through an address unharmed', () => {
    for (const value of ['công ty nguyễn 深圳', 12.5, null, '']) expect(decodeCursor(encodeCursor({ value, id }))).toEqual({ value, id });
  });

  it('is null when broken', () => {
    for (const text of [null, '', 'x', '!!!!', btoa('["a","not-a-uuid"]'), 'A'.repeat(5000)]) expect(decodeCursor(text)).toBeNull();
  });
});

describe('supplierPageQuery', () => {
  const options = { part: 'with', cursor: null, isBackward: false, take: 51 } as const;

  it('never writes what was typed into the text of the query', () => {
    const query = supplierPageQuery(
      { ...read('country=VN&sector=14&tier=2'), search: "'; DROP TABLE x; --" },
      { ...options, cursor: { value: "a'b", id } },
    );
    expect(query.text).not.toMatch(/DROP|a'b|VN/);
    expect(query.values).toContain("'; DROP TABLE x; --");
  });

  it('asks first for the bound that an index can use', () => {
    const { text } = supplierPageQuery(read('sort=-score'), { ...options, cursor: { value: 40, id } });
    expect(text).toContain('s."riskOrder" IS NOT NULL');
    expect(text).toContain('s."riskOrder" <= $1::float8');
    expect(text).toContain('s."riskOrder" DESC, s."partyId" DESC');
  });
});
