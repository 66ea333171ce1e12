import { knowInstruments } from '~/features/instrument/know-instruments.server';
import {
  type AnswerGiven,
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
import { instrument } from '~/features/instrument/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { logRead } from '~/features/grant/log-read.server';
import type { WayOfReading } from '~/features/grant/states';
import { askedOf } from '~/features/scope/asked-of';
import { readShared } from './read-shared.server';
import type { Shown } from './store-answer.server';
import { answerValueSchema, peopleOf, type WorkforceShares, workforceSharesSchema } from './schema';

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
  /** Who beside its own organization may see it; null where that is not told. */
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
  /** The people from whom the shares were counted: known to whoever answers about itself, to nobody else. */
  people: PeopleCounted | null;
  note: string;
  answeredAt: Date;
  /** The words it was given to; null where they are not known. */
  shown: Shown | null;
  evidence: EvidenceItem[];
  evidenceGrade: EvidenceGrade;
};

const uuid = /^[0-9a-f-]{36}$/i;

/**
 * Everything of one assessment, or null when the organization has none of this id. Where its answers are those that another organization shares, the
 * member's reading is written into the log that both sides see: of a `section`, else of all, on a page unless `how` says otherwise.
 */
export async function readAssessment(
  db: TenantDb,
  assessmentId: string,
  as: { section?: string; how?: WayOfReading } = {},
): Promise<AssessmentRead | null> {
  const [assessment] = await readAssessments(db, [assessmentId]);
  const { origin, sharing } = assessment ?? {};
  if (sharing === 'shared' && origin?.snapshotId)
    await logRead(db, {
      granterOrganizationId: origin.supplierOrganizationId,
      snapshotId: origin.snapshotId,
      section: as.section ?? '',
      how: as.how ?? 'page',
    });
  return assessment ?? null;
}

/** Everything of some assessments, in no order. `today`: the ISO day on which evidence is valid or not. A constant number of queries, however many they are. */
export async function readAssessments(db: TenantDb, assessmentIds: readonly string[], today = new Date().toISOString().slice(0, 10)) {
  const rows = await db.assessment.findMany({
    // What an audit records is read there, by those who may see it, until it is approved.
    where: { id: { in: assessmentIds.filter((id) => uuid.test(id)) }, status: { not: 'recording' } },
    select: {
      id: true,
      kind: true,
      instrumentKey: true,
      status: true,
      dueOn: true,
      openedAt: true,
      submittedAt: true,
      submittedById: true,
      approvedAt: true,
      approvedById: true,
      unreviewedAtApproval: true,
      reopenedReason: true,
      reopenedAt: true,
      scope: true,
      opened: true,
      partyId: true,
      party: {
        select: {
          id: true,
          publicId: true,
          kind: true,
          name: true,
          supplier: { select: { country: true, sector: true, workers: true, migrantShare: true, agencyShare: true, scoreId: true } },
        },
      },
      answers: { select: { question: true, value: true, note: true, answeredAt: true, shownLocale: true, shownRevision: true } },
      reviews: { where: { grade: { not: null } }, select: { question: true, grade: true, answeredAt: true } },
      attached: { select: { granterOrganizationId: true, snapshotId: true, grantId: true, detachedAt: true } },
      request: { select: { supplierOrganizationId: true, snapshotId: true, invitedAt: true, viaAssessmentId: true, submittedAt: true } },
      evidence: {
        where: { removedAt: null },
        select: {
          id: true,
          question: true,
          grade: true,
          note: true,
          createdAt: true,
          audience: true,
          validUntil: true,
          file: { select: { fileName: true, sizeBytes: true, sha256: true, scan: true, scanDetail: true, hasPreview: true } },
        },
        orderBy: { createdAt: 'asc' },
      },
    },
  });
  await knowInstruments(
    db,
    rows.map(({ instrumentKey }) => instrumentKey),
  );
  const shared = await readShared(
    db,
    rows.flatMap((row) => {
      const origin = row.attached?.detachedAt ? null : originOf(row);
      return origin ? [{ assessmentId: row.id, ...origin }] : [];
    }),
  );
  return rows.map((assessment) => {
    const origin = originOf(assessment);
    const snapshot = origin ? shared.get(assessment.id) : undefined;
    const given = origin ? (snapshot?.answers ?? []) : assessment.answers;
    const evidence = origin ? evidenceShared(snapshot) : assessment.evidence.map(datedRow);
    return {
      ...assessment,
      /** Where answers of another organization lie; null for a member's own. */
      origin,
      ...gatherAnswers({ ...assessment, answers: given, evidence, today }),
      /** Files behind a supplier's answers that the reader may not open: only their hashes are known. */
      sealed: snapshot ? sealedFiles(snapshot) : [],
      /**
       * Whose answers these are: a member's, or what the supplier shares, shared not yet, or shared no more. "received": another organization asked
       * for them, and they are answered on the pages of that request. "withheld": a further tier answered who asked it, and does not share it here.
       */
      sharing: !origin
        ? assessment.party.kind === 'buyer'
          ? ('received' as const)
          : ('own' as const)
        : snapshot
          ? ('shared' as const)
          : origin.snapshotId
            ? ('ended' as const)
            : assessment.request?.viaAssessmentId && assessment.request.submittedAt
              ? ('withheld' as const)
              : ('waiting' as const),
    };
  });
}

/** The snapshot that a request was answered with, or that a grant put beside a supplier. */
function originOf(row: {
  request: { supplierOrganizationId: string; snapshotId: string | null } | null;
  attached: { granterOrganizationId: string; snapshotId: string } | null;
}): { supplierOrganizationId: string; snapshotId: string | null } | null {
  if (row.request) return { supplierOrganizationId: row.request.supplierOrganizationId, snapshotId: row.request.snapshotId };
  return row.attached && { supplierOrganizationId: row.attached.granterOrganizationId, snapshotId: row.attached.snapshotId };
}

type SharedRead = Pick<NonNullable<ReturnType<Awaited<ReturnType<typeof readShared>>['get']>>, 'listed' | 'opened' | 'sharedAt'>;

/** What a supplier shares and the reader may open counts as a document uploaded; what is sealed counts for nothing. */
function evidenceShared(snapshot: SharedRead | undefined): EvidenceRow[] {
  if (!snapshot) return [];
  const validUntil = new Map(snapshot.listed.map((file) => [file.id, file.validUntil]));
  return snapshot.opened.map(({ evidenceId, variant, question, ...file }) => ({
    id: variant === 'redacted' ? `${evidenceId}.redacted` : evidenceId,
    question,
    grade: 'document-uploaded',
    note: '',
    createdAt: snapshot.sharedAt,
    audience: null,
    validUntil: validUntil.get(evidenceId) ?? null,
    file: { ...file, scanDetail: null },
  }));
}

function sealedFiles({ listed, opened }: SharedRead) {
  const open = new Set(opened.flatMap(({ evidenceId, variant }) => (variant === 'original' ? [evidenceId] : [])));
  return listed.filter(({ id }) => !open.has(id));
}

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
type EvidenceRow = Omit<EvidenceItem, OfFile | 'grade' | 'isExpired'> & {
  question: string;
  grade: string;
  file: Pick<EvidenceItem, OfFile>;
};

const datedRow = <Row extends { validUntil: Date | null }>(row: Row) => ({
  ...row,
  validUntil: row.validUntil?.toISOString().slice(0, 10) ?? null,
});

type GradedRow = { question: string; grade: string | null; answeredAt: Date };

/**
 * Stored answers and evidence by question, each answer read on the scale of its question. `reviews`: evidence grades that a desk corrected; each holds for
 * the answer it was made of and for none given since. `today`: evidence whose last day is before it supports no answer.
 */
export function gatherAnswers(assessment: {
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
  for (const { question, file, grade, ...item } of assessment.evidence) {
    const isExpired = item.validUntil !== null && item.validUntil < assessment.today;
    const shown = { ...item, ...file, grade: evidenceGradeSchema.parse(grade), isExpired };
    evidenceOf.set(question, [...(evidenceOf.get(question) ?? []), shown]);
  }
  const corrected = new Map(
    (assessment.reviews ?? []).map((review) => [`${review.question} ${review.answeredAt.getTime()}`, review.grade]),
  );
  const answers = new Map<string, AnswerItem>();
  for (const answer of assessment.answers) {
    const evidence = evidenceOf.get(answer.question) ?? [];
    const shares = workforceSharesSchema.safeParse(answer.value);
    const value = readValue(assessment.instrumentKey, answer.question, answer.value);
    answers.set(answer.question, {
      value,
      gathered: readGathered(assessment.instrumentKey, answer.question, answer.value),
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
export type AssessmentRead = Awaited<ReturnType<typeof readAssessments>>[number];

const questionsByInstrument = new Map<string, Map<string, InstrumentQuestion>>();

/** A question of a frozen instrument; looked up once for each instrument, since a whole organization reads many answers. */
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

/** What is asked of an assessment, as its answers and its scope stand. */
export type Asking = Pick<AssessmentRead, 'instrumentKey' | 'answers' | 'scope' | 'opened'>;
export function askedIn(assessment: Asking) {
  return askedOf(instrument(assessment.instrumentKey), assessment, givenAnswers(assessment));
}

/** The answers as the instrument's own functions take them. */
export function givenAnswers(assessment: Pick<AssessmentRead, 'answers'>) {
  return Object.fromEntries(
    [...assessment.answers].flatMap(([key, answer]) => {
      const value = answer.value ?? answer.gathered;
      return value === null ? [] : [[key, value]];
    }),
  );
}

/** The answers as the method takes them; a question that the scope leaves out does not apply. */
export function answersForScoring(assessment: Asking & Pick<AssessmentRead, 'id' | 'openedAt' | 'scope'>): AnswerGiven[] {
  const answers: AnswerGiven[] = [...assessment.answers].flatMap(([question, answer]) =>
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
  const answeredOn = assessment.openedAt.toISOString().slice(0, 10);
  const { skipped, held } = askedIn(assessment);
  const leftOut = [...skipped].map(
    ([question, { rule }]): AnswerGiven => ({
      question,
      value: 'not-applicable',
      evidence: 'none',
      answeredOn,
      scopedOut: rule,
      ...(held.has(question) ? { scopedBy: 'facts' } : {}),
    }),
  );
  return [...answers, ...leftOut];
}
