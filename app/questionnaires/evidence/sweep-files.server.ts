import type { InOrganization } from '~/access/tenant-db.server';
import { blobStore, keyOfFile, keyOfPreview } from '~/platform/files/blob-store.server';
import { canScan } from '~/platform/files/clamd.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { log } from '~/platform/log/log.server';
import { ofEvidence } from './evidence-file';
import { evidenceLimits } from './limits';
import { removeParts } from './upload-parts.server';

const day = 86_400_000;

/**
 * Puts in order what one organization keeps: gives unfinished uploads up after a week, deletes the bytes of what was removed a month ago, and blobs
 * that no record names (a crash between the two leaves one); asks again for files that wait for the queue; once a day looks for every file that is kept. Grows with the organization's files.
 */
export async function sweepFiles(inOrganization: InOrganization, options: { organizationId: string; now: Date }) {
  const uploads = await giveUpUploads(inOrganization, options);
  const purged = await purgeRemoved(inOrganization, options);
  const orphans = await removeOrphans(inOrganization, options);
  const asked = await askAgain(inOrganization, options);
  const lost = options.now.getUTCHours() === lookedForAt ? await reportLost(inOrganization, options) : 0;
  return { uploads, purged, orphans, asked, lost };
}

/** The hour, UTC, at which every file is looked for: once a day. */
const lookedForAt = 3;

type Swept = { organizationId: string; now: Date };
const before = (now: Date, days: number) => new Date(now.getTime() - days * day);

async function giveUpUploads(inOrganization: InOrganization, { organizationId, now }: Swept): Promise<number> {
  const old = await inOrganization((db) =>
    db.evidenceUpload.findMany({ where: { createdAt: { lt: before(now, evidenceLimits.uploadDays) } }, take: 1_000, select: { id: true } }),
  );
  for (const { id } of old) await removeParts(organizationId, id);
  if (old.length > 0) await inOrganization((db) => db.evidenceUpload.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } }));
  return old.length;
}

/** Marks evidence files as purged that no evidence uses, current or restorable; their bytes are deleted with the orphans. */
async function purgeRemoved(inOrganization: InOrganization, { now }: Swept): Promise<number> {
  const since = before(now, evidenceLimits.removedDays);
  const inUse = { OR: [{ removedAt: null }, { removedAt: { gte: since } }] };
  const { count } = await inOrganization((db) =>
    db.storedFile.updateMany({
      where: {
        ...ofEvidence,
        purgedAt: null,
        createdAt: { lt: since },
        evidence: { none: inUse },
        redactedOf: { none: inUse },
        auditEntries: { none: {} },
        signatures: { none: {} },
        findingFiles: { none: inUse },
        siteFiles: { none: {} },
        credentials: { none: {} },
      },
      data: { purgedAt: now },
    }),
  );
  return count;
}

async function removeOrphans(inOrganization: InOrganization, { organizationId, now }: Swept): Promise<number> {
  const store = await blobStore();
  let removed = 0;
  let batch: string[] = [];
  const flush = async () => {
    const known = await inOrganization((db) =>
      db.storedFile.findMany({ where: { sha256: { in: batch }, purgedAt: null }, distinct: ['sha256'], select: { sha256: true } }),
    );
    const kept = new Set(known.map(({ sha256 }) => sha256));
    for (const sha256 of batch.filter((hash) => !kept.has(hash))) {
      await store.remove(keyOfFile(organizationId, sha256));
      await store.remove(keyOfPreview(organizationId, sha256, 'thumbnail'));
      await store.remove(keyOfPreview(organizationId, sha256, 'preview'));
      removed += 1;
    }
    batch = [];
  };
  for await (const { key, changedAt } of store.list(`files/${organizationId}/`)) {
    const sha256 = /\/([0-9a-f]{64})$/.exec(key)?.[1];
    // What was written today may have its record still to come.
    if (!sha256 || changedAt > before(now, 1)) continue;
    batch.push(sha256);
    if (batch.length >= 500) await flush();
  }
  await flush();
  return removed;
}

/** So many lost files are named in the log; a restore concerns all. */
const filesNamed = 20;

/** Logs for the operator which files are missing or truncated. Their bytes are hashed when they are served, not here. */
async function reportLost(inOrganization: InOrganization, { organizationId }: Swept): Promise<number> {
  const store = await blobStore();
  let lost = 0;
  let after = '';
  for (;;) {
    const files = await inOrganization((db) =>
      db.storedFile.findMany({
        where: { purgedAt: null, scan: { not: 'infected' }, sha256: { gt: after } },
        distinct: ['sha256'],
        orderBy: { sha256: 'asc' },
        take: 500,
        select: { sha256: true, sizeBytes: true },
      }),
    );
    for (const { sha256, sizeBytes } of files) {
      if ((await store.size(keyOfFile(organizationId, sha256))) === sizeBytes) continue;
      lost += 1;
      if (lost <= filesNamed) log('file.damaged', { organizationId, fileHash: sha256, damage: 'missing' });
    }
    const last = files.at(-1);
    if (!last) break;
    after = last.sha256;
  }
  if (lost > 0) log('files.missing', { organizationId, count: lost });
  return lost;
}

/** Files that were not prepared within ten minutes, and those whose scan failed, or was not possible when they came. */
async function askAgain(inOrganization: InOrganization, { organizationId, now }: Swept): Promise<number> {
  const late = new Date(now.getTime() - 10 * 60_000);
  const scans = canScan() ? ['waiting', 'failed', 'not-scanned'] : [];
  return inOrganization(async (db) => {
    const files = await db.storedFile.findMany({
      where: {
        AND: ofEvidence,
        purgedAt: null,
        createdAt: { lt: late },
        OR: [{ scan: { in: scans } }, { preparedAt: null, scan: { not: 'infected' } }],
      },
      take: 1_000,
      select: { id: true, uploadedById: true },
    });
    for (const { id, uploadedById } of files) await enqueue(db, 'prepare-file', { organizationId, runId: id, userId: uploadedById });
    return files.length;
  });
}
