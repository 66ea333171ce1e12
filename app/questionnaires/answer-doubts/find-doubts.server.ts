import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readVersionBefore } from '~/questionnaires/responses/read-version-before.server';
import { type ResponseRead, readResponses } from '~/questionnaires/responses/read-response.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { doubtsAmong } from './alike';
import { shareOfAnswer } from './share-of-answer';
import { doubtsOfOne } from './how-answered';
import { doubtParameters } from './parameters';
import type { AnswerPattern, Doubt, OtherPattern, SentBack } from './pattern';

/** How many responses of other suppliers are compared with at most, the newest first. */
const mostOthers = 200;

/**
 * What gives a reviewer reason to look at the answers of a supplier again; none for what an assessor recorded. A constant number of queries.
 * Suppliers of one parent are one hand by right, and are not compared.
 */
export async function findDoubts(db: TenantDb, response: ResponseRead): Promise<Doubt[]> {
  if (instrument(response.instrumentKey).kind !== 'self-assessment' || response.answers.size === 0) return [];
  const given = patternOf(response);
  const others = await readOthers(db, response);
  return [...doubtsOfOne(given, await readSentBack(db, response)), ...doubtsAmong(given, others), ...(await oneAddress(db, response))];
}

function patternOf(response: ResponseRead): AnswerPattern {
  const asked = instrument(response.instrumentKey);
  const sectionOf = new Map(asked.sections.flatMap(({ key, questions }) => questions.map((question) => [question.key, key] as const)));
  const answers = questionsOf(asked).flatMap((question) => {
    const item = response.answers.get(question.key);
    const value = item?.value ?? item?.gathered ?? null;
    const section = sectionOf.get(question.key);
    if (!item || value === null || section === undefined) return [];
    const { note, answeredAt } = item;
    const share = shareOfAnswer(question, value);
    return [{ question: question.key, section, value, share, note, answeredAt }];
  });
  const opened = [...response.evidenceOf].flatMap(([question, items]) => items.map(({ sha256 }) => ({ question, sha256 })));
  const files = [...opened, ...response.sealed.map(({ question, sha256 }) => ({ question, sha256 }))];
  return {
    answers,
    files: files.flatMap((file) => {
      const section = sectionOf.get(file.question);
      return section === undefined ? [] : [{ ...file, section }];
    }),
  };
}

async function readOthers(db: TenantDb, response: ResponseRead): Promise<OtherPattern[]> {
  const group = await db.supplyLink.findMany({
    where: { kind: 'owns', withdrawnAt: null, OR: [{ fromPartyId: response.partyId }, { toPartyId: response.partyId }] },
    select: { fromPartyId: true, toPartyId: true },
    take: 100,
  });
  const parents = group.flatMap(({ fromPartyId, toPartyId }) => (toPartyId === response.partyId ? [fromPartyId] : []));
  const siblings =
    parents.length === 0
      ? []
      : await db.supplyLink.findMany({
          where: { kind: 'owns', withdrawnAt: null, fromPartyId: { in: parents } },
          select: { toPartyId: true },
          take: 1_000,
        });
  const own = [response.partyId, ...group.flatMap((link) => [link.fromPartyId, link.toPartyId]), ...siblings.map((each) => each.toPartyId)];
  const newest = await db.questionnaireResponse.findMany({
    where: { partyId: { notIn: own }, kind: response.kind, status: { in: ['submitted', 'approved'] }, party: { kind: { not: 'buyer' } } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    distinct: ['partyId'],
    take: mostOthers,
    select: { id: true },
  });
  const read = await readResponses(
    db,
    newest.map(({ id }) => id),
  );
  return read
    .filter(({ answers }) => answers.size > 0)
    .map((each) => ({ ...patternOf(each), responseId: each.id, supplier: each.party.name }));
}

/** Answers that were sent back, with what they were in the version before. */
async function readSentBack(db: TenantDb, response: ResponseRead): Promise<SentBack[]> {
  const before = await readVersionBefore(db, response);
  if (!before) return [];
  const reviews = await db.answerReview.findMany({
    where: { responseId: response.id, sentBackAt: { not: null } },
    select: { question: true, sentBackAt: true },
  });
  const questions = new Map(questionsOf(instrument(response.instrumentKey)).map((question) => [question.key, question]));
  return reviews.flatMap(({ question, sentBackAt }) => {
    const asked = questions.get(question);
    const was = before.changed.get(question)?.was;
    if (!asked || !sentBackAt || (typeof was !== 'string' && typeof was !== 'number')) return [];
    return [{ question, sentBackAt, shareBefore: shareOfAnswer(asked, was) }];
  });
}

/** One address that answers for several suppliers (rule H7). */
async function oneAddress(db: TenantDb, response: ResponseRead): Promise<Doubt[]> {
  const own = await db.questionnaireRequest.findFirst({ where: { responseId: response.id }, select: { email: true } });
  if (!own?.email) return [];
  const requests = await db.questionnaireRequest.findMany({
    where: { email: own.email, response: { partyId: { not: response.partyId } } },
    orderBy: { invitedAt: 'desc' },
    take: 50,
    select: { response: { select: { id: true, partyId: true, party: { select: { name: true } } } } },
  });
  const others = new Map(requests.map(({ response: other }) => [other.partyId, { responseId: other.id, supplier: other.party.name }]));
  if (others.size + 1 < doubtParameters.address.suppliers) return [];
  return [{ kind: 'one-address', questions: [], figures: { suppliers: others.size + 1 }, others: [...others.values()] }];
}
