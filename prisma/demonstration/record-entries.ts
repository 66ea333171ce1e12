import { randomUUID } from 'node:crypto';
import { instrument, questionsOf, type VerificationMethod } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { EntryKind, EntryValue, SentEntry } from '~/audits/entries/entries';
import { entryHash } from '~/audits/entries/entry-hash';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { auditInstruments, interviewForms } from '~/audits/planning/states';
import { receiveEntries } from '~/audits/entries/receive-entries.server';

type Seen = Partial<Pick<EntryValue<'finding'>, 'methods' | 'agreement'>>;
export type Recording = {
  entries: SentEntry[];
  /** Records one thing as a device does, and answers its key. */
  add: <Kind extends EntryKind>(kind: Kind, key: string, value: EntryValue<Kind>) => Promise<string>;
  /** `seen`: the sources of a finding on it, where they are not the usual ones of the question. */
  check: (question: string, answer: string | number, note?: string, seen?: Seen) => Promise<string>;
};

/** The record of one device of the demonstration, all of it made at `at`. */
export function openRecording(at: Date): Recording {
  const entries: SentEntry[] = [];
  const add: Recording['add'] = async (kind, key, value) => {
    const entry = { id: randomUUID(), kind, key, value, replaces: [] };
    entries.push({ ...entry, hash: await entryHash(entry), madeAt: at.toISOString() });
    return key;
  };
  const check: Recording['check'] = (question, answer, note = '', seen = {}) =>
    add('check', question, { answer, ...sourcesOf(question, seen), isLegalContext: false, note, restricted: '' });
  return { entries, add, check };
}

let usual: Map<string, readonly VerificationMethod[]> | undefined;

/** The sources that can show a question; forced labour is never confirmed without workers. */
function sourcesOf(
  question: string,
  { methods: seen = [], agreement }: Seen,
): Pick<EntryValue<'check'>, 'methods' | 'agreement' | 'interviews'> {
  usual ??= new Map(questionsOf(instrument(auditInstruments.checklist)).map(({ key, verify }) => [key, verify]));
  const verify = usual.get(question) ?? [];
  const named = verify.length > 0 ? [...verify] : (['documents', 'workers'] as VerificationMethod[]);
  const usually = question.startsWith('BW.FL.') && !named.includes('workers') ? [...named, 'workers' as const] : named;
  const methods = seen.length > 0 ? [...seen] : usually;
  const interviews = methods.includes('workers') ? { interviews: [...interviewForms] } : {};
  return { methods, agreement: agreement ?? (methods.length > 1 ? 'agree' : 'single'), ...interviews };
}

/** Sends what a device recorded; one entry that is refused stops the demonstration. */
export async function sendRecording(db: TenantDb, audit: FoundAudit, from: { userId: string; recording: Recording }): Promise<void> {
  const received = await receiveEntries(db, audit, { deviceId: randomUUID(), userId: from.userId, entries: from.recording.entries });
  if (received.kind === 'refused' || received.refused.length > 0)
    throw new Error(
      `The demonstration could not record its audit: ${JSON.stringify(received.kind === 'refused' ? received : received.refused)}`,
    );
}
