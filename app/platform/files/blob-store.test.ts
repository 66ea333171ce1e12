import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BlobStore, keyOfFile, keyOfPart } from './blob-store.server';
import { diskStore } from './disk-store.server';
import { s3Store } from './s3-store.server';

let folder: string;
let server: S3rver;
const stores = new Map<string, BlobStore>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'manumit-blobs-'));
  server = new S3rver({ port: 0, silent: true, directory: path.join(folder, 's3'), configureBuckets: [{ name: 'files', configs: [] }] });
  const { port } = await server.run();
  stores.set('disk', diskStore(path.join(folder, 'disk')));
  stores.set(
    's3',
    s3Store({
      bucket: 'files',
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
    }),
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const storeNamed = (name: string): BlobStore => {
  const store = stores.get(name);
  if (!store) throw new Error(name);
  return store;
};
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const keysUnder = async (store: BlobStore, prefix: string) => {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys.sort();
};

describe.each(['disk', 's3'])('%s', (name) => {
  test('returns what was stored, byte for byte, from a file and from memory', async () => {
    const store = storeNamed(name);
    const bytes = randomBytes(7_000_001);
    const source = path.join(folder, randomUUID());
    await writeFile(source, bytes);
    const key = keyOfFile(randomUUID(), digest(bytes));
    const nothing = new Uint8Array();
    for (const { from, expected } of [
      { from: { path: source }, expected: bytes },
      { from: { bytes }, expected: bytes },
      { from: { bytes: nothing }, expected: nothing },
    ]) {
      await store.write(key, from);
      const stream = await store.read(key);
      const read = stream ? await buffer(stream) : null;
      expect(read && digest(read)).toBe(digest(expected));
      expect(await store.size(key)).toBe(expected.length);
    }
  });

  test('reports a missing file, and deletes what is removed', async () => {
    const store = storeNamed(name);
    const key = keyOfFile(randomUUID(), digest(randomBytes(4)));
    expect(await store.read(key)).toBeNull();
    expect(await store.size(key)).toBeNull();
    await store.remove(key);
    await store.write(key, { bytes: Buffer.from('x') });
    await store.remove(key);
    expect(await store.size(key)).toBeNull();
  });

  test('lists one upload in the order of its parts, and nothing of another', async () => {
    const store = storeNamed(name);
    const [organization, upload, other] = [randomUUID(), randomUUID(), randomUUID()];
    for (const offset of [1_000_000, 0, 500]) await store.write(keyOfPart(organization, upload, offset), { bytes: Buffer.from('part') });
    await store.write(keyOfPart(organization, other, 0), { bytes: Buffer.from('part') });
    expect(await keysUnder(store, keyOfPart(organization, upload))).toEqual(
      [0, 500, 1_000_000].map((offset) => keyOfPart(organization, upload, offset)),
    );
    expect(await keysUnder(store, keyOfPart(randomUUID(), upload))).toEqual([]);
  });
});

test('no name leads out of the folder', async () => {
  expect(() => keyOfFile('../../etc', 'a'.repeat(64))).toThrow();
  expect(() => keyOfFile(randomUUID(), '../passwd')).toThrow();
  await expect(storeNamed('disk').write('files/../../x', { bytes: Buffer.from('x') })).rejects.toThrow(/leave/);
});
