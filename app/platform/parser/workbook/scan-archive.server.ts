import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { type ReadLimits, ReadRefused } from '../limits';
import { CellCounter } from './count-cells';

type Scanned = { entries: string[]; inflatedBytes: number; cells: number };
export type ScanLimits = Pick<ReadLimits, 'entries' | 'inflatedBytes' | 'cells'>;

/**
 * Scans a workbook as a stream without storing it: parts, their real inflated size, and cells. Stops at the first over a limit, so that the workbook can be
 * opened safely afterwards. The archive's directory is not trusted, only refused where it claims too much. @throws ReadRefused
 */
export async function scanArchive(bytes: Uint8Array, limits: ScanLimits): Promise<Scanned> {
  const archive = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    validateEntrySizes: true,
  });
  if (archive.entryCount > limits.entries) throw new ReadRefused('too-many-entries');
  const entries: yauzl.Entry[] = [];
  let declared = 0;
  for await (const entry of archive.eachEntry()) {
    entries.push(entry);
    declared += entry.uncompressedSize;
    if (declared > limits.inflatedBytes) throw new ReadRefused('inflates');
  }
  let inflatedBytes = 0;
  const counter = new CellCounter();
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new ReadRefused('not-readable');
    if (entry.fileName.endsWith('/')) continue;
    const count = new Writable({
      write(chunk: Buffer, _encoding, done) {
        inflatedBytes += chunk.length;
        counter.add(chunk);
        if (inflatedBytes > limits.inflatedBytes) done(new ReadRefused('inflates'));
        else done(counter.cells > limits.cells ? new ReadRefused('too-many-cells') : null);
      },
    });
    counter.begin();
    await pipeline(await archive.openReadStreamPromise(entry), count);
  }
  return { entries: entries.map(({ fileName }) => fileName), inflatedBytes, cells: counter.cells };
}
