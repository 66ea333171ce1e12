import { describe, expect, it } from 'vitest';
import type { AssessInput } from '../types.ts';
import { assess, scoreMany } from '../odds/assess.ts';

const asOf = '2026-11-25';
const place = { countries: { value: ['VN'] }, sector: { value: '14' } };
const instrument = 'ilo-ten-principles@1.0.0';
const finding = { id: 'f', grade: 'major', status: 'open', evidence: 'document-checked' };
const answer = { question: 'P1.Q1', value: 2, evidence: 'document-checked', answeredOn: '2026-11-01' };
/** Input as it could come from outside, where no compiler looks. */
const outside = (facts: object, more: object = {}) => ({ asOf, facts: { ...place, ...facts }, ...more }) as unknown as AssessInput;

describe('impossible input is refused by name, never scored', () => {
  it.each<[string, AssessInput, RegExp]>([
    ['a share above one', outside({ migrantShare: { value: 1.7 } }), /migrantShare is 1.7/],
    ['a negative share', outside({ internalMigrantShare: { value: -0.2 } }), /internalMigrantShare is -0.2/],
    ['a share that is no number', outside({ agencyShare: { value: Number.NaN } }), /agencyShare is NaN/],
    ['a share that was withdrawn', outside({ agencyShare: { value: 7, withdrawn: true } }), /agencyShare is 7/],
    ['a negative ratio', outside({ peakRatio: { value: -3 } }), /peakRatio is -3/],
    ['an endless ratio', outside({ peakRatio: { value: Number.POSITIVE_INFINITY } }), /peakRatio is Infinity/],
    ['a negative count', outside({ workers: { value: -5 } }), /workers is -5/],
    ['a cost of recruitment below nothing', outside({ recruitmentCost: { value: -1 } }), /recruitmentCost is -1/],
    ['half a person', outside({ workers: { value: 2.5 } }), /workers is 2.5/],
    ['an unknown word', outside({ housing: { value: 'castle' } }), /housing is "castle"/],
    ['an unknown word for the voice of workers', outside({ workerVoice: { value: 'some' } }), /workerVoice is "some"/],
    ['an unknown group', outside({ vulnerableGroups: { value: ['giants'] } }), /vulnerableGroups is "giants"/],
    [
      'evidence that is none of the grades',
      outside({}, { instrument, answers: [{ ...answer, evidence: 'hearsay' }] }),
      /P1.Q1 is "hearsay"/,
    ],
    ['a grade that is none', outside({}, { findings: [{ ...finding, grade: 'awful' }] }), /finding f is "awful"/],
    ['a status that is none', outside({}, { findings: [{ ...finding, status: 'gone' }] }), /finding f is "gone"/],
    ['evidence of a finding that is none', outside({}, { findings: [{ ...finding, evidence: 'hearsay' }] }), /finding f is "hearsay"/],
    ['a day before the first numbers', { ...outside({}), asOf: '2025-12-31' }, /2025-12-31/],
  ])('%s', (_name, input, message) => {
    expect(() => assess(input)).toThrow(RangeError);
    expect(() => scoreMany([input])).toThrow(message);
  });
});

describe('a value outside its scale or list is unknown', () => {
  const scored = (input: AssessInput) => {
    const [result] = scoreMany([input]);
    if (result?.status !== 'scored') throw new Error('not scored');
    return { ...result, inputHash: '' };
  };

  it.each([9, -1, 4.5])('an answer of %d on a scale of 0 to 4 earns nothing', (value) => {
    const given = scored(outside({}, { instrument, answers: [{ ...answer, value, evidence: 'audit-unannounced' }] }));
    expect(given.lines.controlCredit).toBe(0);
    expect(given.low).toBe(scored(outside({}, { instrument, answers: [] })).low);
  });

  it('codes of countries and sectors that no table knows', () => {
    const refusal = scoreMany([outside({ countries: { value: ['ZZ'] }, sector: { value: '00' } })])[0];
    expect(refusal).toMatchObject({ status: 'not-scored', reasons: [{ code: 'country-unknown' }] });
  });

  it('an origin that no survey names, and words that name no good, take the prior', () => {
    const { score } = scored(outside({}));
    expect(scored(outside({ migrantOrigins: { value: ['ZZ'] }, products: { value: ['something else'] } })).score).toBe(score);
  });

  it('the ends of the scales still count', () => {
    const ends = {
      migrantShare: { value: 0 },
      internalMigrantShare: { value: 1 },
      agencyShare: { value: 1 },
      peakRatio: { value: 0 },
      workers: { value: 0 },
    };
    expect(scored(outside(ends)).components.find(({ id }) => id === 'agency')?.points).toBe(11.2);
  });
});
