import type { TenantDb } from '~/access/tenant-db.server';
import type { ApprovalHandler } from '~/platform/approvals/approval-handlers.server';
import { decideApproval, withdrawApproval } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { raiseOverride } from '~/risk/override-record/given-overrides.server';
import { appendEntry, lockCase } from './append-entry.server';
import { type CaseState, foldCase } from './fold-case';
import { listAssignable } from './open-case.server';
import { type CaseRow, findCase, readLog } from './read-log.server';
import { type DecisionRefusal, decisionRefusal, type CaseStatus } from './rules';
import type { Proposal } from './schema';
import { type CaseVerdict, eraseAfterDays, type ReleaseOverride } from './vocabulary';

export type Proposed =
  | { kind: 'proposed'; decisionId: string }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: DecisionRefusal | 'already-proposed' };
export type CaseDecided =
  | { kind: 'decided'; verdict: CaseVerdict }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: DecisionRefusal | 'own-proposal' | 'not-proposer' | 'already-decided' };

/** The status of the case, who is assigned, and who could be. */
export async function caseStatusOf(db: TenantDb, row: CaseRow): Promise<CaseStatus> {
  const people = await db.sensitiveCaseMember.findMany({ where: { caseId: row.id, endedAt: null }, select: { userId: true } });
  return {
    status: row.status,
    isHeld: row.isHeld,
    isErased: row.erasedAt !== null,
    assigned: people.map(({ userId }) => userId),
    assignable: (await listAssignable(db)).map(({ userId }) => userId),
  };
}

/** Proposes a decision of two people. It takes no effect by itself; its text is sealed in the log. */
export async function proposeDecision(
  db: TenantDb,
  options: { caseId: string; userId: string; now: Date; proposal: Proposal },
): Promise<Proposed> {
  const { caseId, userId, now, proposal } = options;
  const row = await lockCase(db, caseId);
  if (!row) return { kind: 'unknown' };
  const refusal = decisionRefusal(foldCase((await readLog(db, row)).log), await caseStatusOf(db, row), proposal);
  if (refusal) return { kind: 'refused', code: refusal };
  const approval = { subjectId: caseId, item: proposal.kind, payload: {}, reason: '', userId, now };
  const proposed = await proposeApproval(db, 'sensitive-case-decision', approval);
  if (proposed.kind === 'refused') return proposed;
  const decisionId = proposed.approvalId;
  await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'propose', content: { ...proposal, decisionId } } });
  return { kind: 'proposed', decisionId };
}

/** Another assigned person approves or rejects; the proposer may withdraw. */
export async function decide(
  db: TenantDb,
  options: { caseId: string; decisionId: string; verdict: CaseVerdict; userId: string; now: Date },
): Promise<CaseDecided> {
  const { caseId, decisionId, verdict, userId, now } = options;
  if (!(await lockCase(db, caseId))) return { kind: 'unknown' };
  const of = { approvalId: decisionId, subjectId: caseId, userId, now };
  const done =
    verdict === 'withdrawn'
      ? await withdrawApproval(db, 'sensitive-case-decision', of)
      : await decideApproval(db, 'sensitive-case-decision', { ...of, state: verdict, note: '' });
  if (done.kind === 'decided') return { kind: 'decided', verdict };
  // Never set for this kind: it neither expires nor has a note.
  if (done.code === 'unknown' || done.code === 'expired' || done.code === 'note-missing') return { kind: 'unknown' };
  return { kind: 'refused', code: done.code };
}

/** An approved decision takes effect in the same transaction. Its conditions are checked again, because the case may have changed. */
export const caseDecisionHandler: ApprovalHandler<'sensitive-case-decision'> = {
  async obstacle(db, { id, subjectId }) {
    const { row, state, proposal } = await readProposal(db, { caseId: subjectId, decisionId: id });
    return decisionRefusal(state, await caseStatusOf(db, row), proposal);
  },
  async decided(db, { id: decisionId, subjectId: caseId }, { state: verdict, userId, now }) {
    if (userId === null) throw new Error('A decision on a sensitive case was made by no person.');
    const { row, state, proposal } = await readProposal(db, { caseId, decisionId });
    const content = { decisionId, verdict, kind: proposal.kind };
    await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'decide', content } });
    if (verdict === 'approved') await carryOut(db, { row, state, proposal, userId, now });
  },
};

async function readProposal(db: TenantDb, { caseId, decisionId }: { caseId: string; decisionId: string }) {
  const row = await findCase(db, caseId);
  const state = row && foldCase((await readLog(db, row)).log);
  const proposal = state?.proposals.get(decisionId);
  if (!row || !state || !proposal) throw new Error('The log has no proposal for a decision on this record.');
  return { row, state, proposal };
}

async function carryOut(
  db: TenantDb,
  options: { row: CaseRow; state: CaseState; proposal: Proposal; userId: string; now: Date },
): Promise<void> {
  const { row, state, proposal, userId, now } = options;
  const caseId = row.id;
  const { kind, person } = proposal;
  switch (kind) {
    case 'authorities':
      return;
    case 'release':
      return release(db, { state, code: proposal.override ?? 'O1', userId, now });
    case 'assign':
      if (!person) return;
      await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'assign', content: { person } } });
      if (
        (await db.sensitiveCaseMember.updateMany({ where: { caseId, userId: person }, data: { endedAt: null, assignedAt: now } })).count ===
        0
      )
        await db.sensitiveCaseMember.createMany({ data: [{ caseId, userId: person, assignedAt: now }] });
      return;
    case 'unassign':
      if (!person) return;
      await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'unassign', content: { person } } });
      // A person who leaves the case can no longer see the row: this must be the last statement.
      await db.$executeRaw`UPDATE "SensitiveCaseMember" SET "endedAt" = ${now} WHERE "caseId" = ${caseId}::uuid AND "userId" = ${person}::uuid`;
      return;
    case 'close': {
      const eraseOn = new Date(now.getTime() + eraseAfterDays * 86_400_000);
      await db.sensitiveCase.updateMany({ where: { id: caseId }, data: { status: 'closed', closedAt: now, eraseOn } });
      return;
    }
    case 'reopen':
      await db.sensitiveCase.updateMany({ where: { id: caseId }, data: { status: 'open', closedAt: null, eraseOn: null } });
      return;
    case 'hold':
    case 'end-hold':
      await db.sensitiveCase.updateMany({ where: { id: caseId }, data: { isHeld: kind === 'hold' } });
      return;
  }
}

/**
 * The only effect of a case that others see: a critical override of the supplier from today on, with the same text for every case. For a site it is that of
 * its supplier; a labour recruiter has no score.
 */
async function release(
  db: TenantDb,
  { state, code, userId, now }: { state: CaseState; code: ReleaseOverride; userId: string; now: Date },
): Promise<void> {
  const partyId = state.subject?.partyId;
  if (!partyId) return;
  const site = await db.site.findFirst({ where: { partyId }, select: { supplierPartyId: true } });
  const merged = await db.mergedParty.findFirst({ where: { partyId: site?.supplierPartyId ?? partyId }, select: { intoPartyId: true } });
  const supplier = await db.supplier.findFirst({
    where: { partyId: merged?.intoPartyId ?? site?.supplierPartyId ?? partyId },
    select: { partyId: true },
  });
  if (!supplier) return;
  const asOf = now.toISOString().slice(0, 10);
  await raiseOverride(db, { partyId: supplier.partyId, code, evidence: 'none', since: asOf, userId });
  await scoreSuppliers(db, { partyIds: [supplier.partyId], asOf, userId });
}
