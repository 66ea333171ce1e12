import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessInput, FindingGiven, PartyFacts, PlacedFacts } from '../types.ts';
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
const open = { grade: 'critical', status: 'open', evidence: 'audit-unannounced' } as const;
const garments: AssessInput = {
  asOf,
  facts: { countries: { value: ['VN'] }, sector: { value: '1410' }, migrantShare: { value: 0.5 } },
  findings: [{ ...open, id: 'f' }],
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

  it('applies to a party with one of several sites in the country, and to changes of both kinds at once', () => {
    const sites: AssessInput = { ...garments, facts: { ...garments.facts, countries: { value: ['NO', 'VN'] } } };
    expect(moveOf(sites, { countryPoints: { VN: 10 } })).toBe(10);
    const [factor, both] = [{ factors: { migrant: 2 } }, { factors: { migrant: 2 }, countryPoints: { VN: 10 } }].map((change) =>
      moveOf(garments, change),
    );
    expect((both ?? 0) - (factor ?? 0)).toBeCloseTo(10, 9);
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
    // An answer of which a year is over in December and not in June.
    const answer = { question: 'P6.Q3', value: 'yes', evidence: 'audit-announced', answeredOn: '2025-08-15' } as const;
    const inJune: AssessInput = { ...garments, asOf: '2026-06-01', instrument: 'ilo-ten-principles@1.0.0', answers: [answer] };
    const [row] = whatIf({ asOf, parties: [{ id: 'p', input: inJune }] });
    expect(row?.before).toEqual(standing({ ...inJune, asOf }));
    expect(row?.before).not.toEqual(standing(inJune));
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

  it('names every problem of a change, with the number and the range', () => {
    const found = problemsOfMethodChange({ countryPoints: { VN: 31, BD: -40, DE: 3 }, factors: { migrant: -0.1, voice: 3.5, debt: 2 } });
    expect(found.map(({ text }) => text)).toEqual([
      ...['31 points for VN are not within 30.', '-40 points for BD are not within 30.'],
      ...['migrant times -0.1 is not within 0 and 3.', 'voice times 3.5 is not within 0 and 3.'],
    ]);
    expect(problemsOfMethodChange({})).toEqual([]);
  });

  it('scores by the whole method what facts alone do not say', () => {
    const facts: PlacedFacts = { countries: { value: ['MY'] }, sector: { value: '22' }, migrantShare: { value: 0.5 } };
    const answers = [{ question: 'P6.Q3', value: 'yes', evidence: 'audit-announced', answeredOn: '2026-11-01' } as const];
    const override = { id: 'o', code: 'O8', evidence: 'audit-announced', since: '2026-11-01', reason: 'Turned away' } as const;
    const plain = standing({ asOf, facts });
    for (const more of [
      { instrument: 'ilo-ten-principles@1.0.0', answers },
      { overrides: [override] },
      { facts: { ...facts, recruitmentCost: { value: 6 } } },
      { instrument: 'ilo-ten-principles@1.0.0', answers, findings: [{ ...open, id: 'f' }] },
      { findings: [{ ...open, id: 'f' }], overrides: [override] },
    ]) {
      const each: AssessInput = { asOf, facts, ...more };
      const [row] = whatIf({ asOf, parties: [{ id: 'p', input: each }] });
      expect(row?.before).toEqual(standing(each));
      expect(row?.before).not.toEqual(plain);
      expect(row?.after).toEqual(row?.before);
    }
  });

  it('applies supposed numbers to a party whose facts are changed too', () => {
    const moved = { facts: { countries: { value: ['BD'] } } };
    const [row] = whatIf({ asOf, parties: [{ id: 'p', input: garments }], method: { countryPoints: { BD: 12 } }, changes: { p: moved } });
    const inBangladesh = { ...garments, facts: { ...garments.facts, ...moved.facts } };
    expect(row?.before).toEqual(standing(garments));
    expect(row?.after).toEqual(standing(inBangladesh, { countryPoints: { BD: 12 } }));
  });

  it('closes the findings named and no other, as verified on the day', () => {
    const two: AssessInput = { ...garments, findings: ['f', 'g'].map((id) => ({ ...open, id })) };
    const closing = (closedFindings: string[]) =>
      whatIf({ asOf, parties: [{ id: 'p', input: two }], changes: { p: { closedFindings } } })[0]?.after;
    const verified = { ...open, id: 'f', status: 'verified' as const, verifiedOn: asOf };
    expect(closing(['f'])).toEqual(standing({ ...two, findings: [verified, { ...open, id: 'g' }] }));
    expect(closing([])).toEqual(standing(two));
    const none: AssessInput = { asOf, facts: garments.facts };
    expect(whatIf({ asOf, parties: [{ id: 'p', input: none }], changes: { p: { closedFindings: ['f'] } } })[0]?.after).toEqual(
      standing(none),
    );
  });

  it('changes a party by its own name alone, whatever the name is', () => {
    const rows = whatIf({ asOf, parties: ['toString', 'constructor'].map((id) => ({ id, input: garments })), changes: {} });
    for (const { before, after, isDropped } of rows) expect([after, isDropped]).toEqual([before, false]);
  });

  it('has no place and no score of a party without a country, before or after', () => {
    const list = ['VN', 'ZZ', 'BD'].map((code) => ({ id: code, input: { asOf, facts: { countries: { value: [code] } } } }));
    const rows = whatIf({ asOf, parties: list, isPlaced: true, method: { factors: { country: 2 } } });
    expect(rows[1]).toEqual({ id: 'ZZ', before: null, after: null, isDropped: false, place: { before: null, after: null } });
    const scored = list.filter(({ id }) => id !== 'ZZ');
    const ranked = rankList(scored, { asOf }).map(({ place }) => place);
    expect([rows[0]?.place?.before, rows[2]?.place?.before]).toEqual(ranked);
    expect(rows[0]?.after?.score).toBeLessThan(rows[0]?.before?.score ?? 0);
  });

  it('draws a party with the same errors before and after, so that one that is not changed keeps its place', () => {
    const list = ['NO', 'VN', 'QA', 'BD', 'DE'].map((code) => ({
      id: code,
      input: { ...garments, facts: { countries: { value: [code] } } },
    }));
    const rows = whatIf({ asOf, parties: list, isPlaced: true, changes: { DE: { facts: { sector: { value: '70' } } } } });
    for (const { id, place } of rows) if (id !== 'DE' && id !== 'NO') expect(place?.after?.best, id).toBe(place?.before?.best);
    expect(whatIf({ asOf, parties: list, isPlaced: true }).map(({ place }) => place?.after)).toEqual(
      rows.map(({ place }) => place?.before),
    );
  });
});
