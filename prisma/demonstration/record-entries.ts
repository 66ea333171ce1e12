import { randomUUID } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import type { EntryKind, EntryValue, SentEntry } from '~/audits/entries/entries';
import { entryHash } from '~/audits/entries/entry-hash';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { receiveEntries } from '~/audits/entries/receive-entries.server';

export type Recording = {
  entries: SentEntry[];
  /** Records one thing as a device does, and answers its key. */
  add: <Kind extends EntryKind>(kind: Kind, key: string, value: EntryValue<Kind>) => Promise<string>;
  check: (question: string, answer: string | number, note?: string) => Promise<string>;
};

/** The record of one device of the demonstration, all of it made at `at`. */
export function openRecording(at: Date): Recording {
  const entries: SentEntry[] = [];
  const add: Recording['add'] = async (kind, key, value) => {
    const entry = { id: randomUUID(), kind, key, value, replaces: [] };
    entries.push({ ...entry, hash: await entryHash(entry), madeAt: at.toISOString() });
    return key;
  };
  const check: Recording['check'] = (question, answer, note = '') =>
    add('check', question, {
      ...{ answer, methods: ['documents', 'workers'], agreement: 'agree', isLegalContext: false, note, restricted: '' },
    });
  return { entries, add, check };
}

/** Sends what a device recorded; one entry that is refused stops the demonstration. */
export async function sendRecording(db: TenantDb, audit: FoundAudit, from: { userId: string; recording: Recording }): Promise<void> {
  const received = await receiveEntries(db, audit, { deviceId: randomUUID(), userId: from.userId, entries: from.recording.entries });
  if (received.kind === 'refused' || received.refused.length > 0)
    throw new Error(
      `The demonstration could not record its audit: ${JSON.stringify(received.kind === 'refused' ? received : received.refused)}`,
    );
}
