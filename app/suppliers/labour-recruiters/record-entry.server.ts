import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import type { Entry, RecordKind, RecordValues } from '~/suppliers/facts/recruiter-record';
import { readEntries } from './read-entries.server';
import { shownLine } from './shown-line';

/** What activity calls a first version, a further one, and the last. */
const acts = {
  licence: ['add-licence', 'edit-licence', 'withdraw-licence'],
  certification: ['add-certification', 'edit-certification', 'withdraw-certification'],
  assessment: ['add-assessment', 'edit-assessment', 'withdraw-assessment'],
  sanction: ['add-sanction', 'edit-sanction', 'withdraw-sanction'],
  complaints: ['add-complaints', 'edit-complaints', 'withdraw-complaints'],
  corridor: ['add-corridor', 'edit-corridor', 'withdraw-corridor'],
  fee: ['add-fee', 'edit-fee', 'withdraw-fee'],
  status: ['propose-status', 'record-reply', 'drop-status'],
} as const satisfies Record<RecordKind, readonly [string, string, string]>;

/**
 * Records a line of a recruiter, or with `entryId` a further version of one: earlier versions are kept. Null withdraws the line.
 * A new source records the member's statement. Returns false when there is no such line, or nothing would change.
 */
export async function recordEntry<Kind extends RecordKind>(
  db: TenantDb,
  options: {
    partyId: string;
    kind: Kind;
    values: RecordValues<Kind> | null;
    entryId?: string | undefined;
    /** The id of a new line, where its caller refers to it. */
    newId?: string;
    userId: string;
    note?: string | null;
    act?: string;
  },
): Promise<boolean> {
  const { partyId, kind, values, entryId, newId, userId } = options;
  const entries: readonly Entry<Kind>[] = (await readEntries(db, { partyId }))[kind];
  const known = entryId === undefined ? undefined : entries.find((entry) => entry.entryId === entryId);
  if (entryId !== undefined && !known) return false;
  const before = known ? valuesOf(known) : undefined;
  if (values === null && !before) return false;
  if (before && values && JSON.stringify(sorted(before)) === JSON.stringify(sorted(values)) && !options.note) return false;
  const sourceId = await openMemberSource(db, { userId, note: options.note ?? undefined });
  // The clock, not the transaction's beginning: two versions of one form follow each other.
  await db.$executeRaw`
    INSERT INTO "RecruiterRecord" ("partyId", "entryId", "kind", "values", "isWithdrawn", "sourceId", "recordedAt")
    VALUES (${partyId}::uuid, COALESCE(${entryId ?? newId ?? null}::uuid, gen_random_uuid()), ${kind}, ${JSON.stringify(values ?? before)}::jsonb, ${values === null},
      ${sourceId}::uuid, clock_timestamp())`;
  await recordActivity(db, {
    recordKind: 'labour-recruiter',
    recordId: partyId,
    act: options.act ?? acts[kind][values === null ? 2 : known ? 1 : 0],
    userId,
    before: shownLine(before ?? {}, { locale: 'en' }),
    after: shownLine(values ?? {}, { locale: 'en' }),
  });
  return true;
}

function valuesOf<Kind extends RecordKind>(entry: Entry<Kind>): Record<string, unknown> {
  const { entryId: _, sourceId: __, recordedAt: ___, ...values } = entry;
  return values;
}

function sorted(values: Record<string, unknown>): unknown[] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
