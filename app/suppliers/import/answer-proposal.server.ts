import type { TenantDb } from '~/access/tenant-db.server';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';

type Who = { batchId: string; userId: string };

/** Takes a person's answer to one question of a batch that is not accepted yet, and remembers it for every later file. False when it is too late or unknown. */
export async function answerProposal(db: TenantDb, options: Who & { proposalId: string; answer: 'same' | 'different' }): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/i.test(options.proposalId)) return false;
  const answered = await answer(db, { ...options, decidedById: options.userId, only: options.proposalId, floor: 0 });
  return answered > 0;
}

/** Takes a member's answers to several questions of a batch, in the order given. Answers how many were taken. */
export async function answerProposals(
  db: TenantDb,
  options: Who & { answers: readonly { proposalId: string; answer: 'same' | 'different' }[] },
): Promise<number> {
  const { answers, ...who } = options;
  let taken = 0;
  for (const each of answers) if (await answerProposal(db, { ...who, ...each })) taken++;
  return taken;
}

/** "All the same": every unanswered question from the automatic threshold on. Answers how many. */
export async function confirmAutomatic(db: TenantDb, who: Who): Promise<number> {
  return answer(db, { ...who, answer: 'same', decidedById: who.userId, only: null, floor: matchParameter('match.automatic') });
}

/** On accepting: unanswered pairs from the automatic threshold on are matched, and recorded as decided by the software. */
export async function takeAutomatic(db: TenantDb, batchId: string): Promise<number> {
  return answer(db, { batchId, answer: 'same', decidedById: null, only: null, floor: matchParameter('match.automatic') });
}

async function answer(
  db: TenantDb,
  options: { batchId: string; answer: 'same' | 'different'; decidedById: string | null; only: string | null; floor: number },
): Promise<number> {
  const isOpen = await db.importBatch.count({ where: { id: options.batchId, status: { in: ['staged', 'accepted'] } } });
  if (isOpen === 0) return 0;
  const proposals = await db.matchProposal.findMany({
    where: { batchId: options.batchId, ...(options.only ? { id: options.only } : { answer: null, score: { gte: options.floor } }) },
    orderBy: [{ nameKey: 'asc' }, { score: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      nameKey: true,
      partyId: true,
      score: true,
      party: { select: { name: true, supplier: { select: { country: true } } } },
    },
  });
  // A supplier of the file is one known supplier at most: of several that are alike enough, the likeliest.
  const chosen = options.only ? proposals : proposals.filter(({ nameKey }, at) => proposals[at - 1]?.nameKey !== nameKey);
  const now = new Date();
  for (const proposal of chosen) {
    await db.matchDecision.create({
      data: {
        aKey: proposal.nameKey,
        bKey: nameIdentity(proposal.party?.name ?? '', proposal.party?.supplier?.country ?? null),
        bPartyId: proposal.partyId,
        verdict: options.answer,
        score: proposal.score,
        decidedById: options.decidedById,
        decidedAt: now,
      },
    });
    await db.matchProposal.updateMany({
      where: { id: proposal.id },
      data: { answer: options.answer, answeredById: options.decidedById, answeredAt: now },
    });
    // A party can match one known supplier only: its other questions, and earlier matches, are dropped.
    if (options.answer === 'same') await dropOthers(db, { ...proposal, batchId: options.batchId, decidedById: options.decidedById, now });
  }
  return chosen.length;
}

async function dropOthers(
  db: TenantDb,
  chosen: { id: string; nameKey: string; batchId: string; decidedById: string | null; now: Date },
): Promise<void> {
  const others = await db.matchProposal.findMany({
    where: { batchId: chosen.batchId, nameKey: chosen.nameKey, id: { not: chosen.id }, NOT: { answer: 'different' } },
    select: {
      id: true,
      nameKey: true,
      partyId: true,
      score: true,
      party: { select: { name: true, supplier: { select: { country: true } } } },
    },
  });
  for (const other of others)
    await db.matchDecision.create({
      data: {
        aKey: other.nameKey,
        bKey: nameIdentity(other.party?.name ?? '', other.party?.supplier?.country ?? null),
        bPartyId: other.partyId,
        verdict: 'different',
        score: other.score,
        decidedById: chosen.decidedById,
        decidedAt: chosen.now,
      },
    });
  await db.matchProposal.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { answer: 'different', answeredById: chosen.decidedById, answeredAt: chosen.now },
  });
}
