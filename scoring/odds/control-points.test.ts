import { describe, expect, it } from 'vitest';
import { type ControlQuestion, type LeftOut, weighControls } from '../engine/control-credit.ts';
import { methodAt } from '../engine/method.ts';
import type { AnswerGiven } from '../types.ts';
import { type ControlDomain, controlDomains, type EvidenceGrade } from '../vocabulary.ts';
import { controlPoints } from './control-points.ts';

const method = methodAt('2026-12-01');
const question = (id: string, domain: ControlDomain, weight = 1): ControlQuestion => ({
  ...{ id, domain, weight, scale: 'YNP', mayBeNotApplicable: true },
});
const answer = (id: string, evidence: EvidenceGrade, value: 'yes' | 'no' | 'not-applicable' = 'yes'): AnswerGiven => ({
  ...{ question: id, value, evidence, answeredOn: '2026-11-01' },
});
const pointsOf = (questions: ControlQuestion[], answers: AnswerGiven[], leftOut: LeftOut = {}) =>
  controlPoints(weighControls({ questions, answers, leftOut, rules: [], findings: [] }, method), method.of);

describe('the points of controls', () => {
  it('are the part that an answer has of its domain, times the part that the domain has of 20 points', () => {
    // Contracts weigh 12 of 100.
    const contracts = [question('a', 'contracts', 1.5), question('b', 'contracts', 0.5)];
    const { points, byEvidence } = pointsOf(contracts, [answer('a', 'audit-unannounced')]);
    expect(points).toBeCloseTo(-20 * 0.12 * 0.75, 9);
    expect(byEvidence['audit-unannounced']).toBe(points);
    expect(pointsOf(contracts, [answer('b', 'audit-unannounced')]).points).toBeCloseTo(-20 * 0.12 * 0.25, 9);
    expect(pointsOf(contracts, [answer('a', 'audit-unannounced', 'no')]).points).toBe(0);
  });

  it('add over domains, and are shown by the evidence behind them', () => {
    const questions = [question('a', 'contracts'), question('b', 'recruitment-fees')];
    const { points, byEvidence } = pointsOf(questions, [answer('a', 'document-checked'), answer('b', 'audit-announced')]);
    expect(byEvidence).toEqual({
      ...{ none: 0, 'self-declared': 0, 'document-uploaded': 0, 'audit-unannounced': 0 },
      'document-checked': expect.closeTo(-20 * 0.12 * 0.7, 9),
      'audit-announced': expect.closeTo(-20 * 0.2 * 0.85, 9),
    });
    expect(points).toBeCloseTo(-20 * (0.12 * 0.7 + 0.2 * 0.85), 9);
  });

  it('count what a short form leaves out as without credit', () => {
    const [asked] = [question('a', 'contracts')];
    const answers = [answer('a', 'audit-unannounced')];
    expect(pointsOf([asked], answers, { contracts: 3 }).points).toBeCloseTo(-20 * 0.12 * 0.25, 9);
    expect(pointsOf([asked], answers, { wages: 3 }).points).toBeCloseTo(-20 * 0.12, 9);
  });

  it('share the weight of a question that does not apply among the others of its domain', () => {
    const questions = [question('a', 'contracts'), question('b', 'contracts', 3)];
    const answers = [answer('a', 'audit-unannounced'), answer('b', 'audit-unannounced', 'not-applicable')];
    expect(pointsOf(questions, answers).points).toBeCloseTo(-20 * 0.12, 9);
  });

  it('are none of a domain in which nothing applies', () => {
    const questions = [question('a', 'contracts'), question('b', 'wages')];
    const answers = [answer('a', 'audit-unannounced', 'not-applicable'), answer('b', 'audit-unannounced')];
    expect(pointsOf(questions, answers).points).toBeCloseTo(-20 * 0.12, 9);
    expect(pointsOf(questions, answers.slice(0, 1)).points).toBe(0);
  });

  it('are at most 3 for what is only claimed, and leave what was checked alone', () => {
    const questions = controlDomains.flatMap((domain) => [question(`${domain} 1`, domain), question(`${domain} 2`, domain)]);
    const claims = questions.map(({ id }) => answer(id, 'self-declared'));
    expect(pointsOf(questions, claims)).toMatchObject({ points: -3, byEvidence: { 'self-declared': -3, none: 0 } });
    // Half of the answers: two points, below the limit.
    expect(pointsOf(questions, claims.slice(0, questions.length / 2)).points).toBeGreaterThan(-3);
    const checked = claims.map((each, at) => (at < 2 ? { ...each, evidence: 'document-checked' as const } : each));
    const { byEvidence } = pointsOf(questions, checked);
    expect(byEvidence['self-declared']).toBe(-3);
    expect(byEvidence['document-checked']).toBeCloseTo(-20 * 0.08 * 0.7, 9);
  });

  it('without an answer are 0', () => {
    expect(pointsOf([question('a', 'contracts')], []).points).toBe(0);
    expect(pointsOf([], []).points).toBe(0);
  });
});
