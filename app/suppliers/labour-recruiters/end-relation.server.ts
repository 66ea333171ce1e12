import type { TenantDb } from '~/access/tenant-db.server';
import { editLink } from '~/suppliers/supply-links/edit-link.server';
import { readLink } from '~/suppliers/supply-links/read-link.server';
import { unlinkParties } from '~/suppliers/supply-links/unlink-parties.server';
import type { RecordKind } from '~/suppliers/facts/recruiter-record';
import { readEntries } from './read-entries.server';
import { recordEntry } from './record-entry.server';

type Of = { partyId: string; userId: string };

/** Withdraws a line: it counts no more, and stays in the history. Answers whether there was one. */
export async function withdrawEntry(db: TenantDb, options: Of & { kind: RecordKind; entryId: string }): Promise<boolean> {
  const { partyId, kind, entryId, userId } = options;
  const isKnown = (await readEntries(db, { partyId }))[kind].some((entry) => entry.entryId === entryId);
  return isKnown && recordEntry(db, { partyId, kind, values: null, entryId, userId });
}

/** Ends an edge of a provider on a day, or takes it away where no day is given. `too-early`: it began after that day, and nothing is changed. */
export async function endRelation(
  db: TenantDb,
  options: Of & { linkId: string; validTo: string | null },
): Promise<'done' | 'unknown' | 'too-early'> {
  const { partyId, linkId, validTo, userId } = options;
  if (validTo === null) return (await unlinkParties(db, { linkId, partyId, userId })) ? 'done' : 'unknown';
  const link = await readLink(db, { linkId, partyId });
  if (!link) return 'unknown';
  const { id: _, from: __, to: ___, sourceId: ____, ...terms } = link;
  if (terms.validFrom !== null && terms.validFrom > validTo) return 'too-early';
  const result = await editLink(db, { linkId, partyId, userId, act: 'end-link', change: { ...terms, validTo, note: null } });
  return result.kind === 'saved' ? 'done' : 'unknown';
}
