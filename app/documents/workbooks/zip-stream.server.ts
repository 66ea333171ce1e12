import { AsyncLocalStorage } from 'node:async_hooks';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** One file of an archive: its bytes are asked for only when it is its turn. `isPacked`: compressed already (pictures, workbooks). */
export type ZipEntry = { path: string; chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>; isPacked?: boolean };

/** A path inside an archive from a user's name for it: no folders, no control characters, at most 120 characters. */
export const safeName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cs}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120) || '_';

/** An archive as a stream: memory has one chunk of one file at a time. Entries are made in the language of the request. */
export function zipStream(entries: AsyncIterable<ZipEntry>): ReadableStream<Uint8Array> {
  const made = makeZip(entries);
  const inRequest = AsyncLocalStorage.snapshot();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await inRequest(() => made.next());
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await made.return(undefined);
    },
  });
}

async function* makeZip(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array, undefined> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for await (const { path, chunks, isPacked } of entries) {
    const file = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    zip.add(file);
    for await (const chunk of chunks) {
      file.push(chunk);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
  return undefined;
}
