import { createHash } from 'node:crypto';
import type { InOrganization } from '~/access/tenant-db.server';
import { appendSignatureField } from '~/documents/pdf/append-signature.server';
import { fillSignature } from '~/documents/pdf/signature-field.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import { type OwnCertificateRefusal, ownCertificateAnswer } from './own-certificate';
import { type Addition, currentFile, readBytes, recordAdditions, stampAddition, storeSigned } from './signature-additions.server';
import { stampSignature } from './timestamp.server';

export type SignedInPerson =
  | { kind: 'signed'; isStamped: boolean | null }
  | { kind: 'refused'; code: OwnCertificateRefusal | 'not-signed' | 'signed-already' | 'changed' }
  | { kind: 'unread'; refusal: ReadRefusal };

/** `record`: under which the act is found in the activity log. */
export type ToSignInPerson = {
  documentId: string;
  forms: readonly string[];
  reason: string;
  record: { recordKind: 'audit'; recordId: string };
};

/**
 * Adds a person's signature to every form of a document that the organization signed, by the certificate in a PKCS #12 file. A reader process opens the file,
 * signs the digests and forgets the key; neither file nor password is stored. All forms are signed, or none.
 */
export async function signInPerson(
  inOrganization: InOrganization,
  { documentId, forms, reason, record }: ToSignInPerson,
  who: { organizationId: string; userId: string; userName: string; now: Date },
  { pkcs12, password }: { pkcs12: Uint8Array; password: string },
): Promise<SignedInPerson> {
  const { organizationId, userId, now } = who;
  const prepared = [];
  for (const form of forms) {
    const current = await inOrganization((db) => currentFile(db, { documentId, form }));
    if (!current) return { kind: 'refused', code: 'not-signed' };
    if (current.additions.some(({ kind, addedById }) => kind === 'person' && addedById === userId))
      return { kind: 'refused', code: 'signed-already' };
    const bytes = await readBytes(organizationId, current.file.sha256);
    prepared.push({ form, before: current.number, drawn: appendSignatureField(bytes, { name: who.userName, reason, at: now }) });
  }
  const digests = prepared.map(({ drawn }) => createHash('sha256').update(drawn.covered).digest('hex'));
  const read = await readApart(
    'table',
    { bytes: pkcs12 },
    {
      ...{ kind: 'sign-pkcs12', owner: organizationId, limits: readLimits.certificate, options: { password, digests, now } },
      answer: ownCertificateAnswer,
    },
  );
  if (!read.ok) return { kind: 'unread', refusal: read.refusal };
  if (read.value.kind === 'refused') return { kind: 'refused', code: read.value.code };
  const { name, fingerprint, signatures } = read.value;
  const stamps: string[] = [];
  const done: (Pick<(typeof prepared)[number], 'form' | 'before'> & {
    stored: Awaited<ReturnType<typeof storeSigned>>;
    additions: Addition[];
  })[] = [];
  for (const [index, { form, before, drawn }] of prepared.entries()) {
    const stamped = await stampSignature(Buffer.from(signatures[index] ?? '', 'base64'));
    stamps.push(stamped.kind);
    const bytes = fillSignature(drawn, stamped.cms);
    const stamp = stamped.kind === 'stamped' ? await stampAddition(bytes) : null;
    const person: Addition = { kind: 'person', name, fingerprint, addedById: userId, addedAt: now };
    done.push({ form, before, stored: await storeSigned(organizationId, bytes), additions: stamp ? [person, stamp] : [person] });
  }
  const isRecorded = await inOrganization(async (db) => {
    for (const { form, before, stored, additions } of done)
      if (!(await recordAdditions(db, { documentId, form }, { stored, before, additions, now }))) throw new Changed();
    await recordActivity(db, {
      ...{ ...record, act: 'sign-in-person', userId },
      after: { fingerprint },
    });
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
