import type { TenantDb } from '~/access/tenant-db.server';
import { gradeAnswer } from '~/questionnaires/answer-review/grade-answer.server';
import { reviewAnswer } from '~/questionnaires/answer-review/review-answer.server';

type Who = { responseId: string; userId: string; now: Date };
const accepted = ['P1.Q1', 'P1.Q3', 'P2.Q2', 'P3.Q1', 'P3.Q2', 'P4.Q1'];

/** A answer review in progress: some answers accepted, one questioned back, the grade of one corrected with its reason; the rest waits, contradictions among it. */
export async function reviewDemonstration(db: TenantDb, who: Who): Promise<void> {
  for (const question of accepted) done(await reviewAnswer(db, { ...who, question, outcome: 'accepted', comment: '' }));
  const comment = 'You say that the policy binds your suppliers, and that 30 % of them by spend have accepted it. Which of the two is so?';
  done(await reviewAnswer(db, { ...who, question: 'P1.Q2', outcome: 'questioned', comment }));
  const reason = 'The training is told of without a date, a list of who took part or who gave it.';
  done(await gradeAnswer(db, { ...who, question: 'P2.Q1', grade: 'none', reason }));
}

function done(result: { kind: string; code?: string }): void {
  if (result.kind === 'refused') throw new Error(`The demonstration could not review an answer: ${result.code}`);
}
