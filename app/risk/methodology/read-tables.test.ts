import { expect, test } from 'vitest';
import { referenceTableIds, rules, supplements, tableDefinition } from '#scoring';
import { readCountry } from '~/risk/countries/read-country.server';
import { readersOf } from './read-tables.server';

const asOf = '2026-11-30';
const unread = referenceTableIds.filter((id) => {
  const { rules: named, supplements: beside } = readersOf(id);
  return named.length + beside.length === 0;
});

test('a table names the rules that read it, and what is shown beside the score', () => {
  const of = (id: Parameters<typeof readersOf>[0]) => {
    const { rules: named, supplements: beside } = readersOf(id);
    return [...named, ...beside.map((each) => each.id)];
  };
  expect(of('child-indicators')).toEqual(['child-labour']);
  expect(of('governance')).toEqual(['R1', 'R8', 'child-labour']);
  expect(of('informal-employment')).toEqual(['R1', 'child-labour']);
  expect(of('subdivisions')).toEqual(['R3', 'state-imposed']);
  for (const { id, tables } of [...rules(), ...supplements()]) for (const table of tables) expect(of(table), table).toContain(id);
});

test('these tables are read by no score, and pages of countries show those that are marked so', () => {
  expect(unread).toEqual(expect.arrayContaining(['conflict', 'conventions', 'displacement', 'informality', 'sector-shares']));
  const countries = ['CN', 'MY', 'QA', 'BR', 'VN', 'PL', 'GB'].flatMap((code) => readCountry(code, asOf) ?? []);
  const shown = JSON.stringify(countries);
  // Pages show these two without a source of their own.
  const unsourced: Record<string, boolean> = {
    'listed-goods-changes': countries.some(({ goods }) => goods.changes.length > 0),
    'estimate-regions': countries.some(({ estimates }) => estimates.some(({ region }) => region !== null)),
  };
  for (const id of unread)
    expect(unsourced[id] ?? shown.includes(`"table":"${id}"`), id).toBe(tableDefinition(id).shownOn.includes('countries'));
});
