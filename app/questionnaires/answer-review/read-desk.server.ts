import { questionText } from '~/questionnaires/responses/question-text';
import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { givenAnswers, type ResponseRead, readResponse, readResponses } from '~/questionnaires/responses/read-response.server';
import { answeredAtOf, carriedBetween } from '~/questionnaires/responses/read-carried.server';
import { contradictionsShown } from '~/questionnaires/responses/section-view.server';
import { getLocale } from '~/paraglide/runtime';
import type { DoubtKind } from '~/questionnaires/answer-doubts/pattern';
import { findDoubts } from '~/questionnaires/answer-doubts/find-doubts.server';
import { factsAtDesk } from './facts-at-desk.server';
import { readOutliers } from './read-peers.server';
import { readVersionBefore } from '~/questionnaires/responses/read-version-before.server';
import { questionsAtDesk, readReviews } from './read-reviews.server';
import { type DeskFilter, passes } from './schema';
import { weakAnswers } from './weak-answers';

/**
 * A submitted response for review, answer by answer: reviews, contradictions, changes since the previous questionnaire, and outliers among peers. Null for an
 * unknown id. A constant number of queries.
 */
export async function readDesk(db: TenantDb, options: { responseId: string; filter: DeskFilter }) {
  const response = await readResponse(db, options.responseId);
  if (!response) return null;
  const reviews = await readReviews(db, response);
  const earlier = await readBefore(db, response);
  const versionBefore = await readVersionBefore(db, response);
  const { peers, outliers } = await readOutliers(db, response);
  const words = wordsOfInstrument(response.instrumentKey);
  const contradictions = contradictionsShown(response);
  const doubts = await findDoubts(db, response);
  const doubted = new Map<string, DoubtKind[]>();
  for (const { kind, questions } of doubts) for (const key of questions) doubted.set(key, [...(doubted.get(key) ?? []), kind]);
  const atDesk = new Set(questionsAtDesk(response));
  const shown = localizedInstrument(response.instrumentKey, getLocale());
  const own = instrument(response.instrumentKey);
  const earning = new Set(questionsOf(own).flatMap(({ key, domain }) => (own.scores && domain !== null ? [key] : [])));
  const textOf = (question: string, value: unknown) => words?.answer(question, value) ?? String(value ?? '');
  const weak = own.scores ? weakAnswers({ own, shown, textOf }, givenAnswers(response)).filter(({ question }) => atDesk.has(question)) : [];
  const isWeak = new Set(weak.map(({ question }) => question));
  const facts = await factsAtDesk(db, response, shown);
  const rows = shown.sections.flatMap((section) =>
    section.questions.flatMap((question) => {
      const answer = response.answers.get(question.key);
      if (!answer || !atDesk.has(question.key)) return [];
      const review = reviews.get(question.key);
      const before = earlier?.answers.get(question.key);
      const resent = versionBefore?.changed.get(question.key);
      const outlier = outliers.get(question.key);
      return [
        {
          key: question.key,
          section: section.key,
          sectionTitle: section.title.text,
          text: questionText(section, question),
          answer: textOf(question.key, answer.value),
          /** The facts of the workforce that it states; none for another question. */
          facts: facts.get(question.key) ?? [],
          /** Whether answers to it may earn credit. */
          earns: earning.has(question.key),
          isWeak: isWeak.has(question.key),
          note: answer.note,
          answeredAt: answer.answeredAt,
          evidence: answer.evidence.map(({ id, fileName, grade, validUntil, isExpired }) => ({
            id,
            fileName,
            grade,
            validUntil,
            isExpired,
          })),
          grade: answer.evidenceGrade,
          contradictions: contradictions.filter(({ questions }) => questions.includes(question.key)).map(({ text }) => text),
          before:
            before && question.type !== 'FACT' && before.value !== answer.value
              ? { answer: textOf(question.key, before.value), at: before.at }
              : null,
          /** What it was in the version that this one replaced; null where it is the same. */
          resent:
            versionBefore && resent
              ? {
                  at: versionBefore.sentAt,
                  answer: resent.was === undefined ? null : textOf(question.key, resent.was),
                }
              : null,
          outlier: outlier ? { ...outlier, usual: textOf(question.key, outlier.usual) } : null,
          doubts: doubted.get(question.key) ?? [],
          review: review ?? null,
        },
      ];
    }),
  );
  const counts = {
    all: rows.length,
    unreviewed: rows.filter((row) => passes(row, 'unreviewed')).length,
    harm: rows.filter((row) => passes(row, 'harm')).length,
    contradicted: rows.filter((row) => passes(row, 'contradicted')).length,
    doubted: rows.filter((row) => passes(row, 'doubted')).length,
    resent: rows.filter((row) => passes(row, 'resent')).length,
    changed: rows.filter((row) => passes(row, 'changed')).length,
    outlier: rows.filter((row) => passes(row, 'outlier')).length,
    'without-evidence': rows.filter((row) => passes(row, 'without-evidence')).length,
  };
  return {
    id: response.id,
    status: response.status,
    sharing: response.sharing,
    supplier: response.party.name,
    publicId: response.party.publicId,
    instrument: shown.title.text,
    scores: shown.scores,
    peers,
    comparedWith: earlier?.submittedAt ?? null,
    versionBefore: versionBefore && { sentAt: versionBefore.sentAt, replacedAt: versionBefore.replacedAt },
    counts,
    weak,
    doubts,
    /** Whether it is a questionnaire whose answers are looked at for doubts, and has some. */
    canBeDoubted: shown.kind === 'self-assessment' && rows.length > 0,
    questioned: rows.filter(({ review }) => review?.outcome === 'questioned' && review.sentBackAt === null).length,
    rows: rows.filter((row) => passes(row, options.filter)),
  };
}
export type Desk = NonNullable<Awaited<ReturnType<typeof readDesk>>>;
export type DeskRow = Desk['rows'][number];

/** The newest questionnaire before this one that says something of the same questions, by the crosswalk; null when there is none. */
async function readBefore(db: TenantDb, response: ResponseRead) {
  if (!response.submittedAt) return null;
  const found = await db.questionnaireResponse.findMany({
    where: {
      partyId: response.partyId,
      id: { not: response.id },
      status: { in: ['submitted', 'approved'] },
      submittedAt: { lt: response.submittedAt },
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: 5,
    select: { id: true },
  });
  const order = found.map(({ id }) => id);
  const read = await readResponses(db, order);
  const blank = { ...response, answers: new Map() };
  for (const from of order.flatMap((id) => read.find((each) => each.id === id) ?? [])) {
    const carried = carriedBetween(from, blank).filter(({ coverage }) => coverage === 'full');
    if (carried.length === 0) continue;
    const answers = new Map(carried.map((each) => [each.question, { value: each.value, at: answeredAtOf(each, from) }]));
    return { submittedAt: from.submittedAt, answers };
  }
  return null;
}
