import { describe, expect, it } from 'vitest';
import { loadOwnTable } from '../engine/load-own-table.ts';
import type { OverrideGiven } from '../override-types.ts';
import type { AssessInput, PlacedFacts } from '../types.ts';
import type { HasScore } from './result.ts';
import { componentFields, scoreOf } from './score.ts';
import { inherentLines } from './score-party.ts';
import { workThrough } from './work.ts';

const asOf = '2026-12-01';
const shown = (facts: PlacedFacts, more: Partial<AssessInput> = {}): HasScore => {
  const result = scoreOf(workThrough({ asOf, facts, ...more }));
  if (result.status !== 'scored') throw new Error('not scored');
  return result;
};
const override = (code: OverrideGiven['code']): OverrideGiven => ({
  ...{ id: 'o', code, since: '2026-11-01', reason: 'Reported', evidence: 'document-checked' },
});
const vietNam: PlacedFacts = { countries: { value: ['VN'] } };
const plant: PlacedFacts = {
  ...{ countries: { value: ['JO'] }, sector: { value: '1410' }, products: { value: ['garments'] } },
  ...{ migrantShare: { value: 0.6 }, migrantOrigins: { value: ['BD'] }, workers: { value: 800 } },
};
const office: PlacedFacts = { countries: { value: ['NO'] }, sector: { value: '62' } };

describe('the score as shown', () => {
  it('has one decimal, with its band and the bands of the ends of its interval', () => {
    expect(shown(vietNam)).toMatchObject({
      ...{ score: 34.8, low: 7.5, high: 62.1, band: 'moderate', bandLow: 'low', bandHigh: 'elevated' },
      lines: { inherent: 34.8, controlCredit: 0, findingsUplift: 0, overrideUplift: 0 },
    });
  });

  it('has the probability of its own rounded numbers: a worker of the world at 50, twice the odds ten points above', () => {
    const { probability, score, low, high } = shown(vietNam);
    const at = (value: number) => {
      const odds = 0.00635 * 2 ** ((value - 50) / 10);
      return odds / (1 + odds);
    };
    expect(probability).toEqual({
      point: expect.closeTo(at(score), 9),
      low: expect.closeTo(at(low), 9),
      high: expect.closeTo(at(high), 9),
    });
  });

  it('shows what findings add, and each of them with its share', () => {
    const findings: AssessInput['findings'] = [
      { id: 'f', grade: 'major', status: 'open', evidence: 'document-checked' },
      { id: 'g', grade: 'minor', status: 'open', evidence: 'document-checked' },
    ];
    const { lines, findings: shares, score } = shown(plant, { findings });
    expect(score).toBe(84.8);
    expect(lines).toEqual({ inherent: 82.5, controlCredit: 0, findingsUplift: 2.3, overrideUplift: 0 });
    expect(shares.map(({ id, points }) => [id, points])).toEqual([
      ['f', 2.1],
      ['g', 0.2],
    ]);
  });

  it('shows what controls take away, by domain', () => {
    const answer = { question: 'P6.Q3', value: 'yes', evidence: 'audit-unannounced', answeredOn: '2026-11-01' } as const;
    const { lines, domains, score } = shown(vietNam, { instrument: 'ilo-ten-principles@1.0.0', answers: [answer] });
    // Hours weigh 8 of 100 and 20 points; the question 1 of the 1.5 of its domain.
    expect(lines).toEqual({ inherent: 34.8, controlCredit: -1.1, findingsUplift: 0, overrideUplift: 0 });
    expect(score).toBe(33.7);
    expect(domains.filter(({ credit }) => credit !== 0)).toMatchObject([{ domain: 'hours', credit: -1.1, answered: 1 }]);
  });

  it('shows what the floor of an override adds, and raises both ends to it', () => {
    expect(shown(office, { overrides: [override('O4')] })).toMatchObject({
      ...{ score: 90, low: 90, high: 90 },
      lines: { inherent: 10.7, overrideUplift: 79.3 },
      overrides: [{ id: 'o', code: 'O4', state: 'in-force' }],
    });
  });

  it('keeps components that are not known at 0, with the error that they leave', () => {
    const { components } = shown(vietNam);
    expect(components.map(({ id }) => id)).toEqual([...inherentLines]);
    expect(components[0]).toEqual({
      id: 'country',
      label: 'Country',
      rule: 'R1',
      points: -15.2,
      error: expect.closeTo(6.056, 3),
      known: true,
    });
    expect(components.slice(1).map(({ points, known }) => [points, known])).toEqual(Array.from({ length: 12 }, () => [0, false]));
    expect(components.map(({ error }) => error).slice(1)).toEqual([9, 4, 0, 7, 2, 5, 4, 4, 4, 1.5, 2, 3]);
  });

  it('does not say whose draws it is', () => {
    expect(shown(vietNam).drawable).toMatchObject({ floor: null, country: { code: 'VN' } });
    expect(shown(vietNam).drawable).not.toHaveProperty('id');
  });
});

describe('the people concerned', () => {
  it('are the workers times the probability, at the score and at both ends', () => {
    const { people, probability } = shown(plant);
    expect(people?.expected).toBeCloseTo(800 * probability.point, 9);
    expect([people?.low, people?.high]).toEqual(['tens', 'hundreds']);
  });

  it('are not given where the number of workers is not known, or no longer', () => {
    expect(shown({ ...plant, workers: { value: 800, withdrawn: true } }).people).toBeNull();
    expect(shown(vietNam).people).toBeNull();
  });
});

describe('what a score rests on', () => {
  it('is what it rests on, where no override lowers it', () => {
    expect(shown(office).basis).toStrictEqual({ grade: 'D' });
    const answers = [{ question: 'P6.Q3', value: 'yes', evidence: 'audit-announced', answeredOn: '2026-11-01' } as const];
    expect(shown(office, { instrument: 'ilo-ten-principles@1.0.0', answers }).basis).toStrictEqual({ grade: 'A' });
    expect(shown(office, { overrides: [override('O4')] }).basis).toEqual({ grade: 'D' });
  });

  it('is at most claims where access was refused: A and B fall to C, what is less stays', () => {
    const basis = (evidence: 'audit-announced' | 'document-checked' | 'self-declared') => {
      const answers = [{ question: 'P6.Q3', value: 'yes', evidence, answeredOn: '2026-11-01' } as const];
      return shown(office, { instrument: 'ilo-ten-principles@1.0.0', answers, overrides: [override('O8')] }).basis;
    };
    for (const evidence of ['audit-announced', 'document-checked', 'self-declared'] as const)
      expect(basis(evidence), evidence).toEqual({ grade: 'C', loweredBy: 'O8' });
    expect(shown(office, { overrides: [override('O8')] }).basis).toEqual({ grade: 'D', loweredBy: 'O8' });
    expect(shown(vietNam, { overrides: [override('O8')] }).basis).toEqual({ grade: 'E', loweredBy: 'O8' });
  });
});

describe('the facts that are missing', () => {
  it('are named by their field, the widest line first', () => {
    expect(shown(vietNam).missing).toEqual([
      ...['sector', 'migrantShare', 'migrantOrigins', 'products', 'agencyShare', 'subcontracting', 'housing', 'workerVoice'],
      ...['internalMigrantShare', 'vulnerableGroups', 'peakRatio'],
    ]);
  });

  it('are those of the lines that are not known', () => {
    expect(shown(plant).missing).toEqual([
      ...['agencyShare', 'subcontracting', 'housing', 'workerVoice', 'internalMigrantShare', 'vulnerableGroups', 'peakRatio'],
    ]);
    expect(new Set(Object.values(componentFields)).size).toBe(inherentLines.length);
  });

  it('without a country are the country alone, with the overrides that were given', () => {
    expect(scoreOf(workThrough({ asOf, facts: { sector: { value: '62' } }, overrides: [override('O8')] }))).toMatchObject({
      ...{ status: 'not-scored', asOf, missing: ['countries'], vintages: {}, overrides: [{ code: 'O8' }] },
      reasons: [{ code: 'country-unknown', text: expect.stringContaining('No country') }],
    });
  });
});

describe('the tables that were read', () => {
  const tables = (facts: PlacedFacts, more: Partial<AssessInput> = {}) => Object.keys(shown(facts, more).vintages);
  const ofVietNam = ['governance', 'trafficking-tiers', 'informal-employment', 'migrant-share', 'child-indicators'];

  it('are those of the country and of each fact that is known', () => {
    expect(tables(vietNam)).toEqual(ofVietNam);
    expect(tables({ ...vietNam, sector: { value: '1410' } })).toContain('sector-odds');
    expect(tables({ ...vietNam, products: { value: ['garments'] } })).toContain('listed-goods');
    expect(tables(plant)).toEqual(expect.arrayContaining(['sponsorship', 'corridors']));
    expect(tables({ countries: { value: ['KP'] } })).toContain('state-sponsored');
  });

  it('are named where child labour alone reads them', () => {
    const ghana: PlacedFacts = { countries: { value: ['GH'] }, products: { value: ['chocolate'] } };
    expect(tables(ghana)).toContain('listed-goods');
  });

  it('are named by hash and title where the organization loaded its own', () => {
    const { hash } = loadOwnTable({
      ...{ kind: 'slavery-index', title: 'Index 2026', producer: 'Own reading', licence: 'Used under licence' },
      ...{ publishedOn: '2026-09', inForceFrom: '2026-11-30' },
      tables: { 'slavery-index': { rows: [{ iso2: 'VN', perThousand: 4 }], removed: [] } },
    });
    expect(shown(vietNam, { ownTables: [hash] }).vintages).toMatchObject({ governance: '2024', [`own:${hash}`]: 'Index 2026' });
  });
});

describe('child labour as shown', () => {
  it('has its own score, interval and lines, which add up', () => {
    expect(shown(vietNam).child).toEqual({
      ...{ score: 42.5, band: 'moderate', error: expect.closeTo(Math.sqrt(6 ** 2 + 12 ** 2 + 4 ** 2 + 4 ** 2), 9), low: 18.5, high: 66.4 },
      components: [
        { id: 'country', points: -7.5, error: 6, isKnown: true },
        { id: 'sector', points: 0, error: 12, isKnown: false },
        { id: 'product', points: 0, error: 4, isKnown: false },
        { id: 'young-workers', points: 0, error: 4, isKnown: false },
      ],
    });
    expect(shown(plant).child).toMatchObject({
      score: 42,
      low: 25.5,
      high: 58.6,
      components: [{ points: -13 }, { points: 1 }, { points: 4 }, { points: 0 }],
    });
  });
});
