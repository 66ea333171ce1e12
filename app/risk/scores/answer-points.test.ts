import { expect, it } from 'vitest';
import type { TraceNode } from '#scoring';
import { pointsOfAnswers } from './answer-points';

const answer = (question: string, value: number, weight: number, response = 'one'): TraceNode => ({
  ...{ id: `score/controls/wages/${question}`, rule: 'R5', label: question, value },
  ...{
    unit: `0 to 1 = value 1 x evidence 0.2 x freshness 1, weight ${weight}`,
    fact: { field: question, source: `answer:${response}:${question}` },
  },
});
const domain = (value: number, inputs: TraceNode[]): TraceNode => ({
  ...{ id: 'score/controls/wages', rule: 'R5', label: 'Wages', value, unit: 'points for weight 12/100 x 0.1', inputs },
});

it('shares the points of a domain among its answers by worth and weight, and leaves answers of other questionnaires out', () => {
  const trace: TraceNode = {
    ...{ id: 'score', rule: 'R5', label: 'Score', value: 50 },
    inputs: [domain(-0.6, [answer('PAY.1', 0.12, 2), answer('ADV.1', 0.05, 1), answer('PAY.2', 0, 1), answer('S4.Q2', 0.11, 1, 'two')])],
  };
  const points = pointsOfAnswers(trace, 'one');
  expect(Object.keys(points)).toEqual(['PAY.1', 'ADV.1', 'PAY.2']);
  expect(points['PAY.1']).toBeCloseTo(-0.36, 6);
  expect(points['ADV.1']).toBeCloseTo(-0.075, 6);
  expect(points['PAY.2']).toBeCloseTo(0, 6);
});

it('has zero for every answer of a domain that earns nothing', () => {
  expect(pointsOfAnswers(domain(0, [answer('PAY.1', 0, 2)]), 'one')).toEqual({ 'PAY.1': 0 });
});
