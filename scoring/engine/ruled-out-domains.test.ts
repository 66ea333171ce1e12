import { describe, expect, it } from 'vitest';
import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import type { AnswerGiven, AnswerValue, AssessInput, FindingGiven } from '../types.ts';
import { assess } from './assess.ts';
import { domainLabels } from './labels.ts';

const whole = 'ilo-ten-principles@1.0.0';
const short = 'short-form@1.0.0';
const fees = { [whole]: ['P5.Q2', 'P5.Q4', 'P5.Q5', 'P5.Q6'], [short]: ['S2.Q1', 'S2.Q3', 'S2.Q4'] };
const flagOf = { [whole]: 'P5.Q3', [short]: 'S2.Q2' };
const best: Partial<Record<string, AnswerValue>> = { G4: 4, PCT: 100, YNP: 'yes', RF: 'no' };

type Options = {
  key?: typeof whole | typeof short;
  by?: 'facts' | undefined;
  out?: string[];
  flag?: AnswerValue;
  asOf?: string;
  findings?: FindingGiven[];
};

/** A party that answers everything as well as can be, but for the questions on fees, which do not apply. */
function party({ key = whole, by, out = fees[key], flag = 'no', asOf = '2026-11-26', findings = [] }: Options): AssessInput {
  const answers = questionsOf(instrument(key)).flatMap(({ key: question, type }): AnswerGiven[] => {
    const base = { question, evidence: 'audit-unannounced' as const, answeredOn: '2026-11-20' };
    if (out.includes(question))
      return [
        { ...base, value: 'not-applicable', evidence: 'none', scopedOut: 'scope@1.0.0/hired-directly', ...(by ? { scopedBy: by } : {}) },
      ];
    const value = question === flagOf[key] ? flag : best[type];
    return value === undefined ? [] : [{ ...base, value }];
  });
  const facts = { countries: { value: ['NO'] }, sector: { value: '70' }, migrantShare: { value: 0 }, agencyShare: { value: 0 } };
  return { asOf, facts, instrument: key, answers, findings };
}

function scored(options: Options) {
  const result = assess(party(options));
  if (result.status !== 'scored') throw new Error('not scored');
  return { ...result, fees: result.domains.find(({ domain }) => domain === 'recruitment-fees') };
}
const effectiveness = ({ domains }: Pick<ReturnType<typeof scored>, 'domains'>) =>
  domains.reduce((sum, each) => sum + (each.weight / 100) * each.effectiveness, 0);

describe('a domain of which nothing applies (R5)', () => {
  it('leaves its weight to the others where facts that the buyer held rule it out', () => {
    const result = scored({ by: 'facts' });
    expect(result.fees).toMatchObject({ weight: 0, credit: 0, questions: 0, ruledOut: true });
    expect(result.domains.reduce((sum, each) => sum + each.weight, 0)).toBeCloseTo(100, 9);
    expect(result.domains.find(({ domain }) => domain === 'contracts')?.weight).toBeCloseTo(15, 9);
    expect(effectiveness(result)).toBeCloseTo(1, 9);
    expect(result.lines.controlCredit).toBeLessThan(scored({}).lines.controlCredit);
  });

  it('of which it is only claimed earns nothing, as before', () => {
    const result = scored({});
    expect(result.fees).toMatchObject({ weight: 20, credit: 0, questions: 0 });
    expect(result.fees).not.toHaveProperty('ruledOut');
    expect(effectiveness(result)).toBeCloseTo(0.8, 9);
  });

  it('earned nothing whatever ruled it out before the number was in force', () => {
    expect(scored({ by: 'facts', asOf: '2026-11-25' }).lines).toEqual(scored({ asOf: '2026-11-25' }).lines);
  });

  it('stays where one question applies, a red flag was not denied, or a finding speaks against it', () => {
    expect(scored({ by: 'facts', out: fees[whole].slice(1) }).fees?.ruledOut).toBeUndefined();
    for (const flag of ['yes', 'dont-know'] as const) expect(scored({ by: 'facts', flag }).fees?.ruledOut).toBeUndefined();
    const against: FindingGiven = { id: 'f', grade: 'major', status: 'open', evidence: 'document-checked', question: 'P5.Q2' };
    expect(scored({ by: 'facts', findings: [against] }).fees).toMatchObject({ weight: 20, questions: 1, credit: 0 });
    expect(scored({ by: 'facts', findings: [{ ...against, status: 'verified' }] }).fees?.ruledOut).toBe(true);
  });

  it('of a short form takes what it leaves out of that domain along', () => {
    const result = scored({ key: short, by: 'facts' });
    expect(result.fees).toMatchObject({ weight: 0, ruledOut: true });
    expect(result.low).toBeLessThanOrEqual(result.score);
    expect(result.lines.controlCredit).toBeLessThan(scored({ key: short }).lines.controlCredit);
  });

  it('is said in the calculation', () => {
    const text = JSON.stringify(assess(party({ by: 'facts' })).trace);
    expect(text).toContain(`${domainLabels['recruitment-fees']}: does not apply`);
    expect(text).toContain('Facts that the buyer held rule every question of it out: the other domains share its weight.');
  });
});
