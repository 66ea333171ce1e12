import { describe, expect, it } from 'vitest';
import type { AssessInput, TraceNode } from '../types.ts';
import { assess, explain, scoreMany } from './assess.ts';
import { methodAt } from './method.ts';
import { bandOf } from './uncertainty.ts';

const asOf = '2026-11-25';
const key = 'ilo-ten-principles@1.0.0';
const facts: AssessInput['facts'] = {
  countries: { value: ['VN'], source: 'file.csv#17' },
  sector: { value: '14', source: 'file.csv#17' },
  products: { value: ['Garments'] },
  migrantShare: { value: 0.35, source: 'file.csv#17' },
};

function scored(input: AssessInput) {
  const result = assess(input);
  if (result.status !== 'scored') throw new Error('not scored');
  return result;
}

function refused(input: AssessInput) {
  const result = assess(input);
  if (result.status !== 'not-scored') throw new Error('scored');
  return result;
}

function nodes(node: TraceNode): TraceNode[] {
  return [node, ...(node.inputs ?? []).flatMap(nodes)];
}

describe('assess', () => {
  it('scores bare facts: no credit, wide interval, low confidence', () => {
    const result = scored({ asOf, facts });
    expect(result.lines).toMatchObject({ controlCredit: 0, findingsUplift: 0, overrideUplift: 0 });
    expect(result.score).toBe(result.lines.inherent);
    expect(result.confidence).toEqual({ grade: 'low', value: 0 });
    expect(result.high - result.low).toBeGreaterThan(25);
    expect(result.components).toHaveLength(11);
    expect(result.missing).toEqual([
      'migrantOrigins',
      'agencyShare',
      'subcontracting',
      'housing',
      'peakRatio',
      'vulnerableGroups',
      'workerVoice',
    ]);
  });

  it('narrows the interval with every fact that becomes known', () => {
    const width = (input: AssessInput['facts']) => {
      const { low, high } = scored({ asOf, facts: input });
      return high - low;
    };
    const more: AssessInput['facts'] = { ...facts, agencyShare: { value: 0.1 } };
    const most: AssessInput['facts'] = {
      ...more,
      housing: { value: 'none' },
      workerVoice: { value: 'independent' },
      migrantShare: { value: 0 },
    };
    expect(width(more)).toBeLessThan(width(facts));
    expect(width(most)).toBeLessThan(width(more));
  });

  it('refuses a score without country or sector, with the components that are known', () => {
    expect(refused({ asOf, facts: { sector: { value: '14' } } }).reasons.map((each) => each.code)).toEqual([
      'country-unknown',
      'coverage-below-floor',
    ]);
    expect(refused({ asOf, facts: { countries: { value: ['VN'] } } }).reasons.map((each) => each.code)).toEqual([
      'sector-unknown',
      'coverage-below-floor',
    ]);
    expect(refused({ asOf, facts: {} }).components).toHaveLength(11);
    expect(
      refused({ asOf, facts: { countries: { value: ['ZZ'] }, sector: { value: '14' }, products: { value: [] } } }).reasons.map(
        (each) => each.code,
      ),
    ).toEqual(['country-unknown', 'coverage-below-floor']);
  });

  it('a country that was withdrawn is no longer known', () => {
    const result = refused({ asOf, facts: { ...facts, countries: { value: ['VN'], withdrawn: true } } });
    expect(result.missing).toContain('countries');
  });

  it('refuses a day before the first release, and an unknown instrument', () => {
    expect(() => assess({ asOf: '2025-12-31', facts })).toThrow(RangeError);
    expect(() => assess({ asOf, facts, instrument: 'no-such@1.0.0' })).toThrow(RangeError);
  });

  it('refuses numbers that are none', () => {
    expect(() => assess({ asOf, facts: { ...facts, migrantShare: { value: Number.NaN } } })).toThrow(RangeError);
  });

  it('an open questionnaire nobody answered changes the lower bound only', () => {
    const before = scored({ asOf, facts });
    const after = scored({ asOf, facts, instrument: key, answers: [] });
    expect(after.score).toBe(before.score);
    expect(after.high).toBe(before.high);
    expect(after.low).toBeLessThan(before.low);
  });

  it('leaves its input alone', () => {
    const input: AssessInput = {
      asOf,
      facts: { ...facts, countries: { value: ['VN', 'BD', 'VN'] } },
      findings: [
        { id: 'b', grade: 'minor', status: 'open', evidence: 'none' },
        { id: 'a', grade: 'minor', status: 'open', evidence: 'none' },
      ],
    };
    const before = JSON.stringify(input);
    assess(input);
    expect(JSON.stringify(input)).toBe(before);
  });

  it('reads the tables of the day: displacement has a newer vintage since June 2026', () => {
    expect(scored({ asOf: '2026-06-01', facts }).vintages.displacement).toBe('2025-06');
    expect(scored({ asOf, facts }).vintages.displacement).toBe('2026-06');
  });
});

describe('trace', () => {
  const result = scored({
    asOf,
    facts,
    instrument: key,
    answers: [{ question: 'P5.Q2', value: 3, evidence: 'document-checked', answeredOn: '2026-10-01', source: 'answer-9' }],
    findings: [{ id: 'f1', grade: 'major', status: 'open', evidence: 'audit-announced', source: 'finding-1' }],
  });
  const all = nodes(result.trace);

  it('has one id for every node', () => {
    expect(new Set(all.map((each) => each.id)).size).toBe(all.length);
  });

  it('ends in a fact, a dated number, a row of a table or a stated unknown', () => {
    for (const leaf of all.filter((each) => !each.inputs || each.inputs.length === 0)) {
      const computed = /\/(share|low|high|lower|upper|best|point|weight|answered|evidence|age)$/.test(leaf.id);
      if (!leaf.fact && !leaf.parameter && !leaf.reference && leaf.unknown === undefined && !computed)
        throw new Error(`${leaf.id} ends in nothing`);
    }
  });

  it('carries the caller’s keys back to the row, the answer and the finding', () => {
    const sources = all.flatMap((each) => (each.fact?.source === undefined ? [] : [each.fact.source]));
    expect(sources).toContain('file.csv#17');
    expect(sources).toContain('answer-9');
    expect(sources).toContain('finding-1');
  });

  it('shows the same numbers as the result', () => {
    expect(result.trace.value).toBe(result.score);
    const value = (id: string) => all.find((each) => each.id === id)?.value;
    expect(value('score/inherent')).toBe(result.lines.inherent);
    expect(value('score/credit')).toBe(result.lines.controlCredit);
    expect(value('score/findings')).toBe(result.lines.findingsUplift);
    for (const component of result.components) expect(value(`score/inherent/${component.id}`)).toBe(component.points);
  });

  it('names producer and licence of every row, and reason and source of every number', () => {
    for (const { reference, parameter } of all) {
      if (reference)
        expect(
          [reference.table, reference.vintage, reference.row, reference.producer, reference.licence].every((each) => each !== ''),
        ).toBe(true);
      if (parameter)
        expect([parameter.id, parameter.effectiveFrom, parameter.reason, parameter.source].every((each) => each !== '')).toBe(true);
    }
    expect(all.some((each) => each.reference?.table === 'governance')).toBe(true);
    expect(all.some((each) => each.parameter?.id === 'R4.weights')).toBe(true);
  });

  it('is there when no score is given, and says why', () => {
    const none = refused({ asOf, facts: { sector: { value: '14' } } });
    expect(none.trace.value).toBeNull();
    expect(none.trace.unknown).toContain('country');
    expect(explain({ asOf, facts: { sector: { value: '14' } } })).toEqual(none.trace);
  });
});

describe('bands (R8)', () => {
  const method = methodAt(asOf);
  it.each([
    [0, 'low'],
    [24.9, 'low'],
    [25, 'moderate'],
    [44.9, 'moderate'],
    [45, 'elevated'],
    [64.9, 'elevated'],
    [65, 'high'],
    [79.9, 'high'],
    [80, 'severe'],
    [100, 'severe'],
  ])('%d is %s', (score, band) => {
    expect(bandOf(score, method)).toBe(band);
  });
});

describe('confidence (R8)', () => {
  it('multiplies what is known, answered, evidenced and fresh', () => {
    const full: AssessInput['facts'] = {
      ...facts,
      countries: { value: ['BD'] },
      migrantShare: { value: 0 },
      agencyShare: { value: 0 },
      subcontracting: { value: 'none' },
      housing: { value: 'none' },
      peakRatio: { value: 1 },
      vulnerableGroups: { value: [] },
      workerVoice: { value: 'independent' },
    };
    const bare = scored({ asOf, facts: full, instrument: key, answers: [] });
    expect(bare.coverage).toBeCloseTo(1, 10);
    expect(bare.confidence.value).toBe(0);
  });
});

describe('scoreMany', () => {
  it('of nothing is nothing', () => {
    expect(scoreMany([])).toEqual([]);
  });

  it('keeps the order of its inputs and mixes scored and refused', () => {
    const results = scoreMany([
      { asOf, facts },
      { asOf, facts: {} },
      { asOf, facts: { ...facts, countries: { value: ['NO'] } } },
    ]);
    expect(results.map((each) => each.status)).toEqual(['scored', 'not-scored', 'scored']);
    expect(results[0]).not.toHaveProperty('trace');
  });
});
