import { Readable } from 'node:stream';
import busboy from 'busboy';
import { formKeyField, notePosting } from '~/access/posting.server';
import { soundForm } from './read-form.server';

export const maxUploadBytes = 50 * 1024 * 1024;

export type UploadedFile = { fieldName: string; fileName: string; mediaType: string; bytes: Buffer };
export type Upload =
  /** `file` is the first of `files`. */
  | { kind: 'form'; fields: Map<string, string[]>; file: UploadedFile | null; files: UploadedFile[] }
  | { kind: 'problem'; code: 'too-large' | 'not-a-form' | 'broken-off' };

/**
 * Reads a multipart form with at most `maxFiles` files, stopping at the first byte over the limit, which applies to all of them together: nothing larger is
 * ever in memory. Browsers send an empty file part when none was chosen; that is no file.
 * Throws as `readForm` does where a name or a text cannot be stored.
 */
export async function readUpload(
  request: Request,
  { limit = maxUploadBytes, maxFiles = 1, fieldBytes = 1024 * 1024 }: { limit?: number; maxFiles?: number; fieldBytes?: number } = {},
): Promise<Upload> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) return { kind: 'problem', code: 'not-a-form' };
  if (Number(request.headers.get('Content-Length') ?? 0) > limit + 1024 * 1024) {
    await request.body.cancel().catch(() => undefined);
    return { kind: 'problem', code: 'too-large' };
  }
  const body = request.body;
  const upload = await new Promise<Upload>((resolve) => {
    const fields = new Map<string, string[]>();
    const files: UploadedFile[] = [];
    let received = 0;
    let parser: ReturnType<typeof busboy>;
    try {
      parser = busboy({
        headers: { 'content-type': type },
        defParamCharset: 'utf8',
        limits: { fileSize: limit, files: maxFiles, fields: 200, fieldSize: fieldBytes, parts: 210 },
      });
    } catch {
      resolve({ kind: 'problem', code: 'not-a-form' });
      return;
    }
    const source = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
    const stop = (code: 'too-large' | 'broken-off' | 'not-a-form') => {
      resolve({ kind: 'problem', code });
      source.unpipe(parser);
      source.destroy();
    };
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) stop('too-large');
      fields.set(name, [...(fields.get(name) ?? []), value]);
    });
    parser.on('file', (fieldName, stream, info) => {
      const chunks: Buffer[] = [];
      // A form that ends inside a file fails the stream of the file as well as the parser; unheard, that error would end the process.
      stream.on('error', () => stop('broken-off'));
      stream.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > limit) stop('too-large');
        else chunks.push(chunk);
      });
      stream.on('limit', () => stop('too-large'));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (info.filename) files.push({ fieldName, fileName: info.filename, mediaType: info.mimeType, bytes });
      });
    });
    parser.on('close', () => resolve({ kind: 'form', fields, file: files[0] ?? null, files }));
    parser.on('error', () => stop('broken-off'));
    source.on('error', () => stop('broken-off'));
    source.pipe(parser);
  });
  if (upload.kind === 'form') {
    notePosting(
      request,
      soundForm(textsOf(upload)),
      upload.files.map(({ fileName, bytes }) => ({ name: fileName, size: bytes.length })),
    );
    upload.fields.delete(formKeyField);
  }
  return upload;
}

/** All that is text in an upload, as a form. */
function textsOf({ fields, files }: Extract<Upload, { kind: 'form' }>): FormData {
  const form = new FormData();
  for (const [name, values] of fields) for (const value of values) form.append(name, value);
  for (const { fieldName, fileName } of files) form.append(fieldName, fileName);
  return form;
}
