import type { AnswerValue } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readResponses } from '~/questionnaires/responses/read-response.server';

/** The number of peers needed for a comparison: with fewer, one could be identified. */
export const leastPeers = 5;
/** How many suppliers are compared with at most, the newest answers first. */
const mostPeers = 50;
/** The share of peers that must agree on an answer for a different one to be an outlier. */
const outlierShare = 0.8;

export type Outlier = { others: number; of: number; usual: AnswerValue };

/**
 * Which answers stand out among those of other suppliers to the same questionnaire, in this organization: at least four in five gave one other answer.
 * `peers`: how many there are; with fewer than five nothing is compared. A constant number of queries.
 */
export async function readOutliers(
  db: TenantDb,
  response: { partyId: string; instrumentKey: string; answers: ReadonlyMap<string, { value: AnswerValue | null }> },
): Promise<{ peers: number; outliers: Map<string, Outlier> }> {
  const newest = await db.questionnaireResponse.findMany({
    where: { partyId: { not: response.partyId }, instrumentKey: response.instrumentKey, status: { in: ['submitted', 'approved'] } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    distinct: ['partyId'],
    take: mostPeers,
    select: { id: true },
  });
  const read =
    newest.length < leastPeers
      ? []
      : await readResponses(
          db,
          newest.map(({ id }) => id),
        );
  const peers = read.filter(({ answers }) => answers.size > 0);
  const outliers = new Map<string, Outlier>();
  if (peers.length < leastPeers) return { peers: peers.length, outliers };
  for (const [question, { value }] of response.answers) {
    if (value === null) continue;
    const counts = new Map<AnswerValue, number>();
    for (const peer of peers) {
      const theirs = peer.answers.get(question)?.value ?? null;
      if (theirs !== null) counts.set(theirs, (counts.get(theirs) ?? 0) + 1);
    }
    const of = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [usual, others] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [value, 0];
    if (of >= leastPeers && usual !== value && others / of >= outlierShare) outliers.set(question, { others, of, usual });
  }
  return { peers: peers.length, outliers };
}
