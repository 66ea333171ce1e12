import { Readable } from 'node:stream';
import busboy from 'busboy';

export const maxUploadBytes = 50 * 1024 * 1024;

export type Upload =
  | { kind: 'form'; fields: Map<string, string[]>; file: { fieldName: string; fileName: string; mediaType: string; bytes: Buffer } | null }
  | { kind: 'problem'; code: 'too-large' | 'not-a-form' | 'broken-off' };

/**
 * Reads a multipart form with at most one file, stopping at the first byte over the limit: nothing larger is ever held.
 * A browser sends an empty file part when none was chosen; that is `file: null`.
 */
export async function readUpload(request: Request, limit = maxUploadBytes): Promise<Upload> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) return { kind: 'problem', code: 'not-a-form' };
  if (Number(request.headers.get('Content-Length') ?? 0) > limit + 1024 * 1024) {
    await request.body.cancel().catch(() => undefined);
    return { kind: 'problem', code: 'too-large' };
  }
  const body = request.body;
  return new Promise((resolve) => {
    const fields = new Map<string, string[]>();
    let file: { fieldName: string; fileName: string; mediaType: string; bytes: Buffer } | null = null;
    let parser: ReturnType<typeof busboy>;
    try {
      parser = busboy({
        headers: { 'content-type': type },
        defParamCharset: 'utf8',
        limits: { fileSize: limit, files: 1, fields: 200, fieldSize: 1024 * 1024, parts: 210 },
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
    parser.on('field', (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]));
    parser.on('file', (fieldName, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => stop('too-large'));
      stream.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (info.filename) file = { fieldName, fileName: info.filename, mediaType: info.mimeType, bytes };
      });
    });
    parser.on('close', () => resolve({ kind: 'form', fields, file }));
    parser.on('error', () => stop('broken-off'));
    source.on('error', () => stop('broken-off'));
    source.pipe(parser);
  });
}
