import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import { notePosting } from '~/access/posting.server';
import { environment } from '~/env.server';
import { unstorable } from '~/platform/http/responses.server';
import { soundForm } from './read-form.server';
import { isSoundText } from '~/access/sound-text';

/** A file of a form, written to this machine. `isTooLarge`: it went over the limit, and only its beginning is there. */
export type ReceivedFile = { path: string; fileName: string; declaredType: string; isTooLarge: boolean };
export type ReceivedForm = { form: FormData; files: ReceivedFile[] };

/**
 * Reads a multipart form, each file as a stream into a file of its own, and gives all to `work`; afterwards the files are gone. Text fields are
 * in `form`. A browser sends an empty file part when none was chosen; that is no file. Null when the form broke off or is none. Throws as `readForm` does
 * where a name or a text cannot be kept.
 */
export async function withReceivedForm<T>(
  request: Request,
  limits: { fileBytes: number; files: number },
  work: (received: ReceivedForm) => Promise<T>,
): Promise<T | null> {
  const folder = path.join(environment().DATA_DIR, 'work', randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const received = await receive(request, limits, folder);
    if (received === null) return null;
    const sizes = await Promise.all(received.files.map(async (file) => ({ name: file.fileName, size: (await stat(file.path)).size })));
    notePosting(request, soundForm(received.form), sizes);
    if (!received.files.every(({ fileName }) => isSoundText(fileName))) throw unstorable();
    return await work(received);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(request: Request, limits: { fileBytes: number; files: number }, folder: string): Promise<ReceivedForm | null> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) return null;
  const form = new FormData();
  const files: ReceivedFile[] = [];
  const writing: Promise<void>[] = [];
  try {
    const parser = busboy({
      headers: { 'content-type': type },
      defParamCharset: 'utf8',
      limits: { fileSize: limits.fileBytes, files: limits.files, fields: 200, fieldSize: 100_000, parts: 210 + limits.files },
    });
    parser.on('field', (name, value) => form.append(name, value));
    parser.on('file', (_field, stream, info) => {
      if (!info.filename) {
        // A form that ends inside this part fails its stream as well as the parser; unheard, that error would end the process.
        stream.on('error', () => undefined).resume();
        return;
      }
      const file: ReceivedFile = {
        path: path.join(folder, String(files.length)),
        fileName: info.filename,
        declaredType: info.mimeType,
        isTooLarge: false,
      };
      files.push(file);
      stream.on('limit', () => {
        file.isTooLarge = true;
      });
      writing.push(pipeline(stream, createWriteStream(file.path, { mode: 0o600 })));
    });
    await pipeline(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser);
    await Promise.all(writing);
    return { form, files };
  } catch {
    await Promise.allSettled(writing);
    return null;
  }
}
