import { createHash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { receiveEntries } from '~/audits/entries/receive-entries.server';
import { findAudit, type FoundAudit } from '~/audits/planning/find-audit.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { findingValue, makeAudit, makeEntry } from '../../../tests/factories/audit';
import { photo } from '../../../tests/factories/evidence';
import { makeMember } from '../../../tests/factories/member';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { openFindings } from './open-findings.server';

it('opens each finding with the photos that it names and those that name it, each once', async () => {
  const owner = await makeMember();
  const { auditId } = await makeAudit(owner);
  const withAudit = <T>(work: (db: TenantDb, audit: FoundAudit) => Promise<T>) =>
    owner.inOrganization(async (db) => {
      const audit = await findAudit(db, { auditId, userId: owner.user.id, role: 'owner' });
      if (!audit) throw new Error('no audit');
      return work(db, audit);
    });
  const keep = async () => {
    const bytes = Buffer.concat([await photo(), Buffer.from(randomUUID())]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await (await blobStore()).write(keyOfFile(owner.organization.id, sha256), { bytes });
    await withAudit((db, { responseId }) =>
      db.storedFile.create({
        data: { sha256, fileName: 'exit.jpg', mediaType: 'image/jpeg', sizeBytes: bytes.length, uploadedById: owner.user.id, responseId },
      }),
    );
    return { sha256, mediaType: 'image/jpeg' as const, sizeBytes: bytes.length, width: 400, height: 300 };
  };
  const [finding, other, named, both, about, ofOther] = [0, 1, 2, 3, 4, 5].map(() => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const photoOf = async (key: string, of: string | null) =>
    makeEntry('photo', key, { ...(await keep()), about: of, caption: key, blurred: 0, isWithdrawn: false });
  const entries = [
    await makeEntry('finding', finding, findingValue('BW.CL.2.a', { photos: [named, both] })),
    await makeEntry('finding', other, findingValue('BW.WT.2.b', { photos: [] })),
    await photoOf(named, null),
    await photoOf(both, finding),
    await photoOf(about, finding),
    await photoOf(ofOther, other),
  ];
  const received = await withAudit((db, audit) => receiveEntries(db, audit, { deviceId: randomUUID(), userId: owner.user.id, entries }));
  expect(received).toMatchObject({ kind: 'received', refused: [] });

  await withAudit((db, audit) => openFindings(db, audit, { userId: owner.user.id, now: new Date() }));

  const filesOf = (findingId: string) => owner.inOrganization((db) => db.findingFile.count({ where: { findingId } }));
  expect([await filesOf(finding), await filesOf(other)]).toEqual([3, 1]);
});
