import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TenantDb } from '~/access/tenant-db.server';
import { type FoundAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { recordingStatuses } from '~/audits/planning/states';
import { recordEvidenceFile } from '~/questionnaires/evidence/store-evidence.server';
import { prepareLater } from '~/questionnaires/evidence/take-file.server';
import { digestFile, withWorkFile } from '~/platform/files/work-file.server';
import { writeFileOnce } from '~/platform/files/store-file.server';
import { inspectPhotoApart } from './inspect-photo-apart.server';
import { type PhotoRefusal, type PhotoType, photoLimits, photoTypes } from './photo-limits';
import type { Recorder } from './require-recorder.server';

export type PhotoTaken = { kind: 'kept'; isNew: boolean } | { kind: 'refused'; code: PhotoRefusal };

/**
 * Receives the bytes of a photo under the hash computed by the device. Refused: anything but JPEG or PNG, another hash, and every picture with metadata on
 * place, time or camera: the device had to redraw it. Sending the same photo twice stores it once.
 */
export async function takePhoto({ member, audit }: Recorder, options: { request: Request; sha256: string }): Promise<PhotoTaken> {
  const { request, sha256 } = options;
  const refuse = (code: PhotoRefusal): PhotoTaken => ({ kind: 'refused', code });
  if (!recordingStatuses.includes(audit.status)) return refuse('closed');
  const declared = (request.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  if (!isPhotoType(declared)) return refuse('no-photo');
  return withWorkFile(async (path) => {
    if (!(await writeBody(request, path))) return refuse('too-large');
    const digest = await digestFile(path);
    if (digest.sha256 !== sha256) return refuse('wrong-hash');
    const problem = await inspectPhotoApart(path, { declared, owner: member.organization.id });
    if (problem) return refuse(problem);
    const organizationId = member.organization.id;
    await writeFileOnce(organizationId, { path, ...digest });
    const holder = {
      organizationId,
      responseId: audit.responseId,
      by: member.user.id,
      userId: member.user.id,
      sections: [],
      isOwn: false,
      run: member.inOrganization,
    };
    const kept = await holder.run((db) => keepRow(db, { audit, holder, file: { mediaType: declared, ...digest } }));
    if (kept.kind === 'refused') return kept;
    if (kept.isNew) await prepareLater(holder, kept.fileId);
    return { kind: 'kept', isNew: kept.isNew };
  });
}

const isPhotoType = (type: string): type is PhotoType => Object.hasOwn(photoTypes, type);

/** Writes the body to this machine; false once it goes over the limit, at which reading stops. */
async function writeBody(request: Request, path: string): Promise<boolean> {
  let bytes = 0;
  async function* withinLimit(chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > photoLimits.bytes) throw new RangeError('too large');
      yield chunk;
    }
  }
  const body = request.body ? Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]);
  try {
    await pipeline(body, withinLimit, createWriteStream(path, { mode: 0o600 }));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

type Kept = { kind: 'kept'; fileId: string; isNew: boolean } | { kind: 'refused'; code: PhotoRefusal };

async function keepRow(
  db: TenantDb,
  options: {
    audit: FoundAudit;
    holder: Parameters<typeof recordEvidenceFile>[1];
    file: { mediaType: PhotoType; sha256: string; sizeBytes: number };
  },
): Promise<Kept> {
  const { audit, holder, file } = options;
  await lockAudit(db, audit.id);
  const { status } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { status: true } });
  if (!recordingStatuses.includes(status)) return { kind: 'refused', code: 'closed' };
  const where = { responseId: audit.responseId, purgedAt: null };
  const same = await db.storedFile.findFirst({ where: { ...where, sha256: file.sha256 }, select: { id: true } });
  if (same) return { kind: 'kept', fileId: same.id, isNew: false };
  if ((await db.storedFile.count({ where })) >= photoLimits.photos) return { kind: 'refused', code: 'too-many' };
  // The file name is dropped: a phone's file name contains the time of the photo.
  const fileName = `${file.sha256.slice(0, 12)}.${photoTypes[file.mediaType]}`;
  const { id } = await recordEvidenceFile(db, holder, { ...file, fileName, isStripped: true });
  return { kind: 'kept', fileId: id, isNew: true };
}
