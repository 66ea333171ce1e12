import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileHolder } from './holder';
import { pdf, photo } from '../../../tests/factories/evidence';

/**
 * The whole path of a file with a bucket and a scanner configured: both are named in the environment before any module of the app reads it, which is why the
 * app’s modules are imported inside.
 */
const marker = Buffer.from('a signature that the scanner knows');
let folder: string;
let bucket: S3rver;
let clamd: net.Server;
let isDown = false;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manumit-prepare-'));
  bucket = new S3rver({ port: 0, silent: true, directory: path.join(folder, 's3'), configureBuckets: [{ name: 'evidence', configs: [] }] });
  const { port } = await bucket.run();
  clamd = net.createServer((socket) => {
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', () => {});
    if (isDown) socket.destroy();
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.subarray(-4).equals(Buffer.alloc(4)))
        socket.end(received.includes(marker) ? 'stream: Test.Signature FOUND\0' : 'stream: OK\0');
    });
  });
  await new Promise<void>((resolve) => clamd.listen(0, '127.0.0.1', resolve));
  const address = clamd.address();
  Object.assign(process.env, {
    S3_BUCKET: 'evidence',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
    CLAMD_URL: `tcp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
  });
});
afterAll(async () => {
  await bucket.close();
  clamd.close();
  await rm(folder, { recursive: true, force: true });
});

async function setUp() {
  const { makeMember } = await import('../../../tests/factories/member');
  const { makeRequest } = await import('../../../tests/factories/request');
  const { filesOfRespondent } = await import('~/questionnaires/respondent/own-files.server');
  const { forOrganization } = await import('~/access/tenant-db.server');
  const { takeFile } = await import('./take-file.server');
  const { prepareFile } = await import('./prepare-file.server');
  const { findOwnFile } = await import('./view-evidence.server');
  const { blobStore, keyOfFile, keyOfPreview, keyOfQuarantined } = await import('~/platform/files/blob-store.server');
  const request = await makeRequest(await makeMember(), { name: 'Scanned mill' });
  const holder: FileHolder = filesOfRespondent(await request.respondent());
  const { organizationId } = holder;
  const inOrganization = forOrganization({ organizationId });
  const store = await blobStore();
  const take = async (fileName: string, bytes: Buffer) => {
    const at = path.join(folder, fileName);
    await writeFile(at, bytes);
    const wishes = { question: 'P1.Q1', audience: ['buyer'], validUntil: null };
    const stored = await takeFile(holder, { file: { path: at, fileName, declaredType: '' }, wishes });
    if (stored.kind !== 'stored') throw new Error(stored.code);
    const file = await inOrganization((db) => db.storedFile.findFirstOrThrow({ where: { id: stored.fileId } }));
    return { ...stored, sha256: file.sha256 };
  };
  const fileOf = (fileId: string) => inOrganization((db) => db.storedFile.findFirstOrThrow({ where: { id: fileId } }));
  const prepare = (fileId: string) => prepareFile(inOrganization, { organizationId, fileId, now: new Date() });
  const open = (evidenceId: string, variant = 'original') => holder.run((db) => findOwnFile(db, holder, { evidenceId, variant }));
  const bytesAt = async (key: string) => {
    const stream = await store.read(key);
    return stream ? buffer(stream) : null;
  };
  const keys = {
    file: (sha256: string) => keyOfFile(organizationId, sha256),
    preview: (sha256: string, size: 'thumbnail' | 'preview') => keyOfPreview(organizationId, sha256, size),
    quarantined: (sha256: string) => keyOfQuarantined(organizationId, sha256),
  };
  return { take, fileOf, prepare, open, bytesAt, keys, inOrganization };
}

test('a file is withheld until it is scanned, then opened with thumbnails; its bytes in the bucket are the uploaded ones', async () => {
  const { take, fileOf, prepare, open, bytesAt, keys } = await setUp();
  const document = pdf('a clean contract');
  const sent = await take('contract.pdf', document);
  expect(await fileOf(sent.fileId)).toMatchObject({ scan: 'waiting' });
  expect(await open(sent.evidenceId)).toBeNull();
  await prepare(sent.fileId);
  expect(await fileOf(sent.fileId)).toMatchObject({ scan: 'clean', hasPreview: false });
  expect(await open(sent.evidenceId)).toMatchObject({
    fileName: 'contract.pdf',
    sha256: createHash('sha256').update(document).digest('hex'),
  });
  expect(await bytesAt(keys.file(sent.sha256))).toEqual(document);

  const picture = await take('dormitory.jpg', await photo({ width: 2_000, height: 1_000 }));
  await prepare(picture.fileId);
  expect(await open(picture.evidenceId, 'thumbnail')).toMatchObject({ size: 'thumbnail' });
  for (const [size, width] of [
    ['thumbnail', 320],
    ['preview', 1_600],
  ] as const) {
    const drawn = await bytesAt(keys.preview(picture.sha256, size));
    expect(await sharp(drawn ?? Buffer.alloc(0)).metadata()).toMatchObject({ format: 'webp', width });
  }
});

test('an infected file is quarantined, cannot be opened, and shows what was found', async () => {
  const { take, fileOf, prepare, open, bytesAt, keys, inOrganization } = await setUp();
  const infected = Buffer.concat([pdf().subarray(0, -6), marker, Buffer.from('\n%%EOF\n')]);
  const sent = await take('infected.pdf', infected);
  await prepare(sent.fileId);
  expect(await fileOf(sent.fileId)).toMatchObject({ scan: 'infected', scanDetail: 'Test.Signature' });
  expect(await open(sent.evidenceId)).toBeNull();
  expect(await bytesAt(keys.file(sent.sha256))).toBeNull();
  expect(await bytesAt(keys.quarantined(sent.sha256))).toEqual(infected);
  expect(await inOrganization((db) => db.activity.count({ where: { act: 'quarantine-evidence' } }))).toBe(1);
  // A second time is harmless.
  await prepare(sent.fileId);
  expect(await bytesAt(keys.quarantined(sent.sha256))).toEqual(infected);
});

test('an unavailable scanner withholds the file, and the next attempt opens it', async () => {
  const { take, fileOf, prepare, open } = await setUp();
  const sent = await take('later.pdf', pdf('later'));
  isDown = true;
  await prepare(sent.fileId);
  isDown = false;
  expect(await fileOf(sent.fileId)).toMatchObject({ scan: 'failed' });
  expect(await open(sent.evidenceId)).toBeNull();
  await prepare(sent.fileId);
  expect(await fileOf(sent.fileId)).toMatchObject({ scan: 'clean', scanDetail: null });
  expect(await open(sent.evidenceId)).not.toBeNull();
});
