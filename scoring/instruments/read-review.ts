import { type Answers, answersThatCount, visibleQuestions } from './answers.ts';
import type { InstrumentPoint, InstrumentQuestion, InstrumentSection } from './complete.ts';

export type ReviewReading = {
  /** Section or, where it has points, point; in the order of the instrument. */
  key: string;
  section: string;
  met: number;
  partly: string[];
  notMet: string[];
  /** Questions asked that were not assessed. */
  open: string[];
  notApplicable: number;
};

type Reviewed = {
  sections: readonly (Pick<InstrumentSection, 'key'> & { points: readonly InstrumentPoint[]; questions: readonly InstrumentQuestion[] })[];
};

/**
 * What a review, or a checklist without compliance clusters, found: by point what is in order, partly, not, and not assessed. A question that another answer
 * hides is not asked; what was not answered was not assessed. There is no total: a review is no grade. Pure.
 */
export function readReview(instrument: Reviewed, answers: Answers): ReviewReading[] {
  const counted = answersThatCount(instrument, answers);
  const asked = new Set(visibleQuestions(instrument, answers).map(({ key }) => key));
  return instrument.sections.flatMap((section) => {
    const reviewed = section.questions.filter(({ key, type }) => asked.has(key) && (type === 'REVIEW' || type === 'NC'));
    const keys = [...new Set(reviewed.map(({ point }) => point ?? section.key))];
    return keys.map((key): ReviewReading => {
      const own = reviewed.filter(({ point }) => (point ?? section.key) === key).map((question) => question.key);
      const answered = (...words: string[]) => own.filter((question) => words.some((word) => word === counted[question]));
      const settled = answered('met', 'compliant', 'partial', 'not-met', 'not-compliant', 'not-applicable');
      return {
        key,
        section: section.key,
        met: answered('met', 'compliant').length,
        partly: answered('partial'),
        notMet: answered('not-met', 'not-compliant'),
        open: own.filter((question) => !settled.includes(question)),
        notApplicable: answered('not-applicable').length,
      };
    });
  });
}
