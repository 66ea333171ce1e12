import { expect, test } from 'vitest';
import { parameterAt, worldScore } from '#scoring';
import { readWorked } from './read-worked.server';
import { handSteps } from './worked-steps';
import { workedIds } from './worked-inputs';

const asOf = '2026-11-30';

/** The standard normal distribution function, by integration. */
function normalBelow(z: number): number {
  const steps = 4000;
  const from = -8;
  const width = (z - from) / steps;
  let sum = 0;
  for (let at = 0; at < steps; at += 1) sum += Math.exp(-((from + (at + 0.5) * width) ** 2) / 2);
  return (sum * width) / Math.sqrt(2 * Math.PI);
}

test.each(workedIds)('%s: rows, interval, probability and people follow from one another as the page says', (id) => {
  const worked = readWorked(id, asOf);
  if (!worked) throw new Error('not scored');
  const { input, result, states, worldOdds } = worked;
  const { components, lines, score, low, high, probability, people, drawable } = result;
  expect(components.reduce((sum, { points }) => sum + points, worldScore)).toBeCloseTo(lines.inherent, 5);
  expect(lines.inherent + lines.controlCredit + lines.findingsUplift + lines.overrideUplift).toBeCloseTo(score, 5);
  expect(drawable.score).toBeCloseTo(score, 0.9);
  const deviation = Math.hypot(...components.map(({ error }) => error));
  const below = (value: number) => states.reduce((sum, { weight, mean }) => sum + weight * normalBelow((value - mean) / deviation), 0);
  expect(states.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  expect(below(low)).toBeCloseTo(0.05, 2.5);
  expect(below(high)).toBeCloseTo(0.95, 2.5);
  const odds = worldOdds * 2 ** ((score - worldScore) / 10);
  expect(odds / (1 + odds)).toBeCloseTo(probability.point, 4);
  expect(people?.expected).toBeCloseTo((input.facts.workers?.value ?? 0) * probability.point, 1);
  const { child } = result;
  expect(child.components.reduce((sum, { points }) => sum + points, worldScore)).toBeCloseTo(child.score, 0.9);
  expect(Math.hypot(...child.components.map(({ error }) => error))).toBeCloseTo(child.error, 5);
});

test('the examples differ in place, evidence and known facts', () => {
  const read = workedIds.map((id) => readWorked(id, asOf));
  const bands = new Set(read.map((each) => each?.result.band));
  expect(bands.size).toBeGreaterThanOrEqual(3);
  expect(read.find((each) => each?.id === 'spinner')?.result.stateImposed.map(({ reason }) => reason)).toContain('region');
  expect(read.find((each) => each?.id === 'garments')?.result.lines.findingsUplift).toBeGreaterThan(0);
  expect(read.find((each) => each?.id === 'electronics')?.result.lines.controlCredit).toBeGreaterThanOrEqual(
    -parameterAt('R5.most', asOf).value.claimed,
  );
  expect(read.find((each) => each?.id === 'fish')?.result.missing.length).toBeGreaterThan(5);
});

test('a claim that may be false makes the interval a mixture, and its formula says so', () => {
  const formulaOf = (id: string) => {
    const worked = readWorked(id, asOf);
    return worked && handSteps(worked).find(({ key }) => key === 'low')?.formula;
  };
  expect(formulaOf('fish')).toMatch(/^[\d.]+ − 1\.645 × [\d.]+$/);
  expect(formulaOf('garments')).toMatch(/with probability 0\.80 .*with probability 0\.20/);
  expect(readWorked('nonsense', asOf)).toBeNull();
});
