import { describe, expect, it } from 'vitest';
import { delphiIndicators, forcedLabourSigns, type SignWeight, signWeights } from '../reference/at.ts';
import { readEleven, readOperational } from '../screening/read-instrument.ts';
import { questionsOf, visibleQuestions } from './answers.ts';
import { instrument } from './at.ts';

const operational = instrument('ilo-operational-indicators@1.0.0');
const eleven = instrument('ilo-eleven-indicators@1.0.0');
const asOf = '2026-11-26';

describe('the operational indicators', () => {
  const dimensions = operational.sections.filter(({ key }) => key !== 'D0');
  const signs = dimensions.flatMap(({ questions }) => questions);

  it('are 67 in six dimensions, 10 10 16 9 15 7, as strong as the survey says', () => {
    expect(dimensions.map(({ questions }) => questions.length)).toEqual([10, 10, 16, 9, 15, 7]);
    const counted = dimensions.map(({ questions }) =>
      signWeights.map((weight: SignWeight) => questions.filter(({ strength }) => strength === weight).length),
    );
    expect(counted).toEqual([
      [1, 8, 1],
      [1, 9, 0],
      [0, 14, 2],
      [1, 7, 1],
      [4, 10, 1],
      [0, 5, 2],
    ]);
    const table = delphiIndicators('adults', asOf);
    expect(signs.map(({ key, dimension, strength, indicators }) => ({ key, dimension, strength, indicators }))).toEqual(
      table.map(({ code, dimension, weight, signs: shown }) => ({ key: code, dimension, strength: weight, indicators: shown })),
    );
    for (const row of table)
      expect(signs.find(({ key }) => key === row.code)?.provenance, row.code).toBe(row.provenance.confidence === 'memory' ? 'M' : '2');
  });

  it('leave out of a screening of people under 18 what their list does not have', () => {
    const shown = visibleQuestions(operational, { 'D0.a': 'children' }).filter(({ type }) => type === 'SIGN');
    expect(shown.map(({ key }) => key)).toEqual(delphiIndicators('children', asOf).map(({ code }) => code));
  });

  it('are read twice: what is not known as absent and as present', () => {
    const nothing = readOperational(operational, { asOf, answers: {} });
    expect(nothing).toMatchObject({ list: 'adults', status: 'inconclusive', kinds: [] });
    const absent = Object.fromEntries(signs.map(({ key }) => [key, 'absent']));
    expect(readOperational(operational, { asOf, answers: absent })).toMatchObject({ status: 'settled' });
    const seen = {
      ...absent,
      'D4.1': 'present',
      'D4.2': 'present',
      'D5.1': 'present',
      'D5.3': 'present',
      'D0.c': 'yes',
      'D0.d': 'no',
      'D0.g': 'yes',
    };
    const reading = readOperational(operational, { asOf, answers: seen });
    expect(reading).toMatchObject({ status: 'settled', lower: 'forced-labour', kinds: ['documents', 'observation'] });
    expect(
      readOperational(operational, { asOf, answers: { ...absent, 'D4.1': 'present', 'D4.2': 'unknown' } }).dimensions[3],
    ).toMatchObject({ lower: false, upper: true });
  });

  it('ask of a child whether there was an act, and read it by the list for children', () => {
    const answers = { 'D0.a': 'children', 'D0.b': 'present', 'D4.1': 'present', 'D4.2': 'present' };
    expect(readOperational(operational, { asOf, answers })).toMatchObject({ list: 'children', lower: 'child-trafficking' });
    expect(readOperational(operational, { asOf, answers: { ...answers, 'D0.b': 'absent' } }).lower).not.toBe('child-trafficking');
  });
});

describe('the eleven indicators', () => {
  it('are the eleven of the booklet in its order, without weights', () => {
    expect(questionsOf(eleven).map(({ key, indicators }) => [key, indicators])).toEqual(
      forcedLabourSigns(asOf).map(({ code, indicator }) => [code, [indicator]]),
    );
    for (const { strength, dimension } of questionsOf(eleven)) expect([strength, dimension]).toEqual([undefined, undefined]);
  });

  it('are unknown where nothing was assessed', () => {
    const reading = readEleven(eleven, { asOf, answers: { I7: 'present', I9: 'absent', I3: 'unknown' } });
    expect(reading.signs.filter(({ state }) => state === 'present').map(({ code }) => code)).toEqual(['I7']);
    expect(reading.signs.filter(({ state }) => state === 'absent').map(({ code }) => code)).toEqual(['I9']);
    expect(reading.signs.filter(({ state }) => state === 'unknown')).toHaveLength(9);
  });
});
