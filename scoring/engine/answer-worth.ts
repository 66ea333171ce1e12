import { creditOf } from '../instruments/choices.ts';
import type { AnswerGiven, AnswerValue } from '../types.ts';
import type { ControlQuestion } from './control-credit.ts';
import { kept } from './kept.ts';
import type { Method } from './method.ts';
import { isOlderThan } from './months.ts';

/** The words of YNP with a worth of their own. */
export const answerWordOf = (value: AnswerValue): 'yes' | 'partial' | 'no' | undefined =>
  (['yes', 'partial', 'no'] as const).find((word) => word === value);

const ages = new WeakMap<Method, Map<string, number>>();

/** Age factor of an answer: within 12 months full, then falling. A date after `asOf` counts as fresh. */
export function ageFactor(answeredOn: string, method: Method): number {
  const { steps, older } = method.of['R5.age'];
  const known = kept(ages, method, () => new Map<string, number>());
  const read = () => steps.find(([months]) => !isOlderThan(answeredOn, method.asOf, months))?.[1] ?? older;
  return kept(known, answeredOn, read, 5000);
}

/** An answer as 0 to 1 on its scale; undefined for don't-know, not-applicable or an answer that does not fit the scale. */
export function valueOfAnswer(question: ControlQuestion, given: AnswerGiven, { of }: Method): number | undefined {
  const { value } = given;
  const { scale, options, base } = question;
  if (typeof value === 'number') {
    // A number is no answer to options: it is what an answer on another scale is worth, in percent.
    const most = { G4: 4, PCT: 100, PICK: 100, TICKS: 100, YNP: undefined }[scale];
    return most !== undefined && value >= 0 && value <= most ? value / most : undefined;
  }
  if (scale === 'PICK' || scale === 'TICKS') return creditOf({ type: scale, options, base }, value);
  const word = scale === 'YNP' ? answerWordOf(value) : undefined;
  return word && of['R5.answers'][word];
}
