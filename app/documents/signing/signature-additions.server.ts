import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { lastSignature, readSignature } from '~/documents/pdf/read-signature.server';
import { fillSignature, signatureBytes } from '~/documents/pdf/signature-field.server';
import { digestPagesApart } from '~/documents/verification/check-file-apart.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { openFile } from '~/platform/files/open-file.server';
import { stampSignature } from './timestamp.server';

export type Place = { documentId: string; form: string };
/** What is added to a signed file. `name`, `fingerprint`: of the certificate. `personalId`: how a passkey confirmed it. */
export type Addition = {
  kind: 'person' | 'time-stamp';
  name: string;
  fingerprint: string;
  addedById: string | null;
  addedAt: Date;
  personalId?: string | null;
};

/** The file of a signature as it is now, and how often something was added to it; null where the document is not signed. */
export async function currentFile(db: TenantDb, { documentId, form }: Place) {
  const found = await db.documentSignature.findFirst({
    where: { documentId, form },
    select: {
      file: { select: { sha256: true, fileName: true, sizeBytes: true } },
      additions: {
        orderBy: { number: 'desc' },
        select: { number: true, kind: true, addedById: true, file: { select: { sha256: true, fileName: true, sizeBytes: true } } },
      },
    },
  });
  if (!found) return null;
  const [newest] = found.additions;
  return { file: newest?.file ?? found.file, number: newest?.number ?? 0, additions: found.additions };
}

export async function readBytes(organizationId: string, sha256: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of await openFile({ organizationId, sha256 })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Stores the bytes of a signed file, and reads what its pages show. Before the transaction that records it. */
export async function storeSigned(organizationId: string, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await (await blobStore()).write(keyOfFile(organizationId, sha256), { bytes });
  return { sha256, sizeBytes: bytes.length, pages: await digestPagesApart(bytes, { owner: organizationId }) };
}

/** Records what was added to a file; false where something else was added to it meanwhile. */
export async function recordAdditions(
  db: TenantDb,
  place: Place,
  {
    stored,
    before,
    additions,
    now,
  }: { stored: Awaited<ReturnType<typeof storeSigned>>; before: number; additions: readonly Addition[]; now: Date },
): Promise<boolean> {
  const { documentId, form } = place;
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${`${documentId} ${form}`}, 0))::text`;
  const current = await currentFile(db, place);
  if (current?.number !== before) return false;
  const { sha256, sizeBytes, pages } = stored;
  const signature = await db.documentSignature.findFirstOrThrow({ where: place, select: { signedById: true } });
  const [first] = additions;
  const file = await db.storedFile.create({
    data: {
      ...{ sha256, sizeBytes, fileName: current.file.fileName, mediaType: 'application/pdf', scan: 'clean' },
      uploadedById: first?.addedById ?? signature.signedById,
    },
    select: { id: true },
  });
  await db.documentFile.create({ data: { documentId, form, sha256, at: now, ...(pages ? { pages } : {}) } });
  await db.signatureAddition.createMany({
    data: additions.map((addition, index) => ({ ...addition, documentId, form, number: before + index + 1, fileId: file.id })),
  });
  return true;
}

/** The time stamp of the last signature of a file as an addition; null where it has none that is valid. */
export async function stampAddition(bytes: Buffer): Promise<Addition | null> {
  const read = await readSignature(bytes);
  const last = read.kind === 'none' ? null : (read.further.at(-1) ?? read);
  const stamp = last?.timestamp;
  if (!stamp?.isValid) return null;
  const { at, name, fingerprint } = z.object({ at: z.string(), name: z.string().nullable(), fingerprint: z.string() }).parse(stamp);
  return { kind: 'time-stamp', name: name ?? '–', fingerprint, addedById: null, addedAt: new Date(at) };
}

export type StampedLater = 'stamped' | 'stamped-already' | 'off' | 'failed' | 'changed';

/** Adds a time stamp to the last signature of a signed file that has none. What the signature covers stays the same, byte for byte. */
export async function addTimestamp(
  inOrganization: InOrganization,
  place: Place & { organizationId: string; now: Date },
): Promise<StampedLater> {
  const { documentId, form, organizationId, now } = place;
  const current = await inOrganization((db) => currentFile(db, { documentId, form }));
  if (!current) return 'changed';
  const bytes = await readBytes(organizationId, current.file.sha256);
  if (await stampAddition(bytes)) return 'stamped-already';
  const last = lastSignature(bytes);
  if (!last) return 'changed';
  const { kind, cms } = await stampSignature(last.cms);
  if (kind !== 'stamped') return kind;
  const end = last.start + signatureBytes * 2 + 2;
  const filled = fillSignature({ bytes, start: last.start, end, covered: bytes }, cms);
  const addition = await stampAddition(filled);
  if (!addition) return 'failed';
  const stored = await storeSigned(organizationId, filled);
  const isRecorded = await inOrganization((db) =>
    recordAdditions(db, { documentId, form }, { stored, before: current.number, additions: [addition], now }),
  );
  return isRecorded ? 'stamped' : 'changed';
}
