import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { openResponse } from '~/questionnaires/responses/open-response.server';
import { defaultInstrument } from '~/questionnaires/responses/schema';
import { blobStore, keyOfPart } from '~/platform/files/blob-store.server';
import { pdf } from '../../../tests/factories/evidence';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import type { FileHolder } from './holder';
import { finishUpload, writePart } from './upload-parts.server';

// Several web processes: the lock of the upload protocol is in the memory of one, so these bypass it.

let holder: FileHolder;

beforeAll(async () => {
  const owner = await makeMember();
  const supplier = await makeSupplier(owner, { name: 'Mill with two web processes' });
  const opened = await owner.inOrganization((db) =>
    openResponse(db, { supplierPublicId: supplier.publicId, instrumentKey: defaultInstrument, dueOn: null, userId: owner.user.id }),
  );
  if (opened.kind !== 'opened') throw new Error(opened.code);
  holder = {
    organizationId: owner.organization.id,
    responseId: opened.responseId,
    by: owner.user.id,
    isOwn: true,
    userId: owner.user.id,
    sections: [],
    run: owner.inOrganization,
  };
});

async function announce(sizeBytes: number): Promise<string> {
  const id = randomUUID();
  await holder.run((db) =>
    db.evidenceUpload.createMany({
      data: [
        {
          ...{ id, responseId: holder.responseId, fileName: 'payroll.pdf', declaredType: 'application/pdf', sizeBytes },
          ...{ createdById: holder.by, question: 'P1.Q1', audience: [] },
        },
      ],
    }),
  );
  return id;
}
const write = (uploadId: string, bytes: Buffer) => writePart(holder, { uploadId, offset: 0, stream: Readable.from([bytes]) });

test('of two parts with the same offset the accepted one is stored', async () => {
  const uploadId = await announce(100);
  const parts = [Buffer.alloc(60, 'a'), Buffer.alloc(30, 'b')];
  const offsets = await Promise.all(parts.map((part) => write(uploadId, part)));
  expect(offsets.filter((offset) => offset > 0)).toHaveLength(1);
  const stored = await (await blobStore()).read(keyOfPart(holder.organizationId, uploadId, 0));
  expect(stored && (await buffer(stored)).length).toBe(Math.max(...offsets));
});

test('an upload that is completed twice at once is attached once, and both get the result', async () => {
  const bytes = pdf('payroll of June');
  const uploadId = await announce(bytes.length);
  await write(uploadId, bytes);
  const finished = await Promise.all([finishUpload(holder, uploadId), finishUpload(holder, uploadId)]);
  expect(finished.map(({ kind }) => kind)).toEqual(['stored', 'stored']);
  expect(finished[0]).toEqual(finished[1]);
});
