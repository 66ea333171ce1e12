import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinkStatement, spansOf } from './link-spans';
import { newPeriods } from './new-periods';

const said = (row: Partial<LinkStatement> & { rowNumber: number }): LinkStatement => ({
  product: null,
  share: null,
  year: null,
  day: null,
  ...row,
});
const told = (rows: readonly LinkStatement[], lastTold: number | null) =>
  spansOf(rows, lastTold).map(({ product, share, validFrom, validTo, rowNumber }) =>
    [product ?? '', validFrom?.slice(0, 4) ?? '', validTo?.slice(0, 4) ?? '', share ?? '', rowNumber].join(' '),
  );
const years = (...all: number[]) => all.map((year, at) => said({ year, rowNumber: at + 2 }));

describe('the spans of an edge', () => {
  it('join years that follow each other, and keep a gap', () => {
    expect(told(years(2019, 2018, 2021), 2021)).toEqual([' 2018 2019  2', ' 2021   4']);
  });
  it('end where the list tells of the customer later, and else stay open', () => {
    expect(told(years(2018), 2021)).toEqual([' 2018 2018  2']);
    expect(told(years(2018), 2018)).toEqual([' 2018   2']);
  });
  it('are of one product each', () => {
    const rows = [said({ year: 2018, product: 'cloth', rowNumber: 2 }), said({ year: 2018, product: 'yarn', rowNumber: 3 })];
    expect(told(rows, 2018)).toEqual(['cloth 2018   2', 'yarn 2018   3']);
  });
  it('are of one share each; of two in one year the greater counts', () => {
    const rows = [0.2, 0.2, 0.3, 0.1].map((share, at) => said({ year: [2017, 2018, 2019, 2019][at] ?? 0, share, rowNumber: at + 2 }));
    expect(told(rows, 2019)).toEqual([' 2017 2018 0.2 2', ' 2019  0.3 4']);
  });
  it('begin with the first day where no year is said, with the share of the last', () => {
    const rows = [
      said({ day: '2024-03-01', share: 0.5, rowNumber: 2 }),
      said({ day: '2023-03-01', share: 0.9, rowNumber: 3 }),
      said({ rowNumber: 4 }),
    ];
    expect(spansOf(rows, null)).toEqual([
      { product: null, share: 0.5, validFrom: '2023-03-01', validTo: null, saidTo: '2024-03-01', rowNumber: 2 },
    ]);
  });
  it('leave out a row without time, product and share where others say more', () => {
    expect(told([said({ rowNumber: 2 }), said({ product: 'yarn', rowNumber: 3 })], null)).toEqual(['yarn    3']);
    expect(told([said({ rowNumber: 2 })], null)).toEqual(['    2']);
  });
  it('hold in exactly the years that are said, up to the last that is told, in whatever order', () => {
    const rows = fc.array(
      fc.record({ year: fc.integer({ min: 2010, max: 2025 }), product: fc.constantFrom(null, 'yarn'), rowNumber: fc.nat(99) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (found) => {
        const all = found.map(said);
        const last = Math.max(...found.map(({ year }) => year));
        const spans = spansOf(all, last);
        for (let year = 2010; year <= last; year += 1)
          for (const product of [null, 'yarn'])
            expect(
              spans.filter(
                (span) =>
                  span.product === product && (span.validFrom ?? '') <= `${year}-06-01` && (span.validTo ?? '9999') >= `${year}-06-01`,
              ),
            ).toHaveLength(found.some((row) => row.year === year && row.product === product) ? 1 : 0);
        expect(spansOf([...all].reverse(), last)).toEqual(spans);
      }),
    );
  });
});

describe('what is news of a span', () => {
  const span = { product: null, share: null, validFrom: '2018-01-01', validTo: null, saidTo: '2020-12-31', rowNumber: 2 };
  const held = (validFrom: string | null, validTo: string | null, product: string | null = null) => ({ product, validFrom, validTo });
  it('is all of it where nothing is known, and nothing where it is', () => {
    expect(newPeriods(span, [])).toEqual([{ validFrom: '2018-01-01', validTo: null }]);
    expect(newPeriods(span, [held(null, null, 'yarn')])).toEqual([]);
    expect(newPeriods({ ...span, product: 'cloth' }, [held(null, null, 'yarn')])).toHaveLength(1);
  });
  it('is what lies before, between and after', () => {
    expect(newPeriods(span, [held('2019-01-01', '2019-12-31')])).toEqual([
      { validFrom: '2018-01-01', validTo: '2018-12-31' },
      { validFrom: '2020-01-01', validTo: null },
    ]);
  });
  it('is not the open end of what was ended since', () => {
    expect(newPeriods(span, [held('2018-01-01', '2022-06-30')])).toEqual([]);
    const timeless = { ...span, validFrom: null, saidTo: null };
    expect(newPeriods(timeless, [held('2018-01-01', '2022-06-30')])).toEqual([]);
    expect(newPeriods(timeless, [held(null, '2022-06-30')], '2024-05-01')).toEqual([{ validFrom: '2024-05-01', validTo: null }]);
    expect(newPeriods(timeless, [held(null, '2022-06-30'), held('2023-01-01', null)], '2024-05-01')).toEqual([]);
    expect(newPeriods(timeless, [held(null, '2024-05-01')], '2024-05-01')).toEqual([]);
  });
});
