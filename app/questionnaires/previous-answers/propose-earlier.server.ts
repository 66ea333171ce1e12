import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { answeredAtOf, carriedBetween } from '~/questionnaires/responses/read-carried.server';
import { readResponses } from '~/questionnaires/responses/read-response.server';

/** How many of its earlier questionnaires are looked through, newest first. */
const lookedThrough = 10;

/**
 * Proposes a supplier's earlier answers beside its new response, in its own organization: to the same questions, or to equivalent ones by the crosswalk. The
 * newest counts. None becomes an answer until the supplier confirms it. Returns how many there are. A constant number of queries; grows with the
 * questionnaires read.
 * @param options.askerOrganizationId the current requester: only whether it also asked then is stored, never who else did
 */
export async function proposeEarlier(db: TenantDb, options: { responseId: string; askerOrganizationId: string }): Promise<number> {
  const { responseId, askerOrganizationId } = options;
  const earlier = await db.questionnaireResponse.findMany({
    where: { id: { not: responseId }, status: { in: ['submitted', 'approved'] }, answers: { some: {} } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: lookedThrough,
    select: { id: true },
  });
  if (earlier.length === 0) return 0;
  const order = earlier.map(({ id }) => id);
  const read = new Map((await readResponses(db, [...order, responseId])).map((response) => [response.id, response]));
  const target = read.get(responseId);
  if (!target) return 0;
  const recipients = await db.documentRecipient.findMany({
    where: { recipientOrganizationId: askerOrganizationId, document: { responseId: { in: order } } },
    select: { document: { select: { responseId: true } } },
  });
  const asked = new Set(recipients.map(({ document }) => document.responseId));
  const found = new Map<string, { value: unknown; note: string; answeredAt: Date; isSameAsker: boolean; evidenceAt: Date | null }>();
  for (const from of order.flatMap((id) => read.get(id) ?? [])) {
    const isSameAsker = asked.has(from.id);
    for (const carried of carriedBetween(from, target)) {
      if (carried.coverage !== 'full' || found.has(carried.question)) continue;
      const [source] = carried.sources;
      const dates = (from.evidenceOf.get(source?.question ?? '') ?? []).map(({ createdAt }) => createdAt.getTime());
      found.set(carried.question, {
        value: carried.value,
        note: from.answers.get(source?.question ?? '')?.note ?? '',
        answeredAt: answeredAtOf(carried, from),
        isSameAsker,
        evidenceAt: dates.length > 0 ? new Date(Math.max(...dates)) : null,
      });
    }
    // Shares and what is gathered are no answers on a scale: they carry between equal questions only.
    for (const { key } of questionsOf(instrument(target.instrumentKey))) {
      const answer = from.answers.get(key);
      const shares = answer?.shares && { ...answer.shares, ...(answer.people ? { people: answer.people } : {}) };
      const value = shares ?? answer?.gathered ?? null;
      if (!answer || value === null || found.has(key) || target.answers.has(key)) continue;
      found.set(key, { value, note: answer.note, answeredAt: answer.answeredAt, isSameAsker, evidenceAt: null });
    }
  }
  await db.previousAnswer.createMany({
    skipDuplicates: true,
    data: [...found].map(([question, { value, ...rest }]) => ({
      responseId,
      question,
      value: JSON.parse(JSON.stringify(value)),
      ...rest,
    })),
  });
  return found.size;
}
