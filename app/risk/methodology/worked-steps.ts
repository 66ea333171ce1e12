import type { HasScore } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatList, formatNumber, formatPercent } from '~/ui/format';
import type { Worked } from './read-worked.server';

/** A step of a score as it is done by hand: its formula with the numbers put in. `rule` leads to what it follows. */
export type HandStep = { key: string; name: string; formula: string; result: string; rule: string };

/** The quantile of the standard normal distribution at 95 %: the interval covers 90 %. */
const atNinetyFive = 1.645;

const write = (value: number, decimals: number) => writeNumber(value, { locale: getLocale(), decimals });
const tenth = (value: number) => write(value, 1);
const hundredth = (value: number) => write(value, 2);
const small = (value: number) => write(value, 5);

/** "50 − 17.8 + 8.0" */
function sumOf(first: number, rest: readonly number[], digits = 1): string {
  const said = rest.filter((each) => each !== 0).map((each) => `${each < 0 ? '−' : '+'} ${formatNumber(Math.abs(each), { digits })}`);
  return [write(first, Number.isInteger(first) ? 0 : digits), ...said].join(' ');
}

const rootOfSquares = (errors: readonly number[]) => Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0));
const squares = (errors: readonly number[]) =>
  `√(${errors
    .filter((error) => error !== 0)
    .map((error) => `${hundredth(error)}²`)
    .join(' + ')})`;

/** What is done with the points of the lines, from their sum to the number of workers concerned. */
export function handSteps(worked: Worked): HandStep[] {
  const { result, worldOdds } = worked;
  const { lines, components, score, probability } = result;
  const odds = worldOdds * 2 ** ((score - 50) / 10);
  return [
    {
      ...{ key: 'inherent', name: m.methodology_worked_inherent(), rule: 'R4' },
      ...{
        formula: sumOf(
          50,
          components.map(({ points }) => points),
        ),
        result: tenth(lines.inherent),
      },
    },
    {
      ...{ key: 'score', name: m.methodology_worked_score(), rule: 'R8' },
      formula: sumOf(lines.inherent, [lines.controlCredit, lines.findingsUplift, lines.overrideUplift]),
      result: tenth(score),
    },
    ...intervalSteps(worked),
    {
      ...{ key: 'odds', name: m.methodology_worked_odds(), rule: 'R8' },
      formula: `${small(worldOdds)} × 2^((${tenth(score)} − 50) ÷ 10)`,
      result: small(odds),
    },
    {
      ...{ key: 'probability', name: m.methodology_worked_probability(), rule: 'R8' },
      formula: `${small(odds)} ÷ (1 + ${small(odds)})`,
      result: formatPercent(probability.point, { digits: 2 }),
    },
    ...peopleStep(worked),
    ...childSteps(result),
  ];
}

function intervalSteps({ result, states }: Worked): HandStep[] {
  const { components, low, high, drawable } = result;
  const errors = components.map(({ error }) => error);
  const deviation = rootOfSquares(errors);
  const mixture = (at: number) =>
    m.methodology_worked_mixture({
      at: formatNumber(at, { digits: 2 }),
      states: formatList(
        states.map(({ weight, mean }) => m.methodology_worked_state({ mean: hundredth(mean), weight: hundredth(weight) })),
      ),
    });
  const end = (sign: '−' | '+') =>
    `${hundredth(drawable.score)} ${sign} ${formatNumber(atNinetyFive, { digits: 3 })} × ${hundredth(deviation)}`;
  const isCertain = states.length === 1;
  return [
    { key: 'deviation', name: m.methodology_worked_deviation(), rule: 'R8', formula: squares(errors), result: hundredth(deviation) },
    { key: 'low', name: m.methodology_worked_low(), rule: 'R8', formula: isCertain ? end('−') : mixture(0.05), result: tenth(low) },
    { key: 'high', name: m.methodology_worked_high(), rule: 'R8', formula: isCertain ? end('+') : mixture(0.95), result: tenth(high) },
  ];
}

function peopleStep({ input, result: { people, probability } }: Worked): HandStep[] {
  const workers = input.facts.workers?.value;
  if (people === null || workers === undefined) return [];
  return [
    {
      ...{ key: 'people', name: m.methodology_worked_people(), rule: 'R8' },
      ...{ formula: `${formatNumber(workers)} × ${formatPercent(probability.point, { digits: 2 })}`, result: tenth(people.expected) },
    },
  ];
}

function childSteps({ child }: HasScore): HandStep[] {
  const { score, error, components, low, high } = child;
  return [
    {
      ...{ key: 'child', name: m.methodology_worked_child(), rule: 'child-labour' },
      ...{
        formula: sumOf(
          50,
          components.map(({ points }) => points),
        ),
        result: tenth(score),
      },
    },
    {
      ...{ key: 'child-interval', name: m.methodology_worked_child_interval(), rule: 'child-labour' },
      formula: `${tenth(score)} ± ${formatNumber(atNinetyFive, { digits: 3 })} × ${squares(components.map((each) => each.error))} = ${tenth(score)} ± ${formatNumber(atNinetyFive, { digits: 3 })} × ${hundredth(error)}`,
      result: m.shell_interval({ low: tenth(low), high: tenth(high) }),
    },
  ];
}
