import { describe, expect, it } from 'vitest';
import { sectorPoints } from '../../odds/sector-points.ts';
import { engineVersion } from '../../odds/version.ts';
import { scoreArchetypes } from '../archetypes.ts';
import { latestInputDay } from '../inputs.ts';
import { divisionsByEmployees, iloSectors } from './employees.ts';
import { judge, targetIds } from './judge.ts';
import { knownCases, rankKnownCases } from './known-cases.ts';
import { figuresHash, makeTargetReport } from './make-targets.ts';
import { targetReport } from './read-targets.ts';
import { separationOf } from './separation.ts';
import { ranksUnderOtherWeights } from './sensitivity.ts';
import { compareTotals } from './totals.ts';

const asOf = latestInputDay();

describe('the published targets of method 2', () => {
  it('are of the numbers, tables and situations in force', () => {
    const { registered, asOf: publishedOn, face, totals, engineVersion: version } = targetReport();
    expect([registered.hash, publishedOn, version]).toEqual([figuresHash(asOf), asOf, engineVersion]);
    expect(face.inBand).toBe(scoreArchetypes(asOf).filter(({ off }) => off === 0).length);
    for (const [at, { ratio }] of compareTotals(asOf).entries()) expect(totals[at]?.ratio).toBeCloseTo(ratio, 3);
  });

  // Bootstraps and draws take ten seconds.
  it.runIf(process.env.THOROUGH === '1')('are what the method gives, in every figure that can be made here', () => {
    const published = targetReport();
    const made = makeTargetReport(published.asOf, { lists: published.separation, registeredOn: published.registered.on });
    expect(made).toEqual(published);
  });

  it('judge every target, and hide none that is missed', () => {
    const checks = judge(targetReport());
    expect([...new Set(checks.map(({ target }) => target))]).toEqual([...targetIds]);
    expect(checks.filter(({ isMet }) => isMet === false).length).toBeGreaterThan(0);
    const worse = judge({ ...targetReport(), face: { situations: 100, inBand: 89, twoOff: 1, off: [] } });
    expect(worse.slice(0, 2).map(({ isMet }) => isMet)).toEqual([false, false]);
  });
});

describe('known cases', () => {
  it('are facts without names, of which the score reads none, and state-imposed ones are kept apart', () => {
    const cases = knownCases(asOf);
    expect(cases.filter(({ set }) => set === 'register').length).toBeGreaterThan(500);
    expect(cases.filter(({ set, iso2 }) => set === 'state' && iso2 === 'CN').length).toBeGreaterThan(0);
    expect(cases.filter(({ set, iso2 }) => set !== 'state' && iso2 === 'CN')).toEqual([]);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it('are ranked by the seed alone, and a case ranks above its controls', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => rankKnownCases(asOf, { draws: 20, seed }));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    for (const { bySector } of one ?? []) expect(bySector?.value).toBeGreaterThan(0.5);
  });
});

describe('totals', () => {
  it('of employees add to nearly all, and every division has its part', () => {
    const all = iloSectors(asOf).reduce((sum, { employees }) => sum + employees, 0);
    expect(all).toBeGreaterThan(0.9);
    expect(all).toBeLessThan(1.05);
    const divisions = divisionsByEmployees(asOf);
    expect(divisions).toHaveLength(88);
    expect(divisions.reduce((sum, { employees }) => sum + employees, 0)).toBeCloseTo(all, 2);
    expect(sectorPoints('2219')?.weight).toBeNull();
  });

  it('are compared for five regions and six sectors', () => {
    const totals = compareTotals(asOf);
    expect(totals.filter(({ kind }) => kind === 'region')).toHaveLength(5);
    expect(totals.filter(({ kind }) => kind === 'sector')).toHaveLength(6);
    for (const { ratio, ours, published } of totals) expect(ratio).toBeCloseTo(ours / published, 9);
  });
});

describe('separation', () => {
  it('is none for suppliers of whom the same is known, and wide from Norway to North Korea', () => {
    const at = (iso2: string, sector: string) => ({ countries: { value: [iso2] }, sector: { value: sector } });
    const alike = separationOf(
      Array.from({ length: 10 }, () => at('VN', '14')),
      asOf,
    );
    expect(alike).toMatchObject({ suppliers: 10, scored: 10, toldApart: 0, bases: { D: 10 } });
    expect(alike.deviation).toBeCloseTo(0, 9);
    const apart = separationOf([at('NO', '62'), at('KP', '14'), at('VN', '14'), {}], asOf);
    expect(apart).toMatchObject({ suppliers: 4, scored: 3 });
    expect(apart.deviation).toBeGreaterThan(14);
    expect(apart.toldApart).toBeGreaterThan(0.6);
  });
});

describe('other weights', () => {
  it('leave the order as it is where nothing moves, and each line moves some situations', () => {
    const { lines, together } = ranksUnderOtherWeights(asOf, { draws: 10 });
    expect(together.worst).toBeLessThanOrEqual(together.median);
    for (const { correlation } of lines) expect(correlation).toBeGreaterThan(0.5);
    expect(lines.find(({ line }) => line === 'country')?.otherBand).toBeGreaterThan(0);
  });
});
