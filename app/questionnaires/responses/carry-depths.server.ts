import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { depthOf } from '~/questionnaires/templates/depths';
import { instrument } from '~/questionnaires/templates/instrument-at.server';

/** Older than two years: few take it, so it is looked at by itself and never confirmed with others. */
export const staleMonths = 24;

/** How many of the party's earlier questionnaires are looked through, newest first. */
const lookedThrough = 10;

/**
 * Answers a new response with what the same party answered at another depth of the self-assessment: one key is one question there, so nothing is asked
 * twice. Each answer keeps its day and stays with its respondent, and is noted with the questionnaire that it comes from (`readCarriedDepths`). The newest
 * counts; what is older than two years is asked again. Answers how many there are. At most three queries and two writes.
 */
export async function carryDepths(db: TenantDb, options: { responseId: string; now: Date }): Promise<number> {
  const { responseId, now } = options;
  const target = await db.questionnaireResponse.findFirst({ where: { id: responseId }, select: { instrumentKey: true, partyId: true } });
  if (!target || depthOf(target.instrumentKey) === null) return 0;
  const earlier = await db.questionnaireResponse.findMany({
    where: { id: { not: responseId }, partyId: target.partyId, status: { in: ['submitted', 'approved'] } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: lookedThrough,
    select: { id: true, instrumentKey: true },
  });
  const sources = earlier.filter(({ instrumentKey }) => isOtherDepth(instrumentKey, target.instrumentKey));
  if (sources.length === 0) return 0;
  const asked = new Map(questionsOf(instrument(target.instrumentKey)).map(({ key, type }) => [key, type]));
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - staleMonths);
  const rows = await db.answer.findMany({
    where: { responseId: { in: sources.map(({ id }) => id) }, question: { in: [...asked.keys()] }, answeredAt: { gt: since } },
  });
  const found = new Map<string, (typeof rows)[number] & { instrumentKey: string }>();
  for (const { id, instrumentKey } of sources)
    for (const row of rows) if (row.responseId === id && !found.has(row.question)) found.set(row.question, { ...row, instrumentKey });
  if (found.size === 0) return 0;
  const carried = [...found.values()].map(({ organizationId: _organizationId, instrumentKey, value, ...row }) => ({
    answer: { ...row, responseId, value: JSON.parse(JSON.stringify(value)) },
    instrumentKey,
  }));
  await db.answer.createMany({ data: carried.map(({ answer }) => answer), skipDuplicates: true });
  await db.previousAnswer.createMany({
    data: carried.map(({ answer: { question, value, note, answeredAt }, instrumentKey }) => ({
      ...{ responseId, question, value, note, answeredAt, isSameAsker: true, instrumentKey },
    })),
    skipDuplicates: true,
  });
  return carried.length;
}

function isOtherDepth(one: string, other: string): boolean {
  const depth = depthOf(one);
  return depth !== null && depth !== depthOf(other);
}
