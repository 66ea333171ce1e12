import { type AnswerGiven, type AnswerValue, type EvidenceGrade, evidenceGradeSchema, evidenceGrades, instrument } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { answerValueSchema, type WorkforceShares, workforceSharesSchema } from './schema';

export type EvidenceItem = {
  id: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  grade: EvidenceGrade;
  note: string;
  createdAt: Date;
};
export type AnswerItem = {
  value: AnswerValue | null;
  shares: WorkforceShares | null;
  note: string;
  answeredAt: Date;
  evidence: EvidenceItem[];
  evidenceGrade: EvidenceGrade;
};

/** Everything of one assessment, or null when the organization has none of this id. Three queries, however many answers. */
export async function readAssessment(db: TenantDb, assessmentId: string) {
  if (!/^[0-9a-f-]{36}$/i.test(assessmentId)) return null;
  const assessment = await db.assessment.findFirst({
    where: { id: assessmentId },
    select: {
      id: true,
      kind: true,
      instrumentKey: true,
      status: true,
      dueOn: true,
      openedAt: true,
      submittedAt: true,
      approvedAt: true,
      reopenedReason: true,
      reopenedAt: true,
      partyId: true,
      party: {
        select: {
          id: true,
          publicId: true,
          name: true,
          supplier: { select: { country: true, sector: true, migrantShare: true, agencyShare: true, scoreId: true } },
        },
      },
      answers: { select: { question: true, value: true, note: true, answeredAt: true } },
      evidence: {
        where: { removedAt: null },
        select: {
          id: true,
          question: true,
          grade: true,
          note: true,
          createdAt: true,
          file: { select: { fileName: true, sizeBytes: true, sha256: true } },
        },
        orderBy: { createdAt: 'asc' },
      },
    },
  });
  if (!assessment) return null;
  const evidenceOf = new Map<string, EvidenceItem[]>();
  for (const { question, file, grade, ...item } of assessment.evidence) {
    evidenceOf.set(question, [...(evidenceOf.get(question) ?? []), { ...item, ...file, grade: evidenceGradeSchema.parse(grade) }]);
  }
  const answers = new Map<string, AnswerItem>();
  for (const answer of assessment.answers) {
    const evidence = evidenceOf.get(answer.question) ?? [];
    const shares = workforceSharesSchema.safeParse(answer.value);
    const value = readValue(assessment.instrumentKey, answer.question, answer.value);
    answers.set(answer.question, {
      value,
      shares: value === null && shares.success ? shares.data : null,
      note: answer.note,
      answeredAt: answer.answeredAt,
      evidence,
      evidenceGrade: bestGrade(evidence),
    });
  }
  return { ...assessment, answers, evidenceOf };
}
export type AssessmentRead = NonNullable<Awaited<ReturnType<typeof readAssessment>>>;

function readValue(instrumentKey: string, code: string, value: unknown): AnswerValue | null {
  const question = instrument(instrumentKey)
    .sections.flatMap((section) => section.questions)
    .find((candidate) => candidate.key === code);
  if (!question || question.type === 'FACT') return null;
  const parsed = answerValueSchema(question).safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The best grade among the pieces that support an answer; an answer that nothing supports is self-declared. */
export function bestGrade(evidence: readonly { grade: EvidenceGrade }[]): EvidenceGrade {
  return evidence.reduce<EvidenceGrade>(
    (best, item) => (evidenceGrades.indexOf(item.grade) > evidenceGrades.indexOf(best) ? item.grade : best),
    'self-declared',
  );
}

/** The answers as the method takes them. */
export function answersForScoring(assessment: AssessmentRead): AnswerGiven[] {
  return [...assessment.answers].flatMap(([question, answer]) =>
    answer.value === null
      ? []
      : [
          {
            question,
            value: answer.value,
            evidence: answer.evidenceGrade,
            answeredOn: answer.answeredAt.toISOString().slice(0, 10),
            source: `answer:${assessment.id}:${question}`,
          },
        ],
  );
}
