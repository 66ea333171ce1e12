import { questionsOf, restrictedPoints } from '#scoring';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import type { instrument } from '~/questionnaires/templates/instrument-at.server';

type Question = { type: string; point?: string | null | undefined };

/** Whether a compliance question is counted: of a compliance point with a zero-tolerance question nothing is, as two counts can be subtracted. */
export const isCounted = (key: string, { type, point }: Question): boolean =>
  type === 'NC' && !isZeroToleranceQuestion(key) && !restrictedPoints().has(point ?? '');

/** The compliance questions of a questionnaire that are counted. */
export const countedQuestions = (asked: ReturnType<typeof instrument>): ReadonlySet<string> =>
  new Set(questionsOf(asked).flatMap((question) => (isCounted(question.key, question) ? [question.key] : [])));
