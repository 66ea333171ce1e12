import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { blobStore, keyOfFile, keyOfPreview, type PreviewSize } from '~/features/stored-file/blob-store.server';
import { downloadHeaders } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';
import { isStrippable } from './limits';
import { stripPictureApart, tellsOfCameraApart } from './pictures-apart.server';
import { withWorkFile } from '~/web/work-file.server';

type Served = { organizationId: string; sha256: string; fileName: string; mediaType: string; sizeBytes: number };

/**
 * A file of evidence as a stream, always as a download: the browser never opens what somebody uploaded. 404 when its bytes are not kept any more, and
 * for a picture that cannot be read, or out of which place and device cannot be taken: they leave with no picture, whenever it was sent.
 */
export async function serveFile(file: Served): Promise<Response> {
  const redrawn = file.mediaType.startsWith('image/') ? await withoutCamera(file) : null;
  if (redrawn)
    return new Response(new Uint8Array(redrawn), {
      headers: { ...downloadHeaders(file), ...sandbox, 'Content-Length': String(redrawn.length) },
    });
  const stream = await (await blobStore()).read(keyOfFile(file.organizationId, file.sha256));
  if (!stream) throw notFound();
  return new Response(createReadableStreamFromReadable(stream), {
    headers: { ...downloadHeaders(file), ...sandbox, 'Content-Length': String(file.sizeBytes) },
  });
}

/** A picture that the queue drew of a file: no byte of it is the sender's. */
export async function servePreview(file: { organizationId: string; sha256: string }, size: PreviewSize): Promise<Response> {
  const stream = await (await blobStore()).read(keyOfPreview(file.organizationId, file.sha256, size));
  if (!stream) throw notFound();
  return new Response(createReadableStreamFromReadable(stream), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Disposition': 'inline',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
      ...sandbox,
    },
  });
}

/** A picture drawn again, where what is kept of it still holds what a camera wrote; null where it holds nothing of that. */
async function withoutCamera(file: Served): Promise<Buffer | null> {
  const stream = isStrippable(file.mediaType) ? await (await blobStore()).read(keyOfFile(file.organizationId, file.sha256)) : null;
  if (!stream) throw notFound();
  const owner = file.organizationId;
  return withWorkFile(async (kept) => {
    await pipeline(stream, createWriteStream(kept, { mode: 0o600 }));
    if (!(await tellsOfCameraApart(kept, { owner }))) return null;
    return withWorkFile(async (drawn) => {
      if (!(await stripPictureApart(kept, drawn, { mediaType: file.mediaType, owner }))) throw notFound();
      return readFile(drawn);
    });
  });
}

const sandbox = { 'Content-Security-Policy': "default-src 'none'; sandbox" };
