import { readFile } from 'node:fs/promises';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { blobStore, keyOfPreview, type PreviewSize } from '~/platform/files/blob-store.server';
import { copyFileTo, type FileDamage, FileDamaged, openFile } from '~/platform/files/open-file.server';
import { m } from '~/paraglide/messages';
import { downloadHeaders } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { isStrippable } from './limits';
import { stripPictureApart, hasCameraMetadataApart } from './pictures-apart.server';
import { withWorkFile } from '~/platform/files/work-file.server';

type Served = { organizationId: string; sha256: string; fileName: string; mediaType: string; sizeBytes: number };

/**
 * A file of evidence as a stream, always as a download: the browser never opens uploaded content. Missing or altered files give a text answer. 404 for a
 * picture that cannot be decoded, or whose metadata cannot be removed: no picture is sent with place and device.
 */
export async function serveFile(file: Served): Promise<Response> {
  try {
    return await serveWhole(file);
  } catch (error) {
    if (error instanceof FileDamaged) return damagedResponse(error.damage);
    throw error;
  }
}

/** As text, to the requester. 410: it is gone; 409: its content differs. */
function damagedResponse(damage: FileDamage): Response {
  const text = damage === 'missing' ? m.files_served_missing() : m.files_served_altered();
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...sandbox };
  return new Response(`${text}\n`, { status: damage === 'missing' ? 410 : 409, headers });
}

async function serveWhole(file: Served): Promise<Response> {
  const redrawn = file.mediaType.startsWith('image/') ? await withoutCamera(file) : null;
  if (redrawn)
    return new Response(new Uint8Array(redrawn), {
      headers: { ...downloadHeaders(file), ...sandbox, 'Content-Length': String(redrawn.length) },
    });
  return new Response(createReadableStreamFromReadable(await openFile(file)), {
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

/** A redrawn picture, where the stored one has camera metadata; null where it has none. */
async function withoutCamera(file: Served): Promise<Buffer | null> {
  if (!isStrippable(file.mediaType)) throw notFound();
  const owner = file.organizationId;
  return withWorkFile(async (kept) => {
    await copyFileTo(file, kept);
    if (!(await hasCameraMetadataApart(kept, { owner }))) return null;
    return withWorkFile(async (drawn) => {
      if (!(await stripPictureApart(kept, drawn, { mediaType: file.mediaType, owner }))) throw notFound();
      return readFile(drawn);
    });
  });
}

const sandbox = { 'Content-Security-Policy': "default-src 'none'; sandbox" };
