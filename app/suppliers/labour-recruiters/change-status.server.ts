import { randomUUID } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import type { ApprovalHandler } from '~/platform/approvals/approval-handlers.server';
import type { Payload } from '~/platform/approvals/approval-kinds';
import { decideApproval, withdrawApproval } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import type { RecordValues } from '~/suppliers/facts/recruiter-record';
import { readEntries } from './read-entries.server';
import { recordEntry } from './record-entry.server';
import { currentStatus, mayDecide, workingDaysAfter, workingDaysToReply } from './recruiter-status';

type Of = { partyId: string; userId: string; now: Date };
export type StatusRefusal = 'already-proposed' | 'already-decided' | 'own-proposal' | 'not-proposer' | 'note-missing' | 'too-early';
export type StatusChange = { kind: 'done' } | { kind: 'unknown' } | { kind: 'refused'; code: StatusRefusal };
export const statusVerdicts = ['approved', 'rejected', 'withdrawn'] as const;
export type StatusVerdict = (typeof statusVerdicts)[number];
type StatusProposal = Pick<RecordValues<'status'>, 'status' | 'reasonCode' | 'reason' | 'notifiedOn'> & { note: string | null };

const isoDay = (date: Date) => date.toISOString().slice(0, 10);

/**
 * Approves a recruiter at once; any worse status is only proposed. Another person decides, once the recruiter has replied or ten working days have passed
 * since it was notified. One proposal is open at a time.
 */
export async function proposeStatus(db: TenantDb, options: Of & { proposal: StatusProposal }): Promise<StatusChange> {
  const { partyId, userId, now } = options;
  const { note, status, reasonCode, reason, notifiedOn } = options.proposal;
  const values = { status, reasonCode, reason, notifiedOn, repliedOn: null, reply: null };
  const entry = { partyId, userId, kind: 'status', note } as const;
  if (status === 'approved' || reasonCode === null) {
    await recordEntry(db, { ...entry, values: { ...values, replyDueOn: null, decidedOn: isoDay(now) }, act: 'decide-status' });
    return { kind: 'done' };
  }
  const replyDueOn = notifiedOn === null ? null : workingDaysAfter(notifiedOn, workingDaysToReply);
  const payload: Payload<'recruiter-status'> = { entryId: randomUUID(), status, reasonCode, replyDueOn };
  const approval = { subjectId: partyId, payload, reason: reason === null ? '' : reason, userId, now };
  const proposed = await proposeApproval(db, 'recruiter-status', approval);
  if (proposed.kind === 'refused') return proposed;
  await recordEntry(db, { ...entry, newId: payload.entryId, values: { ...values, replyDueOn, decidedOn: null }, act: 'propose-status' });
  return { kind: 'done' };
}

/** Records what the recruiter replies to a proposal. */
export async function recordReply(
  db: TenantDb,
  options: Of & { entryId: string; reply: { repliedOn: string; reply: string } },
): Promise<StatusChange> {
  const { partyId, userId, entryId, reply } = options;
  const entry = await findProposal(db, options);
  if (!entry) return { kind: 'unknown' };
  await recordEntry(db, { partyId, userId, kind: 'status', entryId, values: { ...entry, ...reply }, act: 'record-reply' });
  return { kind: 'done' };
}

/** Decides on a proposed status: another person approves or rejects it, and the proposer may withdraw it. */
export async function decideStatus(
  db: TenantDb,
  options: Of & { entryId: string; verdict: StatusVerdict; note: string },
): Promise<StatusChange> {
  const { partyId, userId, now, entryId, verdict, note } = options;
  const proposals = await readApprovals(db, 'recruiter-status', { subjectIds: [partyId] });
  const proposal = proposals.find(({ payload }) => payload.entryId === entryId);
  if (!proposal) return { kind: 'unknown' };
  const of = { approvalId: proposal.id, subjectId: partyId, userId, now };
  const done =
    verdict === 'withdrawn'
      ? await withdrawApproval(db, 'recruiter-status', of)
      : await decideApproval(db, 'recruiter-status', { ...of, state: verdict, note });
  if (done.kind === 'decided') return { kind: 'done' };
  if (done.code === 'unknown') return { kind: 'unknown' };
  return { kind: 'refused', code: done.code === 'expired' ? 'already-decided' : done.code };
}

/** An approved status is in force from the day of its approval; any other end withdraws the entry, which stays in the history. */
export const statusHandler: ApprovalHandler<'recruiter-status'> = {
  async obstacle(db, { subjectId: partyId, payload: { entryId } }, now) {
    const entry = await findProposal(db, { partyId, entryId });
    return entry && mayDecide(entry, isoDay(now)) ? null : 'too-early';
  },
  async decided(db, { subjectId: partyId, payload: { entryId } }, { state, userId, now, note }) {
    const entry = await findProposal(db, { partyId, entryId });
    if (!entry || userId === null) throw new Error(`The status ${entryId} of an approval is not proposed by a person.`);
    const of = { partyId, userId, kind: 'status', entryId, note } as const;
    if (state === 'approved') await recordEntry(db, { ...of, values: { ...entry, decidedOn: isoDay(now) }, act: 'decide-status' });
    else await recordEntry(db, { ...of, values: null, act: state === 'rejected' ? 'reject-status' : 'drop-status' });
  },
};

async function findProposal(db: TenantDb, options: { partyId: string; entryId: string }): Promise<RecordValues<'status'> | null> {
  const { proposed } = currentStatus((await readEntries(db, options)).status);
  const found = proposed.find(({ entryId }) => entryId === options.entryId);
  if (!found) return null;
  const { entryId: _, sourceId: __, recordedAt: ___, ...values } = found;
  return values;
}
