import { describe, expect, it } from 'vitest';
import { nextActs } from './next-acts';

const calm = {
  isScored: true,
  missing: [],
  contradicting: [],
  isAtRisk: false,
  openFindings: 0,
  openResponseId: null,
  assessments: 1,
  tier: 1,
};

describe('nextActs', () => {
  it('has nothing to say of a supplier that is known, asked and sound', () => expect(nextActs(calm)).toEqual([]));

  it('puts the facts without which there is no score first, under the names of the form', () => {
    expect(nextActs({ ...calm, isScored: false, missing: ['countries', 'sector'], assessments: 0, tier: null })).toEqual([
      { kind: 'add-facts', fields: ['country', 'sector'], isScored: false },
      { kind: 'link-chain' },
      { kind: 'open-assessment' },
    ]);
  });

  it('prefers findings and an unfinished assessment to facts that only narrow the interval', () => {
    const acts = nextActs({ ...calm, isAtRisk: true, openFindings: 2, openResponseId: 'a', missing: ['housing'] });
    expect(acts.map((act) => act.kind)).toEqual(['solve-findings', 'finish-assessment', 'add-facts']);
  });

  it('asks for contradicting facts to be corrected before an assessment is finished', () => {
    const acts = nextActs({ ...calm, contradicting: ['migrantShare'], openFindings: 1, openResponseId: 'a' });
    expect(acts.map((act) => act.kind)).toEqual(['solve-findings', 'correct-facts', 'finish-assessment']);
  });

  it('offers an assessment once, and never more than three acts', () => {
    const acts = nextActs({ ...calm, isAtRisk: true, assessments: 0, openFindings: 1, tier: null, missing: ['housing'] });
    expect(acts.map((act) => act.kind)).toEqual(['solve-findings', 'open-assessment', 'link-chain']);
  });
});
