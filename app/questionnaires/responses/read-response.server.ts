import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { AnswerGiven } from '#scoring';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isSmallComplaintCount } from '~/suppliers/labour-recruiters/protect-complaints';
import { isInterviewCount } from '~/questionnaires/responses/interview-counts';
import { logRead } from '~/documents/access-log/log-read.server';
import type { WayOfReading } from '~/platform/terms/shared-access-terms';
import { askedOf } from '~/questionnaires/question-scope/asked-of';
import { type EvidenceRow, gatherAnswers } from './gather-answers.server';
import { readShared } from './read-shared.server';
import { withheldQuestions } from './withheld-questions.server';

const uuid = /^[0-9a-f-]{36}$/i;

/**
 * Everything of one response, or null when the organization has none of this id. Where its answers are those that another organization shares, the
 * member's reading is written into the log that both sides see: of a `section`, else of all, on a page unless `how` says otherwise.
 */
export async function readResponse(
  db: TenantDb,
  responseId: string,
  as: { section?: string; how?: WayOfReading } = {},
): Promise<ResponseRead | null> {
  const [response] = await readResponses(db, [responseId]);
  const { origin, sharing } = response ?? {};
  if (sharing === 'shared' && origin?.snapshotId)
    await logRead(db, {
      granterOrganizationId: origin.supplierOrganizationId,
      documentId: origin.snapshotId,
      section: as.section ?? '',
      how: as.how ?? 'page',
    });
  return response ?? null;
}

/** Everything of some responses, in no order. `today`: the ISO day on which evidence is valid or not. A constant number of queries, however many they are. */
export async function readResponses(db: TenantDb, responseIds: readonly string[], today = new Date().toISOString().slice(0, 10)) {
  const rows = await db.questionnaireResponse.findMany({
    // What an audit records is read there, by those who may see it, until it is approved.
    where: { id: { in: responseIds.filter((id) => uuid.test(id)) }, status: { not: 'recording' } },
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
      attached: { select: { granterOrganizationId: true, snapshotId: true, sharedAccessId: true, detachedAt: true } },
      request: {
        select: {
          supplierOrganizationId: true,
          snapshotId: true,
          invitedAt: true,
          viaResponseId: true,
          submittedAt: true,
          receivedAt: true,
        },
      },
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
      return origin ? [{ responseId: row.id, ...origin }] : [];
    }),
  );
  return rows.map((response) => {
    const origin = originOf(response);
    const snapshot = origin ? shared.get(response.id) : undefined;
    const sharing = sharingOf(response, { origin, isShared: snapshot !== undefined });
    const withheld: ReadonlySet<string> = sharing === 'own' ? withheldQuestions(response.instrumentKey, response.answers) : new Set();
    const all = origin ? (snapshot?.answers ?? []) : response.answers;
    // Audits concluded before interview counts were moved to the record still contain them.
    const isLeftOut = (question: string) =>
      withheld.has(question) || ((response.kind === 'audit' || origin !== null) && isInterviewCount(question));
    // Small numbers of complaints that were taken before they were refused.
    const given = all.filter(
      ({ question, value }) => !isLeftOut(question) && !isSmallComplaintCount(response.instrumentKey, question, value),
    );
    const files = origin ? evidenceShared(snapshot) : response.evidence.map(datedRow);
    const evidence = files.filter(({ question }) => !withheld.has(question));
    return {
      ...response,
      /** Where answers of another organization lie; null for a member's own. */
      origin,
      ...gatherAnswers({ ...response, answers: given, evidence, today }),
      /** Files behind a supplier's answers that the reader may not open: only their hashes are known. */
      sealed: snapshot ? sealedFiles(snapshot) : [],
      sharing,
      /** Questions that are answered in a sensitive case or nowhere. */
      withheld,
    };
  });
}

/**
 * Whose answers these are: a member's, or what the supplier shares, shared not yet, or shared no more. "received": another organization asked
 * for them, and they are answered on the pages of that request. "withheld": a further tier answered who asked it, and does not share it here.
 */
function sharingOf(
  row: { party: { kind: string }; request: { viaResponseId: string | null; submittedAt: Date | null } | null },
  { origin, isShared }: { origin: { snapshotId: string | null } | null; isShared: boolean },
): 'own' | 'received' | 'shared' | 'ended' | 'withheld' | 'waiting' {
  if (!origin) return row.party.kind === 'buyer' ? 'received' : 'own';
  if (isShared) return 'shared';
  if (origin.snapshotId) return 'ended';
  return row.request?.viaResponseId && row.request.submittedAt ? 'withheld' : 'waiting';
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

const datedRow = <Row extends { validUntil: Date | null }>(row: Row) => ({
  ...row,
  validUntil: row.validUntil?.toISOString().slice(0, 10) ?? null,
});

export type ResponseRead = Awaited<ReturnType<typeof readResponses>>[number];

/** The questions asked in a response, by its current answers and scope. */
export type Asking = Pick<ResponseRead, 'instrumentKey' | 'answers' | 'scope' | 'opened'> & Partial<Pick<ResponseRead, 'withheld'>>;
export function askedIn(response: Asking) {
  return askedOf(instrument(response.instrumentKey), response, givenAnswers(response));
}

/** The answers as the questionnaire's own functions take them. */
export function givenAnswers(response: Pick<ResponseRead, 'answers'>) {
  return Object.fromEntries(
    [...response.answers].flatMap(([key, answer]) => {
      const value = answer.value ?? answer.gathered;
      return value === null ? [] : [[key, value]];
    }),
  );
}

/** The answers as the method takes them; a question that the scope leaves out does not apply. */
export function answersForScoring(response: Asking & Pick<ResponseRead, 'id' | 'openedAt' | 'scope'>): AnswerGiven[] {
  const answers: AnswerGiven[] = [...response.answers].flatMap(([question, answer]) =>
    answer.value === null
      ? []
      : [
          {
            question,
            value: answer.value,
            evidence: answer.evidenceGrade,
            answeredOn: answer.answeredAt.toISOString().slice(0, 10),
            source: `answer:${response.id}:${question}`,
          },
        ],
  );
  const answeredOn = response.openedAt.toISOString().slice(0, 10);
  const { skipped, held } = askedIn(response);
  // What is withheld is unknown, and no question that does not apply.
  const ruledOut = [...skipped].filter(([question]) => !response.withheld?.has(question));
  const leftOut = ruledOut.map(
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
