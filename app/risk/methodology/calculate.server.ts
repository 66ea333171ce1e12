import { assess, mostTelling } from '#scoring';
import { supposedShown } from '~/risk/scores/sensitivity.server';
import { type CalculatorInput, readCalculator } from './calculator-input';

export type Calculated = ReturnType<typeof calculate>;

/**
 * The result of the method for the facts in an address, with the whole calculation; nothing is stored and no party is named. `result` is null without input
 * and where the day cannot be scored: `dayProblem` then says whether it is invalid or before the method.
 */
export function calculate(params: URLSearchParams, today: string) {
  const input = readCalculator(params, today);
  const { values, groups, wrong, placeFound } = input;
  const base = { values, groups, wrong, placeFound, ...nothing };
  if (input.asOf === null) return { ...base, dayProblem: 'no-day' as const };
  if (Object.keys(input.facts).length === 0) return base;
  try {
    return { ...base, ...scored(input, input.asOf) };
  } catch (error) {
    if (error instanceof RangeError) return { ...base, dayProblem: 'before-method' as const };
    throw error;
  }
}

const nothing = {
  asOf: null as string | null,
  shown: null as ReturnType<typeof scored>['shown'] | null,
  dayProblem: null as 'no-day' | 'before-method' | null,
};

function scored({ facts }: CalculatorInput, asOf: string) {
  const { trace, ...result } = assess({ asOf, facts });
  const telling = mostTelling({ asOf, facts }).map(({ best, worst, ...rest }) => ({
    ...rest,
    best: supposedShown(best),
    worst: supposedShown(worst),
  }));
  return { asOf, shown: { result, trace, telling } };
}
