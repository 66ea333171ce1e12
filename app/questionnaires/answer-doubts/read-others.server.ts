import type { TenantDb } from '~/access/tenant-db.server';
import { type ResponseRead, readResponses } from '~/questionnaires/responses/read-response.server';
import type { OtherPattern } from './pattern';
import { patternOf } from './pattern-of.server';

/** How many responses of other suppliers are compared with at most, the newest first; and of companies of the same group. */
const mostOthers = 200;
const mostInGroup = 20;

/**
 * The newest responses of other suppliers, and those of the same group (links of kind *owns*), each supplier once; and `kin`, the supplier with its group. A fingerprint of answers would be quicker to
 * compare, and would keep what a supplier shares no more: answers are read where they lie. Six queries.
 */
export async function readOthers(
  db: TenantDb,
  response: ResponseRead,
): Promise<{ others: OtherPattern[]; group: OtherPattern[]; kin: string[] }> {
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
  const kin = new Set(own.filter((id) => id !== response.partyId));
  const ofGroup =
    kin.size === 0
      ? []
      : await db.questionnaireResponse.findMany({
          where: { partyId: { in: [...kin] }, kind: response.kind, status: { in: ['submitted', 'approved'] } },
          orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
          distinct: ['partyId'],
          take: mostInGroup,
          select: { id: true },
        });
  const read = await readResponses(
    db,
    [...newest, ...ofGroup].map(({ id }) => id),
  );
  const patterns = read
    .filter(({ answers }) => answers.size > 0)
    .map((each) => ({ ...patternOf(each), responseId: each.id, supplier: each.party.name, isKin: kin.has(each.partyId) }));
  return { others: patterns.filter(({ isKin }) => !isKin), group: patterns.filter(({ isKin }) => isKin), kin: [response.partyId, ...kin] };
}
