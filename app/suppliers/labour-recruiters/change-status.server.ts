import type { TenantDb } from '~/access/tenant-db.server';
import type { RecordValues } from '~/suppliers/facts/recruiter-record';
import { mayDecide, currentStatus, workingDaysAfter, workingDaysToReply } from './recruiter-status';
import { readEntries } from './read-entries.server';
import { recordEntry } from './record-entry.server';

type Of = { partyId: string; userId: string };
export type StatusChange = 'done' | 'unknown' | 'too-early';

/** Approves a recruiter at once; any worse status is only proposed, until the recruiter has replied or ten working days have passed since it was notified. */
export async function proposeStatus(
  db: TenantDb,
  options: Of & {
    today: string;
    proposal: Pick<RecordValues<'status'>, 'status' | 'reasonCode' | 'reason' | 'notifiedOn'> & { note: string | null };
  },
): Promise<void> {
  const { partyId, userId, today } = options;
  const { note, status, reasonCode, reason, notifiedOn } = options.proposal;
  const isApproval = status === 'approved';
  const values: RecordValues<'status'> = {
    status,
    reasonCode,
    reason,
    notifiedOn,
    replyDueOn: isApproval || notifiedOn === null ? null : workingDaysAfter(notifiedOn, workingDaysToReply),
    repliedOn: null,
    reply: null,
    decidedOn: isApproval ? today : null,
  };
  await recordEntry(db, { partyId, userId, kind: 'status', values, note, act: isApproval ? 'decide-status' : 'propose-status' });
}

/** Records what the provider says to a proposal. */
export async function recordReply(
  db: TenantDb,
  options: Of & { entryId: string; reply: { repliedOn: string; reply: string } },
): Promise<StatusChange> {
  const { partyId, userId, entryId, reply } = options;
  const entry = await findProposal(db, options);
  if (!entry) return 'unknown';
  await recordEntry(db, { partyId, userId, kind: 'status', entryId, values: { ...entry, ...reply }, act: 'record-reply' });
  return 'done';
}

/** Puts a proposal in force, or drops it. In force only once the provider had its say. */
export async function decideStatus(
  db: TenantDb,
  options: Of & { entryId: string; isInForce: boolean; today: string },
): Promise<StatusChange> {
  const { partyId, userId, entryId, today } = options;
  const entry = await findProposal(db, options);
  if (!entry) return 'unknown';
  if (!options.isInForce) {
    await recordEntry(db, { partyId, userId, kind: 'status', entryId, values: null, act: 'drop-status' });
    return 'done';
  }
  if (!mayDecide(entry, today)) return 'too-early';
  await recordEntry(db, { partyId, userId, kind: 'status', entryId, values: { ...entry, decidedOn: today }, act: 'decide-status' });
  return 'done';
}

async function findProposal(db: TenantDb, options: { partyId: string; entryId: string }): Promise<RecordValues<'status'> | null> {
  const { proposed } = currentStatus((await readEntries(db, options)).status);
  const found = proposed.find(({ entryId }) => entryId === options.entryId);
  if (!found) return null;
  const { entryId: _, sourceId: __, recordedAt: ___, ...values } = found;
  return values;
}
