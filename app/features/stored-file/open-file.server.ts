import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
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
    console.error(this.message);
  }
}

async function read(place: Place): Promise<Readable> {
  const stream = await (await blobStore()).read(keyOfFile(place.organizationId, place.sha256));
  if (!stream) throw new FileDamaged('missing', place);
  return stream;
}

/** Passes bytes on and ends in an error when they do not give the hash. */
function watch(hash: Hash, place: Place): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      hash.update(chunk);
      pass(null, chunk);
    },
    flush(end) {
      end(hash.digest('hex') === place.sha256 ? null : new FileDamaged('altered', place));
    },
  });
}

/** Writes the bytes of a stored file to `path`. @throws FileDamaged when they are not there, or not what was stored */
export async function copyFileTo(place: Place, path: string): Promise<void> {
  await pipeline(await read(place), watch(createHash('sha256'), place), createWriteStream(path, { mode: 0o600 }));
}

/**
 * The bytes of a stored file as a stream: read once before the first is handed out, and watched while they go, so that nobody gets others than were
 * stored. @throws FileDamaged when they are not there, or not what was stored
 */
export async function openFile(place: Place): Promise<Readable> {
  const hash = createHash('sha256');
  for await (const chunk of await read(place)) hash.update(chunk);
  if (hash.digest('hex') !== place.sha256) throw new FileDamaged('altered', place);
  return (await read(place)).compose(watch(createHash('sha256'), place)) as Readable;
}
