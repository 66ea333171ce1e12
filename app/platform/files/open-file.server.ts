import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { log } from '~/platform/log/log.server';
import { blobStore, keyOfFile } from './blob-store.server';

/** missing: there are no bytes under the hash; altered: those that are there give another. */
export type FileDamage = 'missing' | 'altered';
type Place = { organizationId: string; sha256: string };

/** A stored file that is not what its record says. Whoever runs the installation reads of it in the log: the hash and the organization, no name. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged';
  constructor(
    readonly damage: FileDamage,
    { organizationId, sha256 }: Place,
  ) {
    super(`The stored file ${sha256} of the organization ${organizationId} is ${damage}: restore it from a backup.`);
    log('file.damaged', { organizationId, fileHash: sha256, damage });
  }
}

async function read(place: Place): Promise<Readable> {
  const stream = await (await blobStore()).read(keyOfFile(place.organizationId, place.sha256));
  if (!stream) throw new FileDamaged('missing', place);
  return stream;
}

/** Passes bytes on and throws at their end when they do not give the hash. */
async function* watched(bytes: AsyncIterable<Buffer>, place: Place): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== place.sha256) throw new FileDamaged('altered', place);
}

/** Writes the bytes of a stored file to `path`. @throws FileDamaged when they are not there, or not what was stored */
export async function copyFileTo(place: Place, path: string): Promise<void> {
  await pipeline(watched(await read(place), place), createWriteStream(path, { mode: 0o600 }));
}

/**
 * The bytes of a stored file as a stream: verified once before the first is sent, and again while they are sent, so that only the stored bytes are
 * delivered. @throws FileDamaged when they are not there, or not what was stored
 */
export async function openFile(place: Place): Promise<Readable> {
  const hash = createHash('sha256');
  for await (const chunk of await read(place)) hash.update(chunk);
  if (hash.digest('hex') !== place.sha256) throw new FileDamaged('altered', place);
  // Read on demand, so that an error occurs when there is a listener: an unhandled one ends the process.
  return Readable.from(watched(await read(place), place), { objectMode: false });
}
