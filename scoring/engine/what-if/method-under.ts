import { componentIds } from '../../parameters/schema.ts';
import type { Component } from '../../types.ts';
import { type Method, methodAt } from '../method.ts';

/** Changes of the method that are supposed and never released. */
export type MethodChange = {
  /** Points added to what a country gives (R1), of the most points of the country component as released; below zero it is taken away. By ISO code. */
  countryPoints?: Readonly<Record<string, number>>;
  /** Weights of components (R4), 0 to 100. The others keep their proportions, so that all still add to 100. */
  weights?: Readonly<Partial<Record<Component['id'], number>>>;
};

export type MethodChangeProblem = { code: 'weight-range' | 'weights-sum' | 'country-points-range'; text: string };

/** What cannot be about a change; empty when it can be applied. */
export function problemsOf({ countryPoints = {}, weights = {} }: MethodChange, asOf: string): MethodChangeProblem[] {
  const problems: MethodChangeProblem[] = [];
  const most = methodAt(asOf).of['R4.weights'].country;
  for (const [iso2, points] of Object.entries(countryPoints))
    if (!(Math.abs(points) <= most))
      problems.push({ code: 'country-points-range', text: `${points} points for ${iso2} are not within ${most}.` });
  const set = Object.values(weights);
  for (const weight of set)
    if (!(weight >= 0 && weight <= 100)) problems.push({ code: 'weight-range', text: `${weight} is not within 0 and 100.` });
  const sum = set.reduce((total, weight) => total + weight, 0);
  const isWhole = set.length === componentIds.length;
  if (isWhole ? Math.abs(sum - 100) > 1e-9 : !(sum <= 100))
    problems.push({ code: 'weights-sum', text: `The weights add to ${sum}, not to 100.` });
  return problems;
}

/**
 * The method in force on a day with some of its numbers changed. The released numbers stay as they are: this is another object, with caches of its own.
 * Throws RangeError for a change that `problemsOf` names, and before the first release.
 */
export function methodUnder(asOf: string, change: MethodChange): Method {
  const [problem] = problemsOf(change, asOf);
  if (problem) throw new RangeError(problem.text);
  const released = methodAt(asOf);
  const { country } = released.of['R4.weights'];
  const shifts = Object.entries(change.countryPoints ?? {}).filter(([, points]) => points !== 0);
  return {
    asOf,
    of: { ...released.of, 'R4.weights': weightsUnder(released, change.weights ?? {}) },
    ...(shifts.length > 0 ? { countryShift: Object.fromEntries(shifts.map(([iso2, points]) => [iso2, points / country])) } : {}),
  };
}

function weightsUnder({ of }: Method, set: NonNullable<MethodChange['weights']>): Method['of']['R4.weights'] {
  const released = of['R4.weights'];
  const others = componentIds.filter((id) => set[id] === undefined);
  const left = 100 - componentIds.reduce((sum, id) => sum + (set[id] ?? 0), 0);
  const before = others.reduce((sum, id) => sum + released[id], 0);
  const weights = { ...released, ...set };
  for (const id of others) weights[id] = before === 0 ? left / others.length : (released[id] * left) / before;
  return weights;
}
