import {
  type AnswerValue,
  type EvidenceGrade,
  evidenceGradeSchema,
  evidenceGrades,
  type GatheredValue,
  gatheredValueSchema,
  type InstrumentQuestion,
  needsAnswer,
  type PeopleCounted,
  questionsOf,
} from '#scoring';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { answerValueSchema, peopleOf, type WorkforceShares, workforceSharesSchema } from './schema';
import type { Shown } from './store-answer.server';

export type EvidenceItem = {
  id: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  grade: EvidenceGrade;
  note: string;
  createdAt: Date;
  /** What the virus scanner said of it, or that it was not asked; what it found. */
  scan: string;
  scanDetail: string | null;
  /** Whether there is a small picture of it. */
  hasPreview: boolean;
  /** The audience beside its own organization; null where unknown. */
  audience: string[] | null;
  /** The last day on which it proves something, and whether that has passed: then it supports no answer. */
  validUntil: string | null;
  isExpired: boolean;
};
export type AnswerItem = {
  /** On the scale of its question. */
  value: AnswerValue | null;
  /** What a question that only gathers was answered; it never counts. */
  gathered: GatheredValue | null;
  shares: WorkforceShares | null;
  /** The people behind the shares: known to the respondent itself only. */
  people: PeopleCounted | null;
  note: string;
  answeredAt: Date;
  /** The question text of that answer; null where unknown. */
  shown: Shown | null;
  evidence: EvidenceItem[];
  evidenceGrade: EvidenceGrade;
};

/** As it is stored (`shownLocale`, `shownRevision`), or as it was shared (`shown`). */
type AnswerRow = {
  question: string;
  value: unknown;
  note: string;
  answeredAt: Date;
  shownLocale?: string | null;
  shownRevision?: number | null;
  shown?: Shown | undefined;
};
const shownOf = ({ shown, shownLocale, shownRevision }: AnswerRow): Shown | null =>
  shown ?? (shownLocale && typeof shownRevision === 'number' ? { locale: shownLocale, revision: shownRevision } : null);

type OfFile = 'fileName' | 'sizeBytes' | 'sha256' | 'scan' | 'scanDetail' | 'hasPreview';
export type EvidenceRow = Omit<EvidenceItem, OfFile | 'grade' | 'isExpired'> & {
  question: string;
  grade: string;
  file: Pick<EvidenceItem, OfFile>;
};

type GradedRow = { question: string; grade: string | null; answeredAt: Date };

/**
 * Stored answers and evidence by question, each answer read on the scale of its question. `reviews`: corrected evidence grades; each applies to the reviewed
 * answer and to no later one. `today`: evidence whose last day is before it supports no answer.
 */
export function gatherAnswers(response: {
  instrumentKey: string;
  answers: readonly AnswerRow[];
  evidence: readonly EvidenceRow[];
  reviews?: readonly GradedRow[];
  today: string;
}): {
  answers: Map<string, AnswerItem>;
  evidenceOf: Map<string, EvidenceItem[]>;
} {
  const evidenceOf = new Map<string, EvidenceItem[]>();
  for (const { question, file, grade, ...item } of response.evidence) {
    const isExpired = item.validUntil !== null && item.validUntil < response.today;
    const shown = { ...item, ...file, grade: evidenceGradeSchema.parse(grade), isExpired };
    evidenceOf.set(question, [...(evidenceOf.get(question) ?? []), shown]);
  }
  const corrected = new Map((response.reviews ?? []).map((review) => [`${review.question} ${review.answeredAt.getTime()}`, review.grade]));
  const answers = new Map<string, AnswerItem>();
  for (const answer of response.answers) {
    const evidence = evidenceOf.get(answer.question) ?? [];
    const shares = workforceSharesSchema.safeParse(answer.value);
    const value = readValue(response.instrumentKey, answer.question, answer.value);
    answers.set(answer.question, {
      value,
      gathered: readGathered(response.instrumentKey, answer.question, answer.value),
      shares: value === null && shares.success ? shares.data : null,
      people: value === null ? peopleOf(answer.value) : null,
      note: answer.note,
      answeredAt: answer.answeredAt,
      shown: shownOf(answer),
      evidence,
      evidenceGrade: evidenceGradeSchema
        .catch(bestGrade(evidence))
        .parse(corrected.get(`${answer.question} ${answer.answeredAt.getTime()}`)),
    });
  }
  return { answers, evidenceOf };
}

const questionsByInstrument = new Map<string, Map<string, InstrumentQuestion>>();

/** A question of a frozen questionnaire; looked up once for each questionnaire, since a whole organization reads many answers. */
function questionOf(instrumentKey: string, code: string): InstrumentQuestion | undefined {
  let questions = questionsByInstrument.get(instrumentKey);
  if (!questions) {
    questions = new Map(questionsOf(instrument(instrumentKey)).map((question) => [question.key, question]));
    questionsByInstrument.set(instrumentKey, questions);
  }
  return questions.get(code);
}

function readValue(instrumentKey: string, code: string, value: unknown): AnswerValue | null {
  const question = questionOf(instrumentKey, code);
  if (!question || !needsAnswer(question)) return null;
  const parsed = answerValueSchema(question).safeParse(value);
  return parsed.success ? parsed.data : null;
}

function readGathered(instrumentKey: string, code: string, value: unknown): GatheredValue | null {
  const question = questionOf(instrumentKey, code);
  const parsed = question && gatheredValueSchema(question).safeParse(value);
  return parsed?.success ? parsed.data : null;
}

/** The best grade among the pieces that support an answer; what has expired supports none, and an answer that nothing supports is self-declared. */
function bestGrade(evidence: readonly { grade: EvidenceGrade; isExpired: boolean }[]): EvidenceGrade {
  return evidence.reduce<EvidenceGrade>((best, item) => (item.isExpired ? best : betterGrade(best, item.grade)), 'self-declared');
}

/** The one of two grades that says more. */
export function betterGrade(one: EvidenceGrade, other: EvidenceGrade): EvidenceGrade {
  return evidenceGrades.indexOf(other) > evidenceGrades.indexOf(one) ? other : one;
}
