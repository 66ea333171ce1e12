import { answeringMinutes } from '~/questionnaires/templates/answering-minutes';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { type AnswerValue, needsAnswer, questionsOf } from '#scoring';
import { equalToReleased, instrument, instrumentPairs, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { listFindings } from '~/findings/findings/list-findings.server';
import { listReports } from '~/risk/supplier-report/read-report.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';
import { getLocale } from '~/paraglide/runtime';
import { isOfAudit } from '~/questionnaires/responses/is-of-audit.server';
import { askedIn, givenAnswers, type ResponseRead, readResponse } from '~/questionnaires/responses/read-response.server';
import { readVersions } from '~/questionnaires/responses/read-versions.server';
import { readResult } from '~/risk/scores/read-result.server';
import { countsOf } from '~/risk/scores/counted-answers.server';
import { isOfThisMethod, storedInputSchema, storedResultSchema } from '~/questionnaires/responses/schema';
import { reviewContradictions } from '~/audits/consistency/check-review';
import { weakAnswers } from '~/questionnaires/answer-review/weak-answers';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { contradictionsShown, sectionsOf } from '~/questionnaires/responses/section-view.server';

/** What the page of one response shows, in the reader's language; null when there is none of this id. */
export async function readOverview(db: TenantDb, responseId: string) {
  const response = await readResponse(db, responseId);
  if (!response) return null;
  const shown = localizedInstrument(response.instrumentKey, getLocale());
  const isOwn = isOwnKey(response.instrumentKey);
  const words = wordsOfInstrument(response.instrumentKey);
  const textOf = (question: string, value: AnswerValue) => words?.answer(question, value) ?? String(value);
  const texts = new Map(questionsOf(shown).map((question) => [question.key, question.text.text]));
  const findings = await listFindings(db, { responseId });
  const sections = sectionsOf(response);
  const { asked } = askedIn(response);
  const newest = await db.score.findFirst({
    where: { partyId: response.partyId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { engineVersion: true, asOf: true, input: true, result: true },
  });
  // A score of an earlier method is a document: it counts no answer of today's.
  const score = newest && isOfThisMethod(newest.engineVersion) ? newest : null;
  return {
    id: response.id,
    instrument: shown.title.text,
    kind: shown.kind,
    scores: shown.scores || isOwn,
    /** Of an own questionnaire: how many of its questions count in the score, for they equal one of the method's. */
    equal: isOwn ? new Set(equalToReleased(response.instrumentKey).map(({ question }) => question)).size : null,
    instrumentKey: response.instrumentKey,
    status: response.status,
    sharing: response.sharing,
    /** The grant that brought the answers, where one did. */
    sharedAccessId: response.attached?.sharedAccessId ?? null,
    askedAt: response.request?.invitedAt ?? null,
    /** Whether what the supplier sent is not taken in yet: the score is from before. */
    isComputing: response.sharing === 'shared' && response.request?.receivedAt === null,
    dueOn: response.dueOn,
    openedAt: response.openedAt,
    submittedAt: response.submittedAt,
    approvedAt: response.approvedAt,
    reopenedReason: response.reopenedReason,
    supplier: { kind: response.party.kind, name: response.party.name, publicId: response.party.publicId },
    sections,
    minutesLeft: answeringMinutes(
      shown.sections.flatMap(({ questions }) =>
        questions.filter((question) => asked.has(question.key) && needsAnswer(question) && !response.answers.has(question.key)),
      ),
    ),
    contradictions: contradictionsIn(response, shown.kind),
    findings: findings.rows.map((finding) => ({
      id: finding.id,
      grade: finding.grade,
      status: finding.status,
      question: finding.question,
      text: texts.get(finding.question ?? '') ?? finding.text,
    })),
    /** Of answers that earn credit: those that describe a practice which fails. Findings are raised by few questions only. */
    weak: shown.scores || isOwn ? weakAnswers({ own: instrument(response.instrumentKey), shown, textOf }, givenAnswers(response)) : [],
    outcome: readResult(response),
    /** How many of its answers the newest score counts; null while it is open, and where it gives no credit. */
    counted:
      score && response.submittedAt && (shown.scores || isOwn)
        ? { on: score.asOf, ...countsOf(storedInputSchema.parse(score.input), response.id) }
        : null,
    result: score ? storedResultSchema.parse(score.result) : null,
    versions: await readVersions(db, response),
    reports: await listReports(db, response.id),
    /** Of an audit: closed for good once it was approved. */
    isOfAudit: await isOfAudit(db, response.id),
    mayCarry: response.status === 'open' && (await hasRelatedAnswers(db, response)),
  };
}
export type Overview = NonNullable<Awaited<ReturnType<typeof readOverview>>>;

/** What contradicts itself by the questionnaire's own rules; in a review that a member filled in, by those of the catalogue too. */
function contradictionsIn(response: ResponseRead, kind: string): { code: string; text: string; questions: string[] }[] {
  const own = contradictionsShown(response).map(({ code, text, questions }) => ({ code, text, questions: [...questions] }));
  if (response.sharing !== 'own' || (kind !== 'recruiter-review' && kind !== 'lender-review')) return own;
  const on = (response.submittedAt ?? new Date()).toISOString().slice(0, 10);
  return [...own, ...reviewContradictions(givenAnswers(response), on)];
}

/** Whether the supplier answered another questionnaire that the crosswalk relates to this one. */
async function hasRelatedAnswers(db: TenantDb, { id, partyId, instrumentKey }: ResponseRead): Promise<boolean> {
  const others = await db.questionnaireResponse.findMany({
    where: { partyId, id: { not: id }, answers: { some: {} } },
    distinct: ['instrumentKey'],
    select: { instrumentKey: true },
  });
  await knowInstruments(
    db,
    others.map((other) => other.instrumentKey),
  );
  return others.some((other) => instrumentPairs(other.instrumentKey, instrumentKey).some(({ relation }) => relation !== 'related'));
}
