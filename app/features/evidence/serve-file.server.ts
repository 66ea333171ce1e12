import { createReadableStreamFromReadable } from '@remix-run/node';
import { blobStore, keyOfFile, keyOfPreview, type PreviewSize } from '~/features/stored-file/blob-store.server';
import { downloadHeaders } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';

type Served = { organizationId: string; sha256: string; fileName: string; mediaType: string; sizeBytes: number };

/** A file of evidence as a stream, always as a download: the browser never opens what somebody uploaded. 404 when its bytes are not kept any more. */
export async function serveFile(file: Served): Promise<Response> {
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

const sandbox = { 'Content-Security-Policy': "default-src 'none'; sandbox" };
