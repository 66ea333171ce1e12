import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { describe, expect, test } from 'vitest';
import { countryScores } from '#scoring';
import { PairPage } from '~/risk/sectors/pair-page';
import { readPair } from '~/risk/sectors/read-pair.server';
import { checksOf } from './checks';
import { CountryPage } from './country-page';
import { oddsLabel, oneIn, verdictSentence } from '~/documents/charts/odds-labels';
import { pointRows } from './points-waterfall';
import { readCountry } from './read-country.server';
import { countryLines } from './read-lines.server';
import { placeWord } from './labels';

const asOf = '2026-12-01';
const read = (iso2: string) => {
  const country = readCountry(iso2, asOf);
  if (!country) throw new Error(iso2);
  return country;
};

async function render(element: JSX.Element): Promise<string> {
  const handler = createStaticHandler([{ path: '/', element }]);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw context;
  const router = createStaticRouter(handler.dataRoutes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

describe('points as text', () => {
  test.each([
    [10, 'twice the odds'],
    [20, '4 times the odds'],
    [40, '16 times the odds'],
    [0, 'the same odds'],
    [-10, 'half the odds'],
    [-20, '25% of the odds'],
  ])('%d points are %s', (points, words) => expect(oddsLabel(points)).toBe(words));

  test('a probability is one worker in a number, to two figures', () => {
    expect(oneIn(0.0063)).toBe('160');
    expect(oneIn(0.04)).toBe('25');
    expect(oneIn(0.5)).toBe('2');
    expect(verdictSentence({ exact: 50, probability: 0.0063 })).toContain('the same odds of forced labour as the average worker');
    expect(verdictSentence({ exact: 70, probability: 0.025 })).toBe(
      'About 4 times the odds of forced labour of the average worker in the world; about 1 worker in 40.',
    );
  });

  test('a range of ranks is one rank where both ends are the same', () => {
    expect(placeWord({ best: 1, worst: 1, of: 200 })).toBe('Rank 1 of 200');
    expect(placeWord({ best: 3, worst: 12, of: 200 })).toBe('Rank 3 to 12 of 200');
  });
});

test('the bars of every country begin where the previous one ended and add up exactly', () => {
  for (const { points } of countryScores(asOf).values()) {
    const rows = pointRows(countryLines(points, asOf), { start: 'a', end: 'b' });
    const parts = rows.slice(1, -1);
    const sum = parts.reduce((total, row) => total + Math.round(row.points * 10), 500);
    expect(sum).toBe(Math.round((rows.at(-1)?.points ?? 0) * 10));
    for (const [at, row] of parts.entries()) expect(row.from).toBeCloseTo(at === 0 ? 50 : (parts[at - 1]?.to ?? 0), 9);
  }
});

test('the checklist begins with what no site can remedy, and is never empty', () => {
  const keys = (iso2: string, division: string | null = null) => checksOf(read(iso2), division).map(({ key }) => key);
  expect(keys('KP')[0]).toBe('state');
  expect(keys('CN').slice(0, 2)).toEqual(['state', 'region']);
  expect(keys('CN', '62')).not.toContain('region');
  expect(keys('QA')).toContain('kafala');
  expect(keys('QA')).toContain('corridors');
  // Lebanon’s scheme is one of domestic workers: it does not concern a garment factory.
  expect(keys('LB', '97')).toContain('kafala');
  expect(keys('LB', '14')).not.toContain('kafala');
  for (const iso2 of ['NO', 'EH', 'TM', 'ER', 'TW']) expect(keys(iso2)).toContain('facts');
});

test('a page shows level, certainty and reasons; a mild country is not called free of it, an unknown one not low', async () => {
  const korea = await render(<CountryPage country={read('KP')} />);
  for (const words of [
    'State-imposed forced labour',
    'High',
    'Rank 2 to ',
    'What to check',
    'are not comparable',
    'Government named in the 2025 report',
  ])
    expect(korea).toContain(words);
  expect(await render(<CountryPage country={read('NO')} />)).toContain('A low figure does not mean that there is no forced labour.');
  const unknown = await render(<CountryPage country={read('EH')} />);
  expect(unknown).toContain('This does not mean low risk.');
  expect(unknown).not.toContain('Score breakdown');
  expect(await render(<CountryPage country={read('TM')} />)).toContain('Last named in 2024');
  expect(await render(<CountryPage country={read('CN')} />)).toContain('Xinjiang');
  expect(await render(<CountryPage country={read('SX')} />)).toContain('Limited data');
  expect(await render(<CountryPage country={read('SX')} />)).not.toContain('among countries (1');
});

test('the page of a pair renders for a country with and without a score', async () => {
  for (const [country, code] of [
    ['QA', '41'],
    ['EH', '03'],
  ] as const) {
    const pair = readPair(code, { country, asOf });
    if (!pair) throw new Error(country);
    const html = await render(<PairPage pair={pair} />);
    expect(html).toContain(`/countries/${country}`);
    expect(html).not.toContain('undefined');
  }
});
