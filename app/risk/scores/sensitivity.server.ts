import { type EvidenceGrade, lowerScore, mostTelling, type Supposed } from '#scoring';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { questionTexts } from './find-source-links.server';
import type { StoredScore } from './read-score.server';

/**
 * What would change most about a stored score: unknown facts by the probability that they move it to another band, and answers that would lower it when shown by `evidence`.
 * A supplier that was asked nothing is tried with the questionnaire that is opened when none is named. Null when the numbers of that day are not held.
 */
export function sensitivityOf({ input, responseId }: Pick<StoredScore, 'input' | 'responseId'>, evidence: EvidenceGrade) {
  try {
    const lower = lowerScore(input, { evidence, instrument: defaultInstrument });
    const texts = questionTexts(input.instrument ?? defaultInstrument);
    return {
      telling: mostTelling(input).map(({ best, worst, ...rest }) => ({ ...rest, best: supposedShown(best), worst: supposedShown(worst) })),
      evidence,
      isAsked: input.instrument !== undefined,
      together: lower?.together ?? null,
      answers: (lower?.answers ?? []).map((answer) => {
        const text = texts.get(answer.question);
        return { ...answer, responseId, section: text?.section ?? null, text: text?.text ?? answer.question, lang: text?.lang ?? 'en' };
      }),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
export type Sensitivity = NonNullable<ReturnType<typeof sensitivityOf>>;
/** An unknown fact with what it would do to the score. */
export type TellingFact = Sensitivity['telling'][number];

/** A supposed value as the pages take facts: lists as text parted by commas. */
export const supposedShown = ({ value, ...rest }: Supposed): Omit<Supposed, 'value'> & { value: string | number } => ({
  ...rest,
  value: typeof value === 'string' || typeof value === 'number' ? value : value.join(', '),
});
