import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { changeableBy, type FileHolder } from './holder';
import { evidenceLimits } from './limits';
import { checkPlace } from './store-evidence.server';

type Named = { evidenceId: string; now: Date };

/** Takes a piece of evidence off an open response; the record that it was there stays, and it can be put back for a month. Answers its question, or null. */
export async function removeEvidence(db: TenantDb, holder: FileHolder, { evidenceId, now }: Named): Promise<string | null> {
  const where = { id: evidenceId, ...changeableBy(holder), removedAt: null };
  const evidence = await db.evidence.findFirst({ where, select: { question: true, file: { select: { sha256: true } } } });
  if (!evidence || (await checkPlace(db, holder, evidence.question)).kind === 'refused') return null;
  const { count } = await db.evidence.updateMany({ where, data: { removedAt: now } });
  if (count === 0) return null;
  await note(db, holder, 'remove-evidence', { question: evidence.question, sha256: evidence.file.sha256 });
  return evidence.question;
}

/** Puts back what was removed, while its bytes are kept and the response is open. Answers its question, or null. */
export async function restoreEvidence(db: TenantDb, holder: FileHolder, { evidenceId, now }: Named): Promise<string | null> {
  const since = new Date(now.getTime() - evidenceLimits.removedDays * 86_400_000);
  const where = { id: evidenceId, ...changeableBy(holder), removedAt: { gte: since } };
  const evidence = await db.evidence.findFirst({ where, select: { question: true, file: { select: { sha256: true, purgedAt: true } } } });
  if (!evidence || evidence.file.purgedAt || (await checkPlace(db, holder, evidence.question)).kind === 'refused') return null;
  const { count } = await db.evidence.updateMany({ where, data: { removedAt: null } });
  if (count === 0) return null;
  await note(db, holder, 'restore-evidence', { question: evidence.question, sha256: evidence.file.sha256 });
  return evidence.question;
}

function note(db: TenantDb, holder: FileHolder, act: string, after: Record<string, unknown>): Promise<void> {
  return recordActivity(db, { recordKind: 'response', recordId: holder.responseId, act, userId: holder.userId, after });
}
