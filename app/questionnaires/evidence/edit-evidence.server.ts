import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { changeableBy, type FileHolder } from './holder';

type Change = { evidenceId: string; audience: readonly string[]; redactedAudience: readonly string[]; validUntil: Date | null };

/**
 * Changes who may see a file and its copy, and until when it is valid; sent answers do not hinder it. Who may see it no more is refused at
 * once: the database opens and shuts the file in the same transaction. Answers its question, or null.
 */
export async function editEvidence(db: TenantDb, holder: FileHolder, change: Change): Promise<string | null> {
  const where = { id: change.evidenceId, ...changeableBy(holder), removedAt: null };
  const before = await db.evidence.findFirst({
    where,
    select: { question: true, audience: true, redactedAudience: true, validUntil: true, redactedFileId: true },
  });
  if (!before) return null;
  const audience = [...change.audience].sort();
  const redactedAudience = before.redactedFileId ? [...change.redactedAudience].sort() : before.redactedAudience;
  await db.evidence.updateMany({ where, data: { audience, redactedAudience, validUntil: change.validUntil } });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: holder.responseId,
    act: 'edit-evidence',
    userId: holder.userId,
    before: {
      audience: before.audience.join(' '),
      redactedAudience: before.redactedAudience.join(' '),
      validUntil: isoDay(before.validUntil),
    },
    after: { audience: audience.join(' '), redactedAudience: redactedAudience.join(' '), validUntil: isoDay(change.validUntil) },
  });
  return before.question;
}

const isoDay = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
