import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { type EvidenceRefusal, evidenceLimits } from './limits';

/**
 * Inflates an Office file entry by entry without storing it, and returns its problem: it inflates beyond the limits (its directory is not trusted), is broken,
 * or contains a program. Null without one. Stops at the first byte over a limit.
 */
export async function measureArchive(path: string): Promise<EvidenceRefusal | null> {
  const { inflatedBytes, inflatedRatio, entries } = evidenceLimits;
  let archive: yauzl.ZipFile;
  try {
    archive = await yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true });
  } catch {
    return 'file-broken';
  }
  try {
    if (archive.entryCount > entries) return 'file-inflates';
    const most = Math.min(inflatedBytes, Math.max(archive.fileSize * inflatedRatio, 1024 * 1024));
    let inflated = 0;
    for await (const entry of archive.eachEntry()) {
      if (/vbaProject\.bin$|\.(?:exe|dll|js|vbs|ps1|bat|sh|jar|class)$/i.test(entry.fileName)) return 'file-kind';
      if (entry.isEncrypted()) return 'file-broken';
      const stream = await archive.openReadStreamPromise(entry);
      const count = new Writable({
        write(chunk: Buffer, _encoding, done) {
          inflated += chunk.length;
          done(inflated > most ? new TooMuch() : null);
        },
      });
      await pipeline(stream, count);
    }
    return null;
  } catch (error) {
    return error instanceof TooMuch ? 'file-inflates' : 'file-broken';
  } finally {
    archive.close();
  }
}

class TooMuch extends Error {}
