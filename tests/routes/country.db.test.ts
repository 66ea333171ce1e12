import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { countryRowsAt, engineVersion, isicDivisions, recordsOf, referenceTableIds, vintagesOf } from '#scoring';
import type { listCountries } from '~/risk/countries/list-countries.server';
import type { CountryRead } from '~/risk/countries/read-country.server';
import type { listSectors } from '~/risk/sectors/list-sectors.server';
import type { PairRead } from '~/risk/sectors/read-pair.server';
import type { SectorRead } from '~/risk/sectors/read-sector.server';
import * as frameRoute from '~/routes/public/methodology/countries-layout';
import * as listRoute from '~/routes/public/methodology/countries';
import * as countryRoute from '~/routes/public/methodology/country';
import * as pairRoute from '~/routes/public/methodology/country-sector';
import * as listJsonRoute from '~/routes/public/methodology/countries-json';
import * as pairCsvRoute from '~/routes/public/methodology/country-sector-csv';
import * as pairJsonRoute from '~/routes/public/methodology/country-sector-json';
import * as countryCsvRoute from '~/routes/public/methodology/country-csv';
import * as countryJsonRoute from '~/routes/public/methodology/country-json';
import * as sectorsRoute from '~/routes/public/methodology/sectors';
import * as sectorRoute from '~/routes/public/methodology/sector';
import * as sectorsJsonRoute from '~/routes/public/methodology/sectors-json';
import * as sectorCsvRoute from '~/routes/public/methodology/sector-csv';
import * as sectorJsonRoute from '~/routes/public/methodology/sector-json';
import { callRoute } from '../setup/call-route';

const asOf = new Date().toISOString().slice(0, 10);
const listOf = async (query = '') =>
  (await callRoute(listRoute.loader, { url: `/countries${query}` })).body as ReturnType<typeof listCountries>;
const countryOf = async (iso2: string) => {
  const answer = await callRoute(countryRoute.loader, { url: `/countries/${iso2}`, params: { iso2 } });
  expect(answer.status, iso2).toBe(200);
  return (answer.body as { country: CountryRead }).country;
};

test('the list is public: all countries, highest score first, those without rank or score last', async () => {
  expect((await callRoute(frameRoute.loader, { url: '/countries' })).body).toEqual({ isSignedIn: false });
  const { rows, all, scored } = await listOf();
  expect([rows.length, all]).toEqual([250, 250]);
  const placed = rows.flatMap(({ score }) => (score?.place ? score.exact : []));
  expect(placed).toEqual([...placed].sort((a, b) => b - a));
  // Countries with a score and no rank first, then those without a score.
  const order = rows.map(({ score }) => (score === null ? 2 : score.place === null ? 1 : 0));
  expect(order).toEqual([...order].sort());
  expect(order.filter((each) => each < 2)).toHaveLength(scored);
});

test('search, filters and sort narrow and order the list; unknown values are ignored', async () => {
  expect((await listOf('?q=viet')).rows.map(({ iso2 }) => iso2)).toEqual(['VN']);
  expect((await listOf('?q=cote d')).rows.map(({ iso2 }) => iso2)).toEqual(['CI']);
  const { rows } = await listOf('?mark=kafala&region=Arab+States&sort=name');
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.every(({ marks, iloRegion }) => marks.includes('kafala') && iloRegion === 'Arab States')).toBe(true);
  expect((await listOf('?band=none')).rows.every(({ score }) => score === null)).toBe(true);
  expect((await listOf('?sort=__proto__&band=nonsense')).rows).toHaveLength(250);
});

/** A selection: each page takes a while to render, and they differ in their tables only. */
const someOf = <Row>(rows: readonly Row[], every: number): Row[] => rows.filter((_, at) => at % every === 0);

test('a country has a page, and an unknown value is null, never zero', async () => {
  for (const { iso2 } of someOf(countryRowsAt(asOf), 8)) {
    const { score, lines, editions, estimates, sectors } = await countryOf(iso2);
    expect(estimates.map(({ year }) => year)).toEqual([2005, 2012, 2016, 2021]);
    if (!score) {
      expect([lines, editions, sectors], iso2).toEqual([[], [], []]);
      continue;
    }
    expect(50 + lines.reduce((sum, { points }) => sum + points, 0), iso2).toBeCloseTo(score.exact, 0);
    expect(sectors).toHaveLength(88);
    for (const line of lines) if (line.says === null && line.id !== 'calibration') expect(line.points, `${iso2} ${line.id}`).toBe(0);
  }
});

test('the pages of severe and mild countries show what is documented', async () => {
  const [korea, turkmenistan, eritrea, qatar, china, norway] = await Promise.all(['KP', 'TM', 'ER', 'QA', 'CN', 'NO'].map(countryOf));
  expect(korea).toMatchObject({ known: { parts: 2, of: 3 }, state: { newest: { reportYear: 2025 } }, inspection: null, conventions: null });
  expect(turkmenistan?.state.newest).toBeNull();
  expect(turkmenistan?.state.years.filter(({ isNamed }) => isNamed).map(({ reportYear }) => reportYear)).toEqual([2022, 2023, 2024]);
  expect(eritrea?.state.newest).not.toBeNull();
  expect(qatar?.lines.find(({ id }) => id === 'sponsorship')?.says).toBe('reformed');
  expect(qatar?.corridors.coming.length).toBeGreaterThan(0);
  expect(china).toMatchObject({ region: { code: 'CN-XJ', band: 'severe' } });
  expect(china?.presumptions.length).toBeGreaterThan(5);
  expect(norway?.tiers.at(-1)).toMatchObject({ year: 2025, tier: null, possible: ['1', '2'] });
  expect(norway?.score?.exact).toBeLessThan(qatar?.score?.exact ?? 0);
});

test('a corridor is shown from both of its ends', async () => {
  const [arabia, pakistan] = await Promise.all(['SA', 'PK'].map(countryOf));
  const coming = arabia?.corridors.coming.find(({ originIso2, monthsHigh }) => originIso2 === 'PK' && monthsHigh !== null);
  expect(pakistan?.corridors.leaving.find(({ id }) => id === coming?.id)).toEqual(coming);
});

test('a division has a page with its reason; a class links to its row', async () => {
  const { rows } = (await callRoute(sectorsRoute.loader, { url: '/sectors' })).body as ReturnType<typeof listSectors>;
  expect(rows).toHaveLength(88);
  for (const { code } of someOf(isicDivisions(asOf), 8)) {
    const { body, status } = await callRoute(sectorRoute.loader, { url: `/sectors/${code}`, params: { code } });
    expect(status, code).toBe(200);
    const { sector } = body as { sector: SectorRead };
    expect(sector.number.reason).not.toBe('');
    expect(sector.employment?.employedMillions, code).toBeGreaterThan(0);
  }
  const fishing = (await callRoute(sectorRoute.loader, { url: '/sectors/0311', params: { code: '0311' } })).headers.get('location');
  expect(fishing).toBe('/sectors/03#class-0311');
});

test('a pair combines country, sector and presumption, and shows the listed goods of both', async () => {
  const { body } = await callRoute(pairRoute.loader, { url: '/countries/CN/sectors/14', params: { iso2: 'CN', code: '14' } });
  const { pair } = body as { pair: PairRead };
  expect(pair.lines.map(({ id }) => id)).toEqual(['country', 'sector', 'presumption']);
  expect(50 + pair.lines.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(pair.score?.exact ?? 0, 0);
  expect(pair.goods.every(({ division }) => division === '14')).toBe(true);
  const garments = (await callRoute(pairRoute.loader, { url: '/x', params: { iso2: 'VN', code: '14' } })).body as { pair: PairRead };
  expect((garments.pair.withGood ?? 0) - (garments.pair.score?.exact ?? 0)).toBeCloseTo(20, 0);
  const listing = (await callRoute(sectorRoute.loader, { url: '/x', params: { code: '14' } })).body as { sector: SectorRead };
  expect(listing.sector.countries.find(({ iso2 }) => iso2 === 'VN')?.withGood).toBe(garments.pair.withGood);
  expect(pair.editions.at(-1)?.shown?.exact).toBeCloseTo(pair.score?.exact ?? 0, 0);
});

test('an unknown code is not found, and a lower-case code leads to the page', async () => {
  for (const iso2 of ['ZZ', '__proto__', 'VNM', '', '%00'])
    for (const route of [countryRoute, countryCsvRoute, countryJsonRoute])
      expect((await callRoute(route.loader, { url: '/countries/x', params: { iso2 } })).status, iso2).toBe(404);
  for (const code of ['00', 'abc', '', '14151', 'toString'])
    for (const route of [sectorRoute, sectorCsvRoute, sectorJsonRoute])
      expect((await callRoute(route.loader, { url: '/sectors/x', params: { code } })).status, code).toBe(404);
  for (const route of [pairRoute, pairCsvRoute, pairJsonRoute])
    expect((await callRoute(route.loader, { url: '/countries/x/sectors/y', params: { iso2: 'VN', code: '1410' } })).status).toBe(404);
  const moved = await callRoute(countryRoute.loader, { url: '/countries/vn', params: { iso2: 'vn' } });
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/countries/VN']);
});

const csvOf = (text: unknown) =>
  Papa.parse<Record<string, string>>(String(text).replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true });

test('each file is public; every figure read in a table names its row, which exists', async () => {
  const keys = new Set(
    referenceTableIds.flatMap((id) =>
      vintagesOf(id).flatMap((table) => recordsOf(table).map(({ key }) => `${id} ${table.vintage} ${key}`)),
    ),
  );
  const files = [
    [countryCsvRoute, { iso2: 'QA' }],
    [countryCsvRoute, { iso2: 'KP' }],
    [sectorCsvRoute, { code: '13' }],
    [pairCsvRoute, { iso2: 'VN', code: '14' }],
  ] as const;
  for (const [route, params] of files) {
    const answer = await callRoute(route.loader, { url: '/x', params });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const { data, errors } = csvOf(answer.body);
    expect(errors).toEqual([]);
    expect(data.length).toBeGreaterThan(5);
    for (const { section, item, table, edition, row, licence, as_of, method } of data) {
      expect([as_of, method, licence !== ''], `${section} ${item}`).toEqual([asOf, engineVersion, table !== '']);
      if (table && row) expect(keys.has(`${table} ${edition} ${row}`), `${section} ${item} ${table} ${row}`).toBe(true);
    }
  }
});

test('the JSON states the method, date, scale and the terms of its source tables', async () => {
  const files = [
    [listJsonRoute, {}],
    [sectorsJsonRoute, {}],
    [countryJsonRoute, { iso2: 'QA' }],
    [sectorJsonRoute, { code: '13' }],
    [pairJsonRoute, { iso2: 'VN', code: '14' }],
  ] as const;
  for (const [route, params] of files) {
    const { body, headers } = await callRoute(route.loader, { url: '/x', params });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    const file = JSON.parse(String(body)) as { tables: { table: string; licence: string }[] };
    expect(file).toMatchObject({ asOf, method: engineVersion, scale: expect.any(String) });
    expect(file.tables.map(({ table }) => table)).toEqual(expect.arrayContaining(['governance', 'sector-odds']));
    for (const { table, licence } of file.tables) expect(licence, table).not.toBe('');
    const named = [...String(body).matchAll(/"table": "([a-z-]+)",\n\s+"vintage"/g)].map(([, table]) => table);
    expect(named.filter((table) => !file.tables.some((each) => each.table === table))).toEqual([]);
  }
});
