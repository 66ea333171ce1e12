import { describe, expect, it } from 'vitest';
import { questionsOf } from './answers.ts';
import { instrument } from './at.ts';

/** How many questions each point of an instrument asks, gathered facts included. */
function countsOf(key: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const section of instrument(key).sections)
    for (const { point } of section.questions) counts[point ?? section.key] = (counts[point ?? section.key] ?? 0) + 1;
  return counts;
}
const run = (prefix: string, counts: readonly number[]) => Object.fromEntries(counts.map((count, at) => [`${prefix}${at + 1}`, count]));

describe('the employers’ checklist', () => {
  const key = 'ilo-employers-checklist@1.0.0';

  it('asks every review item of the fourteen principles, who pays back, and the eight fields of taking action', () => {
    expect(countsOf(key)).toEqual({ ...run('H', [8, 4, 5, 5, 10, 2, 5, 6, 4, 4, 7, 4, 3, 5]), HR: 7, HT: 8, HL: 3 });
    const [prison, coercion, trafficking] = instrument(key).sections.map(({ points }) => points.map((point) => point.key));
    expect(prison).toEqual(['H1']);
    expect([...(coercion ?? []), ...(trafficking ?? [])]).toEqual(Array.from({ length: 13 }, (_, at) => `H${at + 2}`));
  });

  it('says by which means each item is found out, and raises a finding where it is not in order', () => {
    for (const { key: code, type, verify, raises, nonCompliantWhen } of questionsOf(instrument(key))) {
      if (type !== 'NC') continue;
      expect(verify.length, code).toBeGreaterThan(0);
      expect([raises === null, nonCompliantWhen], code).toEqual([false, 'no']);
    }
  });

  it('asks of work by prisoners only where there is any', () => {
    const depending = questionsOf(instrument(key)).filter(({ dependsOn }) => dependsOn?.question === 'H1.1');
    expect(depending.map((each) => each.key)).toEqual(['H1.2', 'H1.3', 'H1.4', 'H1.5', 'H1.6', 'H1.7', 'H1.8']);
  });
});

describe('the lender’s forms', () => {
  it('review every paragraph from 8 to 29, each of its questions', () => {
    const expected = { 8: 3, 9: 6, 10: 2, 11: 2, 12: 4, '13-14': 4, '15-17': 4, '18-19': 4, 20: 8, 21: 7, 22: 4, 23: 7 };
    const third = { 24: 3, 25: 3, 26: 2, 27: 4, 28: 1, 29: 2 };
    const counts = Object.entries({ ...expected, ...third }).map(([paragraph, count]) => [`PS2-${paragraph}`, count]);
    expect(countsOf('ifc-ps2@1.0.0')).toEqual({ ...Object.fromEntries(counts), P6: 3 });
  });

  it('review the ten principles, what the documents hold, and gather scope, workforce and result', () => {
    expect(countsOf('equator-review@1.0.0')).toEqual({
      EQ0: 15,
      EQW: 8,
      ...run('EQ', [8, 6, 6, 5, 8, 6, 7, 5, 3, 7]),
      ...{ 'EQD-D': 13, 'EQD-A': 12, 'EQD-M': 9, 'EQD-P': 5, 'EQD-E': 6, 'EQD-I': 5, 'EQD-C': 12, 'EQD-R': 9 },
      EQZ: 4,
    });
  });

  it('use the five results met, partly, not met, not applicable and not assessed, and are for lenders', () => {
    for (const key of ['ifc-ps2@1.0.0', 'equator-review@1.0.0']) {
      const { scales, audience, kind } = instrument(key);
      expect(scales.REVIEW.map(({ value }) => value)).toEqual(['met', 'partial', 'not-met', 'not-assessed', 'not-applicable']);
      expect(audience).toContain('lender');
      expect(kind).toBe('lender-review');
    }
  });

  it('ask nothing of principles 4, 5, 7 and 9 for a project of category C', () => {
    const { sections } = instrument('equator-review@1.0.0');
    for (const section of sections.filter(({ key }) => ['EQ4', 'EQ5', 'EQ7', 'EQ9'].includes(key)))
      for (const { key, dependsOn } of section.questions) expect(dependsOn, key).toEqual({ question: 'EQ1.1', unless: ['c'] });
  });
});

describe('the review of a recruiter', () => {
  const key = 'recruiter-review@1.0.0';

  it('holds the record, seven values of Athens, twelve principles of Dhaka, seven of IRIS, thirteen of fair recruitment, nine kinds of cost', () => {
    expect(countsOf(key)).toEqual({
      RR: 18,
      ...run('A', [1, 1, 1, 1, 1, 1, 1]),
      DA: 1,
      DB: 1,
      ...run('D-', [1, 1, 1, 1, 1, 1, 1, 1, 1, 2]),
      'IR-A': 6,
      'IR-B': 5,
      ...run('IR-', [4, 4, 5, 5, 4]),
      ...run('FR', [1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 2, 2, 1]),
      ...run('F', [3, 3, 3, 3, 3, 3, 3, 3, 3]),
      RZ: 4,
    });
  });

  it('writes down who pays each cost and what the law allows apart from what the standard says', () => {
    const byKey = new Map(questionsOf(instrument(key)).map((question) => [question.key, question]));
    for (let kind = 1; kind <= 9; kind += 1) {
      expect(byKey.get(`F${kind}.1`)?.options?.map(({ value }) => value)).toContain('worker');
      expect(byKey.get(`F${kind}.2`)?.type).toBe('REVIEW');
      expect(byKey.get(`F${kind}.3`)?.options?.map(({ value }) => value)).toEqual(['no', 'yes', 'some', 'not-known']);
    }
  });
});

it('instruments of those who assess give no credit and name the question that says how it was checked', () => {
  for (const key of ['ilo-employers-checklist@1.0.0', 'ifc-ps2@1.0.0', 'equator-review@1.0.0', 'recruiter-review@1.0.0']) {
    const { scores, evidenceFrom, summary } = instrument(key);
    expect([scores, typeof evidenceFrom, summary === null], key).toEqual([false, 'string', false]);
  }
});
