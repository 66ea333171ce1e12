import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import type { TenantDb } from '~/access/tenant-db.server';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { incomingSchema, otherNameSchema } from './proposal';
import { ownSite } from './read-same.server';

type Who = { batchId: string; userId: string };

/** Takes a person's answer to one question of a batch that is not accepted yet, and remembers it for every later file. False when it is too late or unknown. */
export async function answerProposal(db: TenantDb, options: Who & { proposalId: string; answer: 'same' | 'different' }): Promise<boolean> {
  if (!/^[0-9a-f-]{36}$/i.test(options.proposalId)) return false;
  const answered = await answer(db, { ...options, decidedById: options.userId, only: options.proposalId, floor: 0 });
  return answered > 0;
}

/**
 * Takes a member's answers about names of a batch, in the order given: the same as the other side of a question, or different from all that is asked
 * of that name in its line. Answers how many were taken.
 */
export async function answerProposals(
  db: TenantDb,
  options: Who & { answers: readonly { proposalId: string; answer: 'same' | 'different' }[] },
): Promise<number> {
  const { answers, ...who } = options;
  let taken = 0;
  for (const each of answers) {
    const all = each.answer === 'same' ? [each.proposalId] : await askedOfName(db, { ...who, proposalId: each.proposalId });
    let isTaken = false;
    for (const proposalId of all) isTaken = (await answerProposal(db, { ...who, proposalId, answer: each.answer })) || isTaken;
    if (isTaken) taken++;
  }
  return taken;
}

/** The question and those of the same name in its line that wait for an answer. */
async function askedOfName(db: TenantDb, { batchId, proposalId }: Who & { proposalId: string }): Promise<string[]> {
  if (!/^[0-9a-f-]{36}$/i.test(proposalId)) return [];
  const one = await db.matchProposal.findFirst({ where: { id: proposalId, batchId }, select: { nameKey: true, cluster: true } });
  if (!one) return [];
  const others = await db.matchProposal.findMany({
    where: { batchId, ...one, answer: null, id: { not: proposalId } },
    select: { id: true },
  });
  return [proposalId, ...others.map(({ id }) => id)];
}

/** One answer for whole lines: each of their names the same as the likeliest other side, or different from all. Answers how many names. */
export async function answerLines(
  db: TenantDb,
  options: Who & { clusters: readonly string[]; answer: 'same' | 'different' },
): Promise<number> {
  const { clusters, answer, ...who } = options;
  const proposals = await db.matchProposal.findMany({
    where: { batchId: who.batchId, cluster: { in: [...clusters] } },
    orderBy: [{ score: 'desc' }, { id: 'asc' }],
    select: { id: true, nameKey: true },
  });
  const names = new Map(proposals.map(({ id, nameKey }) => [nameKey, id] as const).reverse());
  return answerProposals(db, { ...who, answers: [...names.values()].map((proposalId) => ({ proposalId, answer })) });
}

/** "All the same": every unanswered question from the automatic threshold on. Answers how many. */
export async function confirmAutomatic(db: TenantDb, who: Who): Promise<number> {
  return answer(db, { ...who, answer: 'same', decidedById: who.userId, only: null, floor: matchParameter('match.automatic') });
}

/** On accepting: unanswered pairs from the automatic threshold on are matched, and recorded as decided by the software. */
export async function takeAutomatic(db: TenantDb, batchId: string): Promise<number> {
  return answer(db, { batchId, answer: 'same', decidedById: null, only: null, floor: matchParameter('match.automatic') });
}

/** The matches that the software decided by itself on accepting a batch are asked again; answers of members are remembered. */
export async function forgetAutomatic(db: TenantDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "MatchDecision" d USING "MatchProposal" p
    WHERE p."batchId" = ${batchId}::uuid AND p."answer" IS NOT NULL AND p."answeredById" IS NULL AND d."decidedById" IS NULL
      AND d."decidedAt" = p."answeredAt"
      AND (d."aKey" = p."nameKey" AND d."bPartyId" = p."partyId" OR p."otherKey" IS NOT NULL AND d."aPartyId" IS NULL AND d."bPartyId" IS NULL)`;
}

const chosenFields = {
  id: true,
  nameKey: true,
  partyId: true,
  otherKey: true,
  incoming: true,
  other: true,
  about: true,
  score: true,
  reasons: true,
  party: { select: { name: true, supplier: { select: { country: true } } } },
} as const;
type Answered = { batchId: string; decidedById: string | null; now: Date };

async function answer(
  db: TenantDb,
  options: { batchId: string; answer: 'same' | 'different'; decidedById: string | null; only: string | null; floor: number },
): Promise<number> {
  const isOpen = await db.importBatch.count({ where: { id: options.batchId, status: { in: ['staged', 'accepted'] } } });
  if (isOpen === 0) return 0;
  const proposals = await db.matchProposal.findMany({
    where: { batchId: options.batchId, ...(options.only ? { id: options.only } : { answer: null, score: { gte: options.floor } }) },
    orderBy: [{ nameKey: 'asc' }, { score: 'desc' }, { id: 'asc' }],
    select: chosenFields,
  });
  // A supplier of the file is one known supplier at most: of several that are alike enough, the likeliest. With names of its own list it may be one besides.
  const taken = new Set<string>();
  const chosen = proposals.filter(({ nameKey, partyId }) => {
    if (options.only || partyId === null) return true;
    if (taken.has(nameKey)) return false;
    taken.add(nameKey);
    return true;
  });
  const now = new Date();
  for (const proposal of chosen) {
    await decide(db, proposal, { verdict: options.answer, ...options, now });
    await db.matchProposal.updateMany({
      where: { id: proposal.id },
      data: { answer: options.answer, answeredById: options.decidedById, answeredAt: now },
    });
    // A party can match one known supplier only: its other questions, and earlier matches, are dropped.
    if (options.answer === 'same' && proposal.partyId !== null) await dropOthers(db, { ...proposal, ...options, now });
    // The other name of the list is asked about known suppliers itself.
    else if (options.answer === 'same')
      await db.matchProposal.updateMany({
        where: {
          ...{ batchId: options.batchId, nameKey: proposal.nameKey, answer: null, partyId: { not: null } },
          score: { lt: matchParameter('match.automatic') },
        },
        data: { answer: 'different', answeredById: options.decidedById, answeredAt: now },
      });
  }
  return chosen.length;
}

type Chosen = Prisma.MatchProposalGetPayload<{ select: typeof chosenFields }>;

/** Remembers an answer: about a name and a known supplier, or about two names or sites of lists. */
async function decide(
  db: TenantDb,
  proposal: Chosen,
  { verdict, decidedById, now }: Answered & { verdict: 'same' | 'different' },
): Promise<void> {
  const { nameKey, partyId, party, otherKey, score } = proposal;
  const bKey = party ? nameIdentity(party.name, party.supplier?.country ?? null) : otherKey;
  if (bKey === null) return;
  const said = { verdict, score, decidedById, decidedAt: now };
  await db.matchDecision.create({ data: { aKey: nameKey, bKey, bPartyId: partyId, ...said } });
  const [incoming, other] = [incomingSchema.safeParse(proposal.incoming), otherNameSchema.safeParse(proposal.other)];
  // Two names of one list at one address are one site too.
  const isOnePlace = z.array(z.string()).safeParse(proposal.reasons).data?.includes('same-address') ?? false;
  if (verdict !== 'same' || proposal.about !== 'company' || !isOnePlace || !incoming.success || !other.success) return;
  const [aKey, siteKey] = [ownSite(incoming.data), ownSite(other.data)];
  if (aKey !== siteKey) await db.matchDecision.create({ data: { aKey, bKey: siteKey, ...said } });
}

async function dropOthers(db: TenantDb, chosen: Answered & { id: string; nameKey: string }): Promise<void> {
  const others = await db.matchProposal.findMany({
    where: { batchId: chosen.batchId, nameKey: chosen.nameKey, id: { not: chosen.id }, NOT: { answer: 'different' } },
    select: chosenFields,
  });
  // What a name of the list is to another name follows from the known supplier that it is: that is no answer to remember.
  for (const other of others) if (other.partyId !== null) await decide(db, other, { ...chosen, verdict: 'different' });
  await db.matchProposal.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { answer: 'different', answeredById: chosen.decidedById, answeredAt: chosen.now },
  });
}
