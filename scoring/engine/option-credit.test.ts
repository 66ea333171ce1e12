import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf, tickAnswer } from '../instruments/answers.ts';
import { completeInstrument } from '../instruments/complete.ts';
import { instrumentSchema } from '../instruments/schema.ts';
import { smallCore } from '../testing/depths.ts';
import type { AnswerGiven, AnswerValue } from '../types.ts';
import { weighControls } from './control-credit.ts';
import { controlsIn } from './controls-of.ts';
import { methodAt } from './method.ts';

const method = methodAt('2026-12-01');
const core = completeInstrument(instrumentSchema.parse(smallCore));
const given = (answers: Record<string, AnswerValue>): AnswerGiven[] =>
  Object.entries(answers).map(([question, value]) => ({ question, value, evidence: 'audit-unannounced', answeredOn: '2026-11-20' }));
const weigh = (answers: Record<string, AnswerValue>) =>
  weighControls({ ...controlsIn(core), answers: given(answers), findings: [] }, method);
const of = (answers: Record<string, AnswerValue>, key: string) => weigh(answers).answers.find(({ question }) => question.id === key);

describe('credit of options', () => {
  it.each([
    ['FEE.1', 'always', 1],
    ['FEE.1', 'mostly', 0.75],
    ['FEE.1', 'never', 0],
    ['CON.1', 'pay hours notice', 1],
    ['CON.1', 'hours notice', 0.6],
    ['CON.1', 'none', 0],
    ['EXI.1', 'none', 1],
    ['EXI.1', 'training', 0.5],
    ['EXI.1', 'deposit training wage', 0],
  ])('%s answered "%s" is worth %d', (key, value, worth) => {
    expect(of({ [key]: value }, key)).toMatchObject({ state: 'answered', value: worth, credit: worth });
  });

  it.each([
    ['FEE.1', 'dont-know'],
    ['FEE.1', 'worker'],
    ['CON.1', 'dont-know'],
    ['CON.1', 'pay house'],
    ['EXI.1', 'not-applicable'],
  ])('%s answered "%s" is unknown', (key, value) => {
    expect(of({ [key]: value }, key)).toMatchObject({ state: 'unknown', credit: 0, best: 1 });
  });

  it('is none for questions without a domain, which are no controls', () => {
    expect(controlsIn(core).questions.map(({ id }) => id)).toEqual([...['FEE.1', 'FEE.2.visa', 'FEE.2.travel', 'CON.1', 'EXI.1', 'MOV.1']]);
  });

  it('never falls when a good line is ticked or a bad one is not, and stays between 0 and 1', () => {
    const ticked = questionsOf(core).filter(({ type, domain }) => type === 'TICKS' && domain !== null);
    fc.assert(
      fc.property(fc.constantFrom(...ticked), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.nat(2), (question, picks, at) => {
        const { options = [], key } = question;
        const without = options.filter((_, index) => picks[index] && index !== at).map(({ value }) => value);
        const changed = options[at];
        const worth = (values: string[]) => of({ [key]: tickAnswer(options, values) }, key)?.value ?? Number.NaN;
        const [less, more] = [worth(without), worth([...without, changed?.value ?? ''])];
        expect(Math.min(less, more)).toBeGreaterThanOrEqual(0);
        expect(Math.max(less, more)).toBeLessThanOrEqual(1);
        expect(Math.sign(more - less) * Math.sign(changed?.credit ?? 0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('answers that limit one another', () => {
  it('take the evidence from a control by what was picked or ticked elsewhere', () => {
    expect(of({ 'FEE.1': 'always', 'FEE.2.visa': 'worker' }, 'FEE.1')).toMatchObject({ credit: 0, voidedBy: 'FEE.2.visa' });
    expect(of({ 'FEE.1': 'always', 'FEE.2.visa': 'shared' }, 'FEE.1')).toMatchObject({ credit: 1 });
    expect(of({ 'MOV.1': 'any-time', 'SIT.1': 'housing', 'EXI.1': 'deposit wage' }, 'MOV.1')).toMatchObject({
      credit: 0,
      voidedBy: 'EXI.1',
    });
  });

  it('let a control count at most what the options of another are worth', () => {
    expect(of({ 'FEE.2.travel': 'employer', 'CON.1': 'pay notice' }, 'FEE.2.travel')).toMatchObject({ credit: 0.6, cappedBy: 'CON.1' });
    expect(of({ 'FEE.2.travel': 'employer', 'CON.1': 'none' }, 'FEE.2.travel')).toMatchObject({ credit: 0, best: 0 });
    expect(of({ 'FEE.2.travel': 'employer' }, 'FEE.2.travel')).toMatchObject({ credit: 0, best: 1 });
  });
});

describe('a question that depends on a tick', () => {
  const domain = (answers: Record<string, AnswerValue>) => weigh(answers).domains.find((each) => each.domain === 'movement-documents');

  it('does not apply where it was not ticked, so that it costs nothing', () => {
    expect(of({ 'SIT.1': 'agency', 'MOV.1': 'permission' }, 'MOV.1')).toMatchObject({ state: 'not-applicable', closedBy: 'SIT.1' });
    expect(domain({ 'SIT.1': 'none', 'EXI.1': 'none' })).toMatchObject({ point: 1, questions: 1 });
    expect(domain({ 'SIT.1': 'housing', 'EXI.1': 'none' })).toMatchObject({ point: 0.5, questions: 2 });
    expect(domain({ 'EXI.1': 'none' })).toMatchObject({ point: 0.5, questions: 2 });
  });

  it('counts as unknown once a finding shows that it applies', () => {
    const finding = { id: 'f1', grade: 'major', status: 'open', evidence: 'audit-unannounced', question: 'MOV.1' } as const;
    const found = weighControls({ ...controlsIn(core), answers: given({ 'SIT.1': 'none' }), findings: [finding] }, method);
    expect(found.answers.find(({ question }) => question.id === 'MOV.1')).toMatchObject({ state: 'unknown', credit: 0, best: 0 });
  });

  it('counts where the other is not answered or not known', () => {
    expect(of({ 'MOV.1': 'set-hours' }, 'MOV.1')?.credit).toBe(0.5);
    expect(of({ 'SIT.1': 'dont-know', 'MOV.1': 'set-hours' }, 'MOV.1')?.credit).toBe(0.5);
  });
});

describe('a question that another answer hides', () => {
  const chained = (unless: string[]) => {
    const [first, second] = smallCore.sections;
    const questions = second?.questions.map((each) =>
      each.key === 'EXI.1' ? { ...each, dependsOn: { question: 'FEE.1', unless } } : each,
    );
    return completeInstrument(instrumentSchema.parse({ ...smallCore, sections: [first, { ...second, questions }] }));
  };
  const stateOf = (unless: string[], answers: Record<string, AnswerValue>) =>
    weighControls({ ...controlsIn(chained(unless)), answers: given(answers), findings: [] }, method).answers.find(
      ({ question }) => question.id === 'EXI.1',
    )?.state;

  it('earns nothing, but does not apply where the hiding answer is the best', () => {
    expect(stateOf(['never', 'always'], { 'FEE.1': 'never' })).toBe('not-asked');
    expect(stateOf(['never', 'always'], { 'FEE.1': 'always' })).toBe('not-applicable');
    expect(stateOf(['never'], { 'FEE.1': 'always' })).toBe('unknown');
  });
});
