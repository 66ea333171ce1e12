import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import {
  conflictOf,
  conventionCodes,
  conventionsOf,
  corridorCosts,
  countryRow,
  countryRowsAt,
  displacementOf,
  governanceDimensions,
  governanceOf,
  informalityOf,
  isicDivisions,
  listedGoods,
  listedGoodsChanges,
  prioritySectors,
  referenceAt,
  referenceTableIds,
  sectorRow,
  traffickingTierOf,
  vintagesOf,
} from './at.ts';
import { type ReferenceTable, recordsOf, referenceTableSchema } from './schema.ts';

const asOf = '2026-11-25';
const all = referenceTableIds.flatMap((id) => vintagesOf(id));
const everyCountry = countryRowsAt(asOf).map((row) => row.iso2);
const isCountry = (code: string) => code === 'XK' || countries.isValid(code);

describe('every table', () => {
  it.each(all.map((table) => [`${table.id}@${table.vintage}`, table] as const))(
    '%s is well formed, sourced and may be passed on',
    (name, table) => {
      expect(referenceTableSchema.safeParse(table).success).toBe(true);
      expect(table.rows.length).toBeGreaterThan(0);
      expect(table.coverage.known).toBeLessThanOrEqual(table.coverage.of);
      expect(table.origin.sha256 !== null || table.origin.transcribed.startsWith('by hand')).toBe(true);
      expect(['allowed', 'allowed-with-credit']).toContain(table.origin.licence.redistribution);
      // Of the ILO's estimates of 2017 and 2022, which may be passed on, Walk Free is an author; of its own index nothing is here.
      const text = JSON.stringify(table).replaceAll(/(ILO|International Labour Organization)(,| and|;) Walk Free/g, '$1');
      expect(text).not.toMatch(/walk free|freedom house|transparency international|v-dem|ituc/i);
      for (const [index, field] of Object.keys(table.fields).entries()) {
        const known = table.rows.filter((row) => row[index] !== null).length;
        expect(table.fields[field]?.coverage, `${name}.${field}`).toEqual({ known, of: table.rows.length });
      }
    },
  );

  it('names only countries that exist', () => {
    for (const table of all) {
      for (const { key, cells } of recordsOf(table)) {
        for (const name of ['iso2', 'upstreamIso2', 'originIso2', 'destinationIso2']) {
          const code = cells[name];
          if (typeof code === 'string') expect(isCountry(code), `${table.id} ${key} ${name} ${code}`).toBe(true);
        }
      }
    }
  });

  it('has its vintages in order, each ending where the next begins', () => {
    for (const id of referenceTableIds) {
      const days = vintagesOf(id).map((table) => table.inForceFrom);
      expect(new Set(days).size).toBe(days.length);
      expect([...days].sort()).toEqual(days);
    }
    expect(referenceAt('displacement', '2026-06-19').vintage).toBe('2025-06');
    expect(referenceAt('displacement', '2026-06-20').vintage).toBe('2026-06');
    expect(() => referenceAt('countries', '2025-12-31')).toThrow(RangeError);
  });
});

describe('the shape of a table', () => {
  const table: ReferenceTable = { ...referenceAt('informality', asOf), rows: [['VN', 68, 2009, 2025]], corrections: [] };
  const correction = { row: 'VN', field: 'informalPct', value: 67, expect: 68, reason: 'misprint', reportedAt: '2026-11-24' };

  it('applies a correction that finds what it expects, and refuses one that does not', () => {
    const corrected = referenceTableSchema.parse({ ...table, corrections: [correction] });
    expect(recordsOf(corrected)[0]?.cells.informalPct).toBe(67);
    expect(referenceTableSchema.safeParse({ ...table, corrections: [{ ...correction, expect: 70 }] }).success).toBe(false);
  });

  it('refuses a short row, a repeated key, an unknown licence and a missing origin', () => {
    expect(referenceTableSchema.safeParse({ ...table, rows: [['VN', 68]] }).success).toBe(false);
    expect(referenceTableSchema.safeParse({ ...table, rows: [...table.rows, ...table.rows] }).success).toBe(false);
    expect(
      referenceTableSchema.safeParse({
        ...table,
        origin: { ...table.origin, licence: { ...table.origin.licence, redistribution: 'forbidden' } },
      }).success,
    ).toBe(false);
    expect(referenceTableSchema.safeParse({ ...table, origin: undefined }).success).toBe(false);
  });
});

describe('published totals and ranges', () => {
  it('countries: 250 codes that agree with ISO 3166-1, 34 designated in 2021', () => {
    expect(everyCountry).toHaveLength(250);
    for (const iso2 of everyCountry) if (iso2 !== 'XK') expect(countries.alpha2ToAlpha3(iso2)).toBe(countryRow(iso2, asOf)?.iso3);
    expect(countryRowsAt(asOf).filter((row) => row.epDesignated2021)).toHaveLength(34);
    expect(countryRow('XK', asOf)?.name).toBe('Kosovo');
    expect(countryRow('ZZ', asOf)).toBeNull();
  });

  it('governance: within -3 and 3 with a standard error, latest year 2023, for over 200 countries', () => {
    const rows = everyCountry.flatMap((iso2) => governanceOf(iso2, asOf) ?? []);
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows) {
      for (const dimension of governanceDimensions) {
        const value = row.estimates[dimension];
        if (!value) continue;
        expect(Math.abs(value.estimate)).toBeLessThanOrEqual(3);
        expect(value.standardError).toBeGreaterThan(0);
      }
    }
    const vietNam = governanceOf('VN', asOf);
    expect(vietNam?.year).toBe(2023);
    expect(vietNam?.estimates.ruleOfLaw).toEqual({ estimate: -0.0855, standardError: 0.1693 });
    expect(vietNam?.provenance).toEqual({
      table: 'governance',
      vintage: '2024',
      row: 'VN:2023',
      confidence: 'confirmed',
      producer: 'World Bank',
      licence: 'CC BY 4.0',
    });
  });

  it('tiers of 2024: 33, 98, 32, 21 and 4 special cases', () => {
    const tiers = everyCountry.flatMap((iso2) => traffickingTierOf(iso2, asOf)?.tier ?? []);
    const count = (tier: string) => tiers.filter((each) => each === tier).length;
    expect([count('1'), count('2'), count('2WL'), count('3'), count('special')]).toEqual([33, 98, 32, 21, 4]);
    expect(traffickingTierOf('AW', '2026-01-01')?.provenance.vintage).toBe('2024-06');
  });

  it('conventions: 187 members, ratifications as published, unknown never reported as not ratified', () => {
    const rows = everyCountry.flatMap((iso2) => conventionsOf(iso2, asOf) ?? []);
    expect(rows).toHaveLength(187);
    const ratified = (code: (typeof conventionCodes)[number]) => rows.filter((row) => row[code].status === 'ratified').length;
    expect(conventionCodes.map(ratified)).toEqual([180, 57, 176, 176, 187]);
    for (const row of rows) for (const code of conventionCodes) if (row[code].status === 'unknown') expect(row[code].confidence).toBeNull();
    expect(conventionsOf('TW', asOf)).toBeNull();
    expect(conventionsOf('MY', asOf)?.C105.status).toBe('not-ratified');
  });

  it('informality, conflict, displacement: shares and rates in range, blanks stay unknown', () => {
    for (const iso2 of everyCountry) {
      const informality = informalityOf(iso2, asOf);
      if (informality) expect(informality.share >= 0 && informality.share <= 1).toBe(true);
      const displacement = displacementOf(iso2, asOf);
      if (displacement) expect(displacement.displaced).toBe(Object.values(displacement.parts).reduce((sum, each) => sum + each, 0));
    }
    expect(informalityOf('TW', asOf)).toBeNull();
    expect(conflictOf('DE', asOf)).toMatchObject({ deathsPerYear: 0, perMillion: 0, provenance: { confidence: 'derived' } });
    expect(conflictOf('XK', asOf)?.perMillion).toBeNull();
    expect(conflictOf('ZZ', asOf)).toBeNull();
    expect(displacementOf('JO', asOf)?.missing).toContain('idps');
    expect(displacementOf('JO', '2026-01-01')?.year).toBe(2024);
  });

  it('sectors: 21 sections, 88 divisions, 238 groups, 419 classes, a share for every code', () => {
    const rows = recordsOf(referenceAt('sectors', asOf)).map((record) => String(record.cells.code));
    expect([1, 2, 3, 4].map((length) => rows.filter((code) => code.length === length).length)).toEqual([21, 88, 238, 419]);
    for (const code of rows.filter((each) => each.length > 1)) expect(sectorRow(code, asOf)?.code).toBe(code);
    expect(isicDivisions(asOf)).toHaveLength(88);
  });

  it('sectors: the longest code counts, a class of another classification falls back on its division', () => {
    expect(sectorRow('97', asOf)).toMatchObject({ share: 1, shareBasis: 'listed' });
    expect(sectorRow('0163', asOf)).toMatchObject({ share: 0.9, shareCode: '0163', division: '01' });
    expect(sectorRow('2392', asOf)?.share).toBe(0.95);
    expect(sectorRow('2391', asOf)).toMatchObject({
      share: 0.6,
      shareCode: '23',
      shareBasis: 'neighbour',
      provenance: { confidence: 'derived' },
    });
    expect(sectorRow('1413', asOf)).toMatchObject({ code: '14', level: 'division' });
    expect(sectorRow('04', asOf)).toBeNull();
    expect(sectorRow('garments', asOf)).toBeNull();
    expect(sectorRow('14')).toEqual(sectorRow('14', asOf));
  });

  it('goods and corridors: 527 pairs of 82 countries, every good classified, months low to high', () => {
    const rows = listedGoods(asOf);
    expect(rows).toHaveLength(527);
    expect(new Set(rows.map((row) => row.iso2)).size).toBe(82);
    const classified = new Set(recordsOf(referenceAt('goods-classification', asOf)).map((record) => record.cells.good));
    for (const row of rows) expect(classified.has(row.good), row.good).toBe(true);
    for (const row of rows)
      expect([row.childLabour, row.forcedLabour, row.forcedChildLabour, row.inputsChildLabour, row.inputsForcedLabour]).toContain(true);
    for (const row of corridorCosts(asOf)) if (row.monthsLow !== null) expect(row.monthsHigh).toBeGreaterThanOrEqual(row.monthsLow);
    expect(corridorCosts(asOf)).toHaveLength(34);
  });

  it('changes of the list: 63 additions, each on the list of 2024, and four removals of child labour', () => {
    const changes = listedGoodsChanges(asOf);
    const added = changes.filter((row) => row.change === 'added');
    const removed = changes.filter((row) => row.change === 'removed');
    expect([added.length, removed.length]).toEqual([63, 4]);
    const listed = new Map(listedGoods(asOf).map((row) => [`${row.iso2}|${row.good}`, row]));
    for (const { iso2, good, childLabour, forcedLabour } of added)
      expect(listed.get(`${iso2}|${good}`), `${iso2} ${good}`).toMatchObject({ childLabour, forcedLabour });
    for (const { iso2, good, childLabour } of removed) {
      expect(childLabour).toBe(true);
      expect(listed.get(`${iso2}|${good}`)?.childLabour ?? false).toBe(false);
    }
  });

  it('priority sectors: those designated by the day', () => {
    expect(prioritySectors(asOf)).toHaveLength(12);
    expect(prioritySectors(asOf).every((row) => row.iso2 === 'CN' && row.designated <= asOf)).toBe(true);
  });
});
