import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import type { TenantDb } from '~/access/tenant-db.server';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { incomingSchema, otherNameSchema } from './proposal';
import { ownSite } from './read-same.server';

type Answer = 'same' | 'different';
type Who = { batchId: string; userId: string };

/** Takes a person's answer to one question of a batch that is not accepted yet, and remembers it for every later file. False when it is too late or unknown. */
export async function answerProposal(db: TenantDb, options: Who & { proposalId: string; answer: Answer }): Promise<boolean> {
  const { batchId, userId, proposalId, answer } = options;
  const sheet = await openSheet(db, { batchId, decidedById: userId, proposals: { ids: [proposalId] } });
  if (!sheet?.has(proposalId)) return false;
  sheet.answer(proposalId, answer);
  await sheet.keep();
  return true;
}

/**
 * Takes a member's answers about names of a batch, in the order given: the same as the other side of a question, or different from all that is asked
 * of that name in its line. Answers how many were taken. Five statements, however many answers.
 */
export async function answerProposals(
  db: TenantDb,
  options: Who & { answers: readonly { proposalId: string; answer: Answer }[] },
): Promise<number> {
  const { batchId, userId, answers } = options;
  const ids = answers.map(({ proposalId }) => proposalId);
  const sheet = await openSheet(db, { batchId, decidedById: userId, proposals: { ids } });
  if (!sheet) return 0;
  let taken = 0;
  for (const { proposalId, answer } of answers) {
    if (!sheet.has(proposalId)) continue;
    for (const id of answer === 'same' ? [proposalId] : sheet.askedOfName(proposalId)) sheet.answer(id, answer);
    taken++;
  }
  await sheet.keep();
  return taken;
}

/** One answer for whole lines: each of their names the same as the likeliest other side, or different from all. Answers how many names. */
export async function answerLines(db: TenantDb, options: Who & { clusters: readonly string[]; answer: Answer }): Promise<number> {
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
export async function confirmAutomatic(db: TenantDb, { batchId, userId }: Who): Promise<number> {
  return answerAutomatic(db, { batchId, decidedById: userId });
}

/** On accepting: unanswered pairs from the automatic threshold on are matched, and recorded as decided by the software. */
export async function takeAutomatic(db: TenantDb, batchId: string): Promise<number> {
  return answerAutomatic(db, { batchId, decidedById: null });
}

async function answerAutomatic(db: TenantDb, who: { batchId: string; decidedById: string | null }): Promise<number> {
  const sheet = await openSheet(db, { ...who, proposals: 'automatic' });
  if (!sheet) return 0;
  // A supplier of the file is one known supplier at most: of several that are alike enough, the likeliest. With names of its own list it may be one besides.
  const taken = new Set<string>();
  let answered = 0;
  for (const { id, nameKey, partyId } of sheet.unanswered(matchParameter('match.automatic'))) {
    if (partyId !== null && taken.has(nameKey)) continue;
    if (partyId !== null) taken.add(nameKey);
    sheet.answer(id, 'same');
    answered++;
  }
  await sheet.keep();
  return answered;
}

/** The matches that the software decided by itself on accepting a batch are asked again; answers of members are remembered. */
export async function forgetAutomatic(db: TenantDb, batchId: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "MatchDecision" d USING "MatchProposal" p
    WHERE p."batchId" = ${batchId}::uuid AND p."answer" IS NOT NULL AND p."answeredById" IS NULL AND d."decidedById" IS NULL
      AND d."decidedAt" = p."answeredAt"
      AND (d."aKey" = p."nameKey" AND d."bPartyId" = p."partyId" OR p."otherKey" IS NOT NULL AND d."aPartyId" IS NULL AND d."bPartyId" IS NULL)`;
}

const proposalFields = {
  ...{ id: true, nameKey: true, partyId: true, otherKey: true, incoming: true, other: true, about: true, score: true, reasons: true },
  ...{ answer: true, cluster: true, party: { select: { name: true, supplier: { select: { country: true } } } } },
} as const;
type Proposal = Prisma.MatchProposalGetPayload<{ select: typeof proposalFields }>;
type Decision = { aKey: string; bKey: string; bPartyId: string | null; verdict: Answer; score: number };

/**
 * The questions about the names of some proposals, on which answers are noted in memory and written at once. Null where the batch is accepted or
 * unknown. Reads three times and writes twice, however many there are.
 */
async function openSheet(
  db: TenantDb,
  { batchId, decidedById, proposals }: { batchId: string; decidedById: string | null; proposals: { ids: readonly string[] } | 'automatic' },
) {
  const isOpen = await db.importBatch.count({ where: { id: batchId, status: { in: ['staged', 'accepted'] } } });
  const ids = proposals === 'automatic' ? [] : proposals.ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id));
  if (isOpen === 0 || (proposals !== 'automatic' && ids.length === 0)) return null;
  const named = await db.matchProposal.findMany({
    where: {
      batchId,
      ...(proposals === 'automatic' ? { answer: null, score: { gte: matchParameter('match.automatic') } } : { id: { in: ids } }),
    },
    select: { nameKey: true },
    distinct: ['nameKey'],
  });
  const rows = await db.matchProposal.findMany({
    where: { batchId, nameKey: { in: named.map(({ nameKey }) => nameKey) } },
    orderBy: [{ nameKey: 'asc' }, { score: 'desc' }, { id: 'asc' }],
    select: proposalFields,
  });
  return answerSheet(db, rows, decidedById);
}

function answerSheet(db: TenantDb, rows: readonly Proposal[], decidedById: string | null) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byName = new Map<string, Proposal[]>();
  for (const row of rows) byName.set(row.nameKey, [...(byName.get(row.nameKey) ?? []), row]);
  const answers = new Map<string, Answer>();
  // Of two answers about one pair the later counts: decisions of one moment have no order.
  const decisions = new Map<string, Decision>();
  const answerOf = ({ id, answer }: Proposal) => answers.get(id) ?? answer;
  const othersOf = ({ id, nameKey }: Proposal) => (byName.get(nameKey) ?? []).filter((other) => other.id !== id);
  const decide = (proposal: Proposal, verdict: Answer) => {
    for (const decision of decisionsOf(proposal, verdict))
      decisions.set([decision.aKey, decision.bKey, decision.bPartyId].join('\n'), decision);
  };
  return {
    has: (id: string) => byId.has(id),
    /** The question and those of the same name in its line that wait for an answer. */
    askedOfName(id: string): string[] {
      const one = byId.get(id);
      if (!one) return [];
      return [id, ...othersOf(one).flatMap((other) => (other.cluster === one.cluster && answerOf(other) === null ? [other.id] : []))];
    },
    unanswered: (floor: number) => rows.filter((row) => answerOf(row) === null && row.score.toNumber() >= floor),
    answer(id: string, answer: Answer): void {
      const proposal = byId.get(id);
      if (!proposal) return;
      decide(proposal, answer);
      answers.set(id, answer);
      if (answer === 'different') return;
      // A party can match one known supplier only: its other questions, and earlier matches, are dropped.
      const dropped = othersOf(proposal).filter((other) =>
        proposal.partyId === null
          ? // The other name of the list is asked about known suppliers itself.
            answerOf(other) === null && other.partyId !== null && other.score.toNumber() < matchParameter('match.automatic')
          : answerOf(other) !== 'different',
      );
      for (const other of dropped) {
        // What a name of the list is to another name follows from the known supplier that it is: that is no answer to remember.
        if (proposal.partyId !== null && other.partyId !== null) decide(other, 'different');
        answers.set(other.id, 'different');
      }
    },
    /** Writes what was noted. */
    async keep(): Promise<void> {
      if (answers.size === 0) return;
      const now = new Date();
      await db.matchDecision.createMany({
        data: [...decisions.values()].map((decision) => ({ ...decision, decidedById, decidedAt: now })),
      });
      const given = JSON.stringify([...answers].map(([id, answer]) => ({ id, answer })));
      await db.$executeRaw`
        UPDATE "MatchProposal" p SET "answer" = t.answer, "answeredById" = ${decidedById}::uuid, "answeredAt" = ${now}
        FROM json_to_recordset(${given}::json) AS t(id uuid, answer text) WHERE p."id" = t.id`;
    },
  };
}

/** What an answer says: about a name and a known supplier, or about two names or sites of lists. */
function decisionsOf({ nameKey, partyId, party, otherKey, score, ...proposal }: Proposal, verdict: Answer): Decision[] {
  const bKey = party ? nameIdentity(party.name, party.supplier?.country ?? null) : otherKey;
  if (bKey === null) return [];
  const decided: Decision[] = [{ aKey: nameKey, bKey, bPartyId: partyId, verdict, score: score.toNumber() }];
  const [incoming, other] = [incomingSchema.safeParse(proposal.incoming), otherNameSchema.safeParse(proposal.other)];
  // Two names of one list at one address are one site too.
  const isOnePlace = z.array(z.string()).safeParse(proposal.reasons).data?.includes('same-address') ?? false;
  if (verdict !== 'same' || proposal.about !== 'company' || !isOnePlace || !incoming.success || !other.success) return decided;
  const [aKey, siteKey] = [ownSite(incoming.data), ownSite(other.data)];
  return aKey === siteKey ? decided : [...decided, { aKey, bKey: siteKey, bPartyId: null, verdict, score: score.toNumber() }];
}
