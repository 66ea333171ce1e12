import { expect, test } from 'vitest';
import { supplierCells, supplierHead } from './supplier-cells';

test('a file of suppliers has these columns in this order', () => {
  const supplier = {
    ...{
      publicId: 'A1',
      name: 'Mill',
      country: 'VN',
      sector: '14',
      tier: 2,
      declaredTier: 3,
      workers: 900,
      annualSpend: 'EUR 000000001200000.50 2025',
      scoreStatus: null,
      band: 'high',
    },
    ...{ score: 61.5, scoreLow: 55, scoreHigh: 70, basis: 'D', placeBest: 4, placeWorst: 9, inRiskiestTenth: 0.4, childScore: 40 },
    ...{ childBand: 'medium', isStateImposed: true, alerts: ['listed', 'ban'] },
  };
  const cells = supplierCells(supplier, { '14': 'Manufacture of wearing apparel' });
  expect(supplierHead.map((heading, at) => [heading, cells[at]])).toEqual([
    ['id', 'A1'],
    ['name', 'Mill'],
    ['country', 'VN'],
    ['sector', '14'],
    ['sector_title', 'Manufacture of wearing apparel'],
    ['tier_computed', 2],
    ['tier_declared', 3],
    ['workers', 900],
    ['annual_spend', 1_200_000.5],
    ['annual_spend_currency', 'EUR'],
    ['annual_spend_year', 2025],
    ['status', 'not-scored'],
    ['band', 'high'],
    ['score', 62],
    ['score_low', 55],
    ['score_high', 70],
    ['basis', 'D'],
    ['place_best', 4],
    ['place_worst', 9],
    ['in_riskiest_tenth', 0.4],
    ['child_score', 40],
    ['child_band', 'medium'],
    ['state_imposed', 'yes'],
    ['alerts', 'listed ban'],
    ['score_unrounded', 61.5],
    ['score_low_unrounded', 55],
    ['score_high_unrounded', 70],
    ['child_score_unrounded', 40],
  ]);
  const beyond = { ...supplier, score: 129.5, scoreLow: 102.6, scoreHigh: 156.4, alerts: [], hasBanUpstream: true };
  const shown = Object.fromEntries(supplierCells(beyond, {}).map((cell, at) => [supplierHead[at], cell]));
  expect(shown).toMatchObject({ score: 100, score_low: 100, score_high: 100, alerts: 'import-ban-upstream' });
  expect(shown).toMatchObject({ score_unrounded: 129.5, score_low_unrounded: 102.6, score_high_unrounded: 156.4 });
});
