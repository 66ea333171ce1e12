import type { AnswerGiven, Contradiction } from '../types.ts';
import type { ControlQuestion, CreditRule } from './control-credit.ts';
import type { Method } from './method.ts';

export type Asked = { questions: ControlQuestion[]; rules: CreditRule[]; contradictions: Contradiction[] };

/** The control questions of an instrument with the rules between its answers. Without an instrument nothing was asked. */
export function controlsOf(instrumentKey: string | undefined, _answers: readonly AnswerGiven[], _method: Method): Asked {
  if (instrumentKey === undefined) return { questions: [], rules: [], contradictions: [] };
  throw new RangeError(`unknown instrument ${instrumentKey}`);
}
