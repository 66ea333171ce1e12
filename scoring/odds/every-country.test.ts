import { expect, test } from 'vitest';
import { factColumns } from '../engine/columns/fact-columns.ts';
import { assess } from './assess.ts';
import { childCountryPoints } from './child-points.ts';
import { scoreColumns } from './columns/score-columns.ts';
import { countryPoints } from './country-points.ts';

const asOf = '2026-12-01';

test('a supplier in any country that has points is scored, alike one by one and in columns', () => {
  const codes = [...countryPoints(asOf).keys()];
  expect(codes.length).toBeGreaterThan(190);
  const { columns, put } = factColumns(codes.length);
  for (const [row, code] of codes.entries()) put(row, { countries: { value: [code] } });
  const { score, low, high } = scoreColumns(columns, { asOf });
  for (const [row, code] of codes.entries()) {
    const result = assess({ asOf, facts: { countries: { value: [code] } } });
    expect(result, code).toMatchObject({ status: 'scored', score: score[row], low: low[row], high: high[row] });
  }
});

test('a country of which nothing on child labour is held adds no points to it, with a wider error than any other', () => {
  const held = childCountryPoints(asOf);
  const unheld = [...countryPoints(asOf).keys()].filter((code) => !held.has(code));
  expect(unheld).toEqual(expect.arrayContaining(['CW', 'SX']));
  const widest = Math.max(...[...held.values()].map(({ error }) => error));
  for (const code of unheld) {
    const result = assess({ asOf, facts: { countries: { value: [code] } } });
    if (result.status !== 'scored') throw new Error(`${code} is not scored`);
    const country = result.child.components.find(({ id }) => id === 'country');
    expect(country).toMatchObject({ points: 0, isKnown: false });
    expect(country?.error ?? 0).toBeGreaterThanOrEqual(Math.round(widest * 10) / 10);
  }
});
