import { type AnswerValue, instrument, type QuestionType, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { reviewAnswer } from '~/questionnaires/answer-review/review-answer.server';
import { signOff } from '~/questionnaires/answer-review/sign-off.server';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';

/** How a supplier of the demonstration answers, by the scale of the question; `except` names single questions. */
type Manner = {
  usual: Partial<Record<QuestionType, AnswerValue>>;
  except: Record<string, AnswerValue>;
  shares: Record<string, number>;
};

const careful: Manner = {
  usual: { G4: 3, YNP: 'yes', PCT: 85, RF: 'no' },
  shares: { migrantShare: 4, agencyShare: 6, peakRatio: 1.2 },
  except: { 'P3.Q6': 'no', 'P4.Q6': 'partial', 'P7.Q2': 'no', 'P10.Q1': 2, 'P8.Q5': 'dont-know', 'P2.Q4': 70, 'P3.Q3': 2 },
};
const troubled: Manner = {
  usual: { G4: 2, YNP: 'partial', PCT: 40, RF: 'no' },
  shares: { migrantShare: 71, agencyShare: 0, peakRatio: 1.4 },
  except: { 'P5.Q2': 3, 'P5.Q3': 'yes', 'P6.Q6': 'yes', 'P5.Q6': 0, 'P8.Q3': 'no', 'P1.Q4': 35, 'P1.Q2': 'yes', 'P5.Q8': 'no', 'P9.Q3': 0 },
};

/** Two finished assessments, one signed off and one with red flags, and one that is open and half answered. */
export async function answerDemonstration(
  db: TenantDb,
  options: { idOf: (key: string) => string; organizationId: string; userId: string },
): Promise<void> {
  const now = new Date();
  const open = async (key: string) => {
    const party = await db.party.findFirstOrThrow({ where: { id: options.idOf(key) }, select: { publicId: true } });
    const opened = await openResponse(db, {
      supplierPublicId: party.publicId,
      instrumentKey: defaultInstrument,
      dueOn: null,
      userId: options.userId,
    });
    if (opened.kind === 'refused') throw new Error(`The demonstration could not open an assessment: ${opened.code}`);
    return opened.responseId;
  };
  const answer = async (responseId: string, manner: Manner, howMany: number) => {
    for (const question of questionsOf(instrument(defaultInstrument)).slice(0, howMany)) {
      const value = question.type === 'FACT' ? manner.shares : (manner.except[question.key] ?? manner.usual[question.type]);
      const answered = await answerQuestion(db, { responseId, question: question.key, value, userId: options.userId, now });
      if (answered.kind === 'refused') throw new Error(`The demonstration could not answer ${question.key}: ${answered.code}`);
    }
  };
  for (const [key, manner] of [
    ['t101', careful],
    ['t105', troubled],
  ] as const) {
    const responseId = await open(key);
    await answer(responseId, manner, Number.POSITIVE_INFINITY);
    const submitted = await submitResponse(db, { responseId, userId: options.userId, now });
    if (submitted.kind === 'refused')
      throw new Error(`The demonstration could not submit: ${submitted.code} ${submitted.unanswered?.join(' ') ?? ''}`);
    if (manner === careful) await review(db, { ...options, responseId, now });
  }
  await answer(await open('t103'), careful, 24);
}

/** Reviews some answers and signs the rest off as not reviewed, which the sign-off records. */
async function review(db: TenantDb, who: { organizationId: string; responseId: string; userId: string; now: Date }): Promise<void> {
  const looked = ['P1.Q1', 'P1.Q2', 'P2.Q1', 'P3.Q1', 'P4.Q1'];
  for (const question of looked) await reviewAnswer(db, { ...who, question, outcome: 'accepted', comment: '' });
  const left = await readDesk(db, { responseId: who.responseId, filter: 'all' });
  const signed = await signOff(db, { ...who, unreviewed: left?.counts.unreviewed ?? null });
  if (signed.kind === 'refused') throw new Error(`The demonstration could not sign off: ${signed.code}`);
}
