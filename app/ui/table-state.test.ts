import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clearHref,
  pageHref,
  parseTableState,
  serialiseTableState,
  sortHref,
  type TableSpec,
  type TableState,
  toggleFilterHref,
} from './table-state';

const spec: TableSpec = {
  sorts: ['name', 'workers'],
  defaultSort: { key: 'name', direction: 'ascending' },
  filters: { band: ['low', 'high'], country: 'any' },
};
const read = (search: string) => parseTableState(new URLSearchParams(search), spec);

describe('reading the address', () => {
  it('returns the default table for an empty address', () => {
    expect(read('')).toEqual({ q: '', sort: spec.defaultSort, filters: {}, cursor: null });
  });

  it('reads search, sort, filters and cursor', () => {
    expect(read('?q=+linen+&sort=-workers&band=high&country=VN&country=BD&after=k1')).toEqual({
      q: 'linen',
      sort: { key: 'workers', direction: 'descending' },
      filters: { band: ['high'], country: ['VN', 'BD'] },
      cursor: { after: 'k1' },
    });
  });

  it('leaves out unknown values', () => {
    expect(read('?sort=password&band=purple&colour=red')).toEqual(read(''));
    expect(read('?sort=-')).toEqual(read(''));
  });

  it('accepts each value once and no more than fifty', () => {
    expect(read('?country=VN&country=VN').filters).toEqual({ country: ['VN'] });
    const many = Array.from({ length: 80 }, (_, index) => `country=C${index}`).join('&');
    expect(read(many).filters.country).toHaveLength(50);
  });

  it('truncates a long search and rejects a long cursor', () => {
    expect(read(`?q=${'x'.repeat(5000)}`).q).toHaveLength(200);
    expect(read(`?after=${'x'.repeat(5000)}`).cursor).toBeNull();
  });

  it('prefers after when both cursors are given', () => {
    expect(read('?before=b&after=a').cursor).toEqual({ after: 'a' });
  });
});

describe('writing the address', () => {
  it('leaves out the defaults', () => {
    expect(serialiseTableState(read(''), spec)).toBe('');
    expect(serialiseTableState(read('?sort=name'), spec)).toBe('');
  });

  it('is read back unchanged, whatever was written', () => {
    const text = fc.string({ maxLength: 40 });
    fc.assert(
      fc.property(
        fc.record({
          q: text.map((value) => value.trim()),
          key: fc.constantFrom('name', 'workers'),
          direction: fc.constantFrom<'ascending' | 'descending'>('ascending', 'descending'),
          countries: fc.uniqueArray(
            text.filter((value) => value !== ''),
            { maxLength: 5 },
          ),
          cursor: fc.option(text.filter((value) => value !== '')),
          isBefore: fc.boolean(),
        }),
        ({ q, key, direction, countries, cursor, isBefore }) => {
          const state: TableState = {
            q,
            sort: { key, direction },
            filters: countries.length > 0 ? { country: countries } : {},
            cursor: cursor === null ? null : isBefore ? { before: cursor } : { after: cursor },
          };
          expect(read(serialiseTableState(state, spec))).toEqual(state);
        },
      ),
    );
  });

  it('never throws on an arbitrary address', () => {
    fc.assert(fc.property(fc.webQueryParameters(), (search) => serialiseTableState(read(search), spec).length >= 0));
  });
});

describe('links', () => {
  const params = new URLSearchParams('?asOf=2026-01-01&q=linen&band=high&after=k1');

  it('sort, reverse, and return to the first page', () => {
    expect(sortHref(params, 'workers', spec.defaultSort)).toBe('?asOf=2026-01-01&q=linen&band=high&sort=workers');
    expect(sortHref(params, 'name', spec.defaultSort)).toContain('sort=-name');
    expect(sortHref(params, 'name', { key: 'name', direction: 'descending' })).toContain('sort=name');
  });

  it('add and remove one filter value', () => {
    expect(toggleFilterHref(params, 'band', 'low')).toBe('?asOf=2026-01-01&q=linen&band=high&band=low');
    expect(toggleFilterHref(params, 'band', 'high')).toBe('?asOf=2026-01-01&q=linen');
  });

  it('clear the search and the filters, and keep other parameters', () => {
    expect(clearHref(params, ['band'])).toBe('?asOf=2026-01-01');
    expect(clearHref(new URLSearchParams('?q=x'), [])).toBe('?');
  });

  it('page by one cursor at a time', () => {
    expect(pageHref(params, { before: 'k0' })).toBe('?asOf=2026-01-01&q=linen&band=high&before=k0');
    expect(pageHref(params, null)).toBe('?asOf=2026-01-01&q=linen&band=high');
  });
});
