import { expect, it } from 'vitest';
import { makeDocument } from '../../../tests/factories/document';
import { makeMember } from '../../../tests/factories/member';
import { ReportDocument } from '~/documents/pdf/report-document.server';
import { readSignature } from '~/documents/pdf/read-signature.server';
import { placeSignatureField } from '~/documents/pdf/signature-field.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { findSignature, signReport } from './sign-report.server';
import { readSigningKey, retireSigningKey } from './signing-key.server';

const now = new Date('2026-11-26T10:00:00Z');

it('signs once with the organization’s key, stores the file, and no plain-text key', async () => {
  const owner = await makeMember();
  const other = await makeMember();
  const who = { organizationId: owner.organization.id, organizationName: owner.organization.name, userId: owner.user.id, now };
  const sign = ({ id: documentId, hash: reportHash }: { id: string; hash: string }) =>
    signReport(
      owner.inOrganization,
      {
        ...{ documentId, reportHash, fileName: 'r.pdf', reason: 'Report approved' },
        render: async (field) => {
          const report = new ReportDocument({ title: 't', author: 'a', subject: 's', locale: 'en', createdAt: now });
          report.addPage();
          placeSignatureField(report, field);
          return report.finish();
        },
      },
      who,
    );
  const report = (year: string) => owner.inOrganization((db) => makeDocument(db, { kind: 'yearly', subjectId: null, item: year }));
  const [one, two] = [await report('2025'), await report('2026')];
  expect(await sign(one)).toEqual({ kind: 'signed', isStamped: null });
  expect(await sign(one)).toEqual({ kind: 'refused', code: 'signed-already' });
  const key = await owner.inOrganization(readSigningKey);
  expect(await other.inOrganization(readSigningKey)).toBeNull();
  const found = await owner.inOrganization((db) => findSignature(db, { documentId: one.id }));
  const stream = await (await blobStore()).read(keyOfFile(owner.organization.id, found?.file.sha256 ?? ''));
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(Buffer.from(chunk));
  expect(await readSignature(Buffer.concat(chunks))).toMatchObject({
    isValid: true,
    fingerprint: key?.fingerprint,
    name: owner.organization.name,
  });

  expect(await owner.inOrganization((db) => retireSigningKey(db, { userId: owner.user.id, now }))).toBe(true);
  expect(await owner.inOrganization(readSigningKey)).toBeNull();
  expect(await sign(two)).toEqual({ kind: 'signed', isStamped: null });
  expect((await owner.inOrganization(readSigningKey))?.fingerprint).not.toBe(key?.fingerprint);
  expect(await owner.inOrganization((db) => findSignature(db, { documentId: one.id }))).toMatchObject({
    key: { fingerprint: key?.fingerprint },
  });
  const sealed = await owner.inOrganization((db) => db.signingKey.findMany({ select: { sealedKey: true } }));
  for (const { sealedKey } of sealed) expect(sealedKey).toMatch(/^v1\./);
});
