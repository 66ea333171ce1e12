import { describe, expect, it } from 'vitest';
import { corridorCosts, countryRow, referenceAt } from '../reference/at.ts';
import { countryShare } from './country.ts';
import { debtShare } from './debt.ts';
import { methodAt } from './method.ts';

/**
 * What the tables say of every country and every corridor, worked through, as text to be read: a new vintage shows here what moves.
 * `npx vitest run scoring/engine/golden-tables.test.ts -u` writes them anew.
 */
const asOf = '2026-11-25';
const fine = (value: number) => `${Math.round(value * 1e4) / 1e4}`;

describe('golden tables', () => {
  it('every country: share, ends, known part, reliability, and each indicator with what is missing', async () => {
    const codes = referenceAt('countries', asOf)
      .rows.map(([iso2]) => String(iso2))
      .sort();
    const lines = codes.map((iso2) => {
      const share = countryShare(iso2, asOf);
      if (!share) return `${iso2} ${countryRow(iso2, asOf)?.name}: nothing is held`;
      const parts = share.parts.map(
        ({ id, share: own, low, high, known, reliability, readings, unknown }) =>
          `${id} ${own === undefined ? `none (${unknown})` : `${fine(own)} ${fine(low)}-${fine(high)}`} known ${fine(known)} x${fine(reliability)} of ${readings.length}`,
      );
      const draws = [...share.draws].sort((a, b) => a - b);
      const whole = `${fine(share.point)} ${fine(share.low)}-${fine(share.high)} known ${fine(share.known)} x${fine(share.reliability)}`;
      return [`${iso2} ${share.name}: ${whole} draws ${fine(draws[50] ?? 0)}-${fine(draws[949] ?? 0)}`, ...parts].join(' | ');
    });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../cases/calculations/countries.txt');
  });

  it('every corridor that is named, for all sectors and for those that are named', async () => {
    const method = methodAt(asOf);
    const rows = corridorCosts(asOf);
    const origins = [...new Set(rows.flatMap(({ originIso2 }) => originIso2 ?? []))].sort();
    const destinations = [...new Set(rows.flatMap(({ destinationIso2 }) => destinationIso2 ?? []))].sort();
    const divisions = [undefined, ...[...new Set(rows.flatMap(({ isicDivisions }) => isicDivisions))].sort()];
    const lines = [...origins, 'FR'].flatMap((origin) =>
      [...destinations, 'NO'].flatMap((destination) =>
        divisions.flatMap((division) => {
          const { readings, ...share } = debtShare({ migrantOrigins: { value: [origin] } }, { countries: [destination], division }, method);
          const [reading] = readings;
          if (!reading) return [];
          const months = reading.row ? `${reading.monthsLow} to ${reading.monthsHigh} months, ${reading.row.provenance.row}` : 'no survey';
          return `${origin} to ${destination} in ${division ?? 'any sector'}: ${months}; ${fine(share.point)} ${fine(share.low)}-${fine(share.high)} known ${share.known} x${fine(share.reliability)}`;
        }),
      ),
    );
    // Where a sector makes no difference to a corridor, one line says it.
    const told = new Map<string, string>();
    for (const line of lines) {
      const [who = '', what = ''] = [line.split(' in ')[0], line.slice(line.indexOf(': '))];
      const key = `${who}${what}`;
      if (!told.has(key)) told.set(key, line);
    }
    await expect(`${[...told.values()].join('\n')}\n`).toMatchFileSnapshot('../cases/calculations/corridors.txt');
  });
});
