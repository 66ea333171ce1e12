import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessInput, FindingGiven, PartyFacts } from '../types.ts';
import { evidenceGrades, findingGrades, housingChoices } from '../vocabulary.ts';
import { rankList, scoreMany } from './assess.ts';
import { numbersAt } from './parameters.ts';
import { scoreOf } from './score.ts';
import type { LineId } from './score-party.ts';
import { mostCountryPoints, mostFactor, problemsOfMethodChange, whatIf } from './what-if.ts';
import { workThrough } from './work.ts';

const asOf = '2026-12-01';
const given = <T>(value: fc.Arbitrary<T>) => fc.record({ value });
const facts: fc.Arbitrary<PartyFacts> = fc.record(
  {
    countries: given(fc.uniqueArray(fc.constantFrom('VN', 'BD', 'DE', 'QA', 'ZZ'), { maxLength: 3 })),
    sector: given(fc.constantFrom('1410', '01', '70', 'nothing')),
    products: given(fc.uniqueArray(fc.constantFrom('Garments', 'Bricks', 'something else'), { maxLength: 2 })),
    migrantShare: given(fc.double({ min: 0, max: 1, noNaN: true })),
    housing: given(fc.constantFrom(...housingChoices)),
  },
  { requiredKeys: [] },
);
const findings: fc.Arbitrary<FindingGiven[]> = fc
  .array(fc.record({ grade: fc.constantFrom(...findingGrades), evidence: fc.constantFrom(...evidenceGrades) }), { maxLength: 1 })
  .map((list) => list.map((each, index) => ({ ...each, id: `f${index}`, status: 'open' as const })));
const input: fc.Arbitrary<AssessInput> = fc.record({ asOf: fc.constant(asOf), facts, findings });
const parties = fc.array(input, { maxLength: 6 }).map((list) => list.map((each, index) => ({ id: `p${index}`, input: each })));
const method = fc.record({
  countryPoints: fc.dictionary(fc.constantFrom('VN', 'BD', 'DE'), fc.integer({ min: -30, max: 30 }), { maxKeys: 2 }),
  factors: fc.record(
    { country: fc.constantFrom(0, 1, 2), migrant: fc.constantFrom(0.5, 1, 3), findings: fc.constantFrom(0, 1.5) },
    { requiredKeys: [] },
  ),
});
const garments: AssessInput = {
  asOf,
  facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, migrantShare: { value: 0.5 } },
  findings: [{ id: 'f', grade: 'critical', status: 'open', evidence: 'audit-unannounced' }],
};

function standing(each: AssessInput, supposed?: Parameters<typeof workThrough>[1]) {
  const result = scoreOf(workThrough(each, supposed));
  if (result.status === 'not-scored') return null;
  const { score, low, high, band } = result;
  return { score, low, high, band };
}

/** Points by which one party moves, to one decimal. */
function moveOf(each: AssessInput, change: Parameters<typeof whatIf>[0]['method']): number {
  const [row] = whatIf({ asOf, parties: [{ id: 'p', input: each }], ...(change ? { method: change } : {}) });
  return Math.round(((row?.after?.score ?? 0) - (row?.before?.score ?? 0)) * 10) / 10;
}

describe('what if', () => {
  it('scores each party one by one, with the released numbers before and the supposed ones after', () => {
    const released = JSON.stringify(numbersAt(asOf));
    fc.assert(
      fc.property(parties, method, (list, change) => {
        const rows = whatIf({ asOf, parties: list, method: change });
        expect(rows.map(({ id }) => id)).toEqual(list.map(({ id }) => id));
        for (const [index, row] of rows.entries()) {
          const each = list[index]?.input ?? garments;
          expect(row.before).toEqual(standing(each));
          expect(row.after).toEqual(standing(each, change));
          expect(row.place).toBeNull();
        }
      }),
    );
    expect(JSON.stringify(numbersAt(asOf))).toBe(released);
  });

  it('raises no score when a country is taken as better, and lowers none when as worse', () => {
    fc.assert(
      fc.property(parties, fc.integer({ min: 1, max: mostCountryPoints }), (list, points) => {
        const under = (shift: number) => whatIf({ asOf, parties: list, method: { countryPoints: { VN: shift } } });
        for (const { before, after } of under(-points)) expect(after?.score ?? 0).toBeLessThanOrEqual(before?.score ?? 0);
        for (const { before, after } of under(points)) expect(after?.score ?? 0).toBeGreaterThanOrEqual(before?.score ?? 0);
      }),
    );
  });

  it('moves a country by the points given, and a line by the part of its points', () => {
    expect(moveOf(garments, { countryPoints: { VN: 10, BD: 20 } })).toBe(10);
    const [result] = scoreMany([garments]);
    const migrants = result?.status === 'scored' ? (result.components.find(({ id }) => id === 'migrant')?.points ?? 0) : 0;
    expect(migrants).toBeGreaterThan(1);
    expect(moveOf(garments, { factors: { migrant: 0 } })).toBeCloseTo(-migrants, 0);
    expect(moveOf(garments, { factors: { migrant: 2 } })).toBeCloseTo(migrants, 0);
    expect(moveOf(garments, { factors: { migrant: 1 }, countryPoints: { VN: 0 } })).toBe(0);
  });

  it('changes facts, closes findings and drops parties, each for that party alone', () => {
    const list = ['a', 'b', 'c', 'd'].map((id) => ({ id, input: garments }));
    const fewer: PartyFacts = { migrantShare: { value: 0 } };
    const [a, b, c, d] = whatIf({
      ...{ asOf, parties: list },
      changes: { a: { facts: fewer }, b: { closedFindings: ['f'] }, c: { isDropped: true } },
    });
    expect(a?.after).toEqual(standing({ ...garments, facts: { ...garments.facts, ...fewer } }));
    expect(a?.after?.score).toBeLessThan(a?.before?.score ?? 0);
    expect(b?.after?.score).toBeLessThan(b?.before?.score ?? 0);
    expect(c).toMatchObject({ isDropped: true, after: null });
    expect(d?.after).toEqual(d?.before);
  });

  it('scores as of its own day, whatever day an input names', () => {
    const [row] = whatIf({ asOf, parties: [{ id: 'p', input: { ...garments, asOf: '2026-06-01' } }] });
    expect(row?.before).toEqual(standing(garments));
  });

  it('places parties as the list does before, and without what was dropped after', () => {
    const countries = ['NO', 'VN', 'QA', 'BD', 'DE'];
    const list = countries.map((code) => ({ id: code, input: { asOf, facts: { countries: { value: [code] } } } }));
    const rows = whatIf({ asOf, parties: list, changes: { QA: { isDropped: true } }, isPlaced: true });
    const placed = (ids: readonly string[]) =>
      rankList(
        list.filter(({ id }) => ids.includes(id)),
        { asOf },
      ).map(({ place }) => place);
    expect(rows.map(({ place }) => place?.before)).toEqual(placed(countries));
    const left = rows.filter(({ id }) => id !== 'QA').map(({ place }) => place?.after);
    expect(left).toEqual(placed(countries.filter((code) => code !== 'QA')));
    expect(rows[2]?.place?.after).toBeNull();
  });

  it('names what is out of range and does not apply it', () => {
    const codes = (change: Parameters<typeof problemsOfMethodChange>[0]) => problemsOfMethodChange(change).map(({ code }) => code);
    const most = { countryPoints: { VN: mostCountryPoints, BD: -mostCountryPoints }, factors: { country: 0, voice: mostFactor } };
    expect(codes(most)).toEqual([]);
    expect(codes({ countryPoints: { VN: 31 } })).toEqual(['country-points-range']);
    for (const factor of [-0.1, 3.1, Number.NaN]) {
      const factors: Partial<Record<LineId, number>> = { migrant: factor };
      expect(codes({ factors })).toEqual(['factor-range']);
      expect(() => whatIf({ asOf, parties: [], method: { factors } })).toThrow(RangeError);
    }
    expect(() => whatIf({ asOf, parties: [], method: { countryPoints: { VN: Number.NaN } } })).toThrow(/VN/);
  });
});
