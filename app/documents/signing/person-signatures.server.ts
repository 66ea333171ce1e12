import { createHash } from 'node:crypto';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { appendSignatureField } from '~/documents/pdf/append-signature.server';
import { fillSignature, type Signable } from '~/documents/pdf/signature-field.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { type Addition, currentFile, readBytes, recordAdditions, stampAddition, storeSigned } from './signature-additions.server';
import { stampSignature } from './timestamp.server';

/** `record`: under which the act is found in the activity log. */
export type ToSignInPerson = {
  documentId: string;
  forms: readonly string[];
  reason: string;
  record: { recordKind: 'audit'; recordId: string };
};
export type Signatory = { organizationId: string; userId: string; userName: string; now: Date };

/** One file of the document with a free field for the signature. `digest`: SHA-256 in hex of what the signature covers; `before`: what was added so far. */
export type PreparedForm = { form: string; before: number; drawn: Signable; digest: string };

export type FormsPrepared = { kind: 'prepared'; forms: PreparedForm[] } | { kind: 'refused'; code: 'not-signed' | 'signed-already' };

/** Every form of a document that the organization signed, with a field for this person's signature. The same files, person and moment give the same bytes. */
export async function prepareForms(
  inOrganization: InOrganization,
  { documentId, forms, reason }: Omit<ToSignInPerson, 'record'>,
  { organizationId, userId, userName, now }: Signatory,
): Promise<FormsPrepared> {
  const prepared: PreparedForm[] = [];
  for (const form of forms) {
    const current = await inOrganization((db) => currentFile(db, { documentId, form }));
    if (!current) return { kind: 'refused', code: 'not-signed' };
    if (current.additions.some(({ kind, addedById }) => kind === 'person' && addedById === userId))
      return { kind: 'refused', code: 'signed-already' };
    const bytes = await readBytes(organizationId, current.file.sha256);
    const drawn = appendSignatureField(bytes, { name: userName, reason, at: now });
    prepared.push({ form, before: current.number, drawn, digest: createHash('sha256').update(drawn.covered).digest('hex') });
  }
  return { kind: 'prepared', forms: prepared };
}

/** `isStamped`: false where the time stamp service gave no stamp and the queue tries again; null where none is configured. */
export type SignaturesKept = { kind: 'signed'; isStamped: boolean | null } | { kind: 'refused'; code: 'changed' };

/**
 * Writes the signatures into their files, asks for time stamps and records all of it, or nothing. `signatures`: one CMS a form, in the order of the forms.
 * `keep`: stores in the same transaction how a passkey confirmed the signatures, and gives its id; null undoes all.
 */
export async function keepSignatures(
  inOrganization: InOrganization,
  {
    documentId,
    record,
    forms,
    signatures,
  }: Omit<ToSignInPerson, 'forms' | 'reason'> & { forms: readonly PreparedForm[]; signatures: readonly Uint8Array[] },
  { organizationId, userId, now }: Signatory,
  certificate: { name: string; fingerprint: string; keep?: (db: TenantDb) => Promise<string | null> },
): Promise<SignaturesKept> {
  const { name, fingerprint, keep } = certificate;
  const stamps: string[] = [];
  const done: { form: string; before: number; stored: Awaited<ReturnType<typeof storeSigned>>; additions: Addition[] }[] = [];
  for (const [index, { form, before, drawn }] of forms.entries()) {
    const signature = signatures[index];
    if (!signature) throw new Error('A file is without its signature.');
    const stamped = await stampSignature(signature);
    stamps.push(stamped.kind);
    const bytes = fillSignature(drawn, stamped.cms);
    const stamp = stamped.kind === 'stamped' ? await stampAddition(bytes) : null;
    const person: Addition = { kind: 'person', name, fingerprint, addedById: userId, addedAt: now };
    done.push({ form, before, stored: await storeSigned(organizationId, bytes), additions: stamp ? [person, stamp] : [person] });
  }
  const isRecorded = await inOrganization(async (db) => {
    const personalId = keep ? await keep(db) : null;
    if (keep && personalId === null) throw new Changed();
    for (const { form, before, stored, additions } of done) {
      const own = additions.map((addition) => (addition.kind === 'person' ? { ...addition, personalId } : addition));
      if (!(await recordAdditions(db, { documentId, form }, { stored, before, additions: own, now }))) throw new Changed();
    }
    await recordActivity(db, { ...{ ...record, act: 'sign-in-person', userId }, after: { fingerprint } });
    if (stamps.includes('failed')) await enqueue(db, 'stamp-signature', { organizationId, runId: documentId, userId });
    return true;
  }).catch((error: unknown) => {
    if (error instanceof Changed) return false;
    throw error;
  });
  if (!isRecorded) return { kind: 'refused', code: 'changed' };
  return { kind: 'signed', isStamped: stamps.includes('off') ? null : !stamps.includes('failed') };
}

/** Undoes what was recorded for other forms. */
class Changed extends Error {}
