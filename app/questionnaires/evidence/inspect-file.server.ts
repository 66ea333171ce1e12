import { open, stat } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { measureArchive } from './measure-archive.server';
import { acceptedEndings, type EvidenceRefusal, evidenceLimits } from './limits';

export type Inspected = { kind: 'accepted'; mediaType: string } | { kind: 'refused'; code: EvidenceRefusal };

/**
 * Judges a file by its bytes, then by its name and by what its sender declared: all three must agree. A file that is of two kinds at once
 * (a picture with an archive behind it, a document that begins as a page) is refused, and an archive that inflates beyond the limits.
 */
export async function inspectFile(file: { path: string; fileName: string; declaredType: string }): Promise<Inspected> {
  const refuse = (code: EvidenceRefusal): Inspected => ({ kind: 'refused', code });
  const { size } = await stat(file.path);
  if (size === 0) return refuse('empty-file');
  if (size > evidenceLimits.fileBytes) return refuse('too-large');
  const { head, tail } = await readEnds(file.path, size);
  const detected = await fileTypeFromFile(file.path).catch(() => undefined);
  const mediaType = detected?.mime ?? (looksLikeText(head) ? 'text/plain' : 'application/octet-stream');
  // What the camera wrote into it cannot be taken out here, so it never comes in.
  if (/^image\/hei[cf]/.test(mediaType)) return refuse('file-heic');
  const endings = acceptedEndings[mediaType];
  if (!endings) return refuse('file-kind');
  const ending = /\.([a-z0-9]+)$/i.exec(file.fileName)?.[1]?.toLowerCase() ?? '';
  if (!endings.includes(ending) || !isDeclared(file.declaredType, mediaType)) return refuse('file-disguised');
  const isArchive = mediaType.startsWith('application/vnd.');
  if (!isArchive && isTwoKinds(mediaType, head, tail)) return refuse('file-two-kinds');
  if (!isArchive) return { kind: 'accepted', mediaType };
  const problem = await measureArchive(file.path);
  return problem ? refuse(problem) : { kind: 'accepted', mediaType };
}

/** The first and last bytes: HTML may be hidden in the first, the directory of an archive is in the last 65,557. */
async function readEnds(path: string, size: number): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(path, 'r');
  try {
    const read = async (length: number, position: number) => {
      const bytes = Buffer.alloc(Math.min(length, size));
      await handle.read(bytes, 0, bytes.length, position);
      return bytes;
    };
    return { head: await read(8192, 0), tail: await read(65_557, Math.max(0, size - 65_557)) };
  } finally {
    await handle.close();
  }
}

function looksLikeText(head: Buffer): boolean {
  const isBinary = head.some((byte) => byte === 0 || (byte < 9 && byte > 0));
  return !isBinary && !hasMarkup(head);
}

/** What a browser would take for a page or a drawing that runs. */
function hasMarkup(head: Buffer): boolean {
  return /<(?:!doctype|html|svg|script|iframe|body|\?xml|\?php)/i.test(head.toString('latin1'));
}

const endOfArchive = Buffer.from([0x50, 0x4b, 0x05, 0x06]);

function isTwoKinds(mediaType: string, head: Buffer, tail: Buffer): boolean {
  if (mediaType === 'text/plain') return false;
  if (tail.includes(endOfArchive)) return true;
  if (mediaType === 'application/pdf') return !tail.subarray(-2048).includes('%%EOF') || hasMarkup(head.subarray(0, 1024));
  const text = `${head.toString('latin1')}${tail.toString('latin1')}`;
  return /<script|<html|<!doctype|<\?php|%PDF-\d/i.test(text);
}

/** Whether what the sender declared may be this: browsers call tables and texts by several names, and what they do not know, octets. */
function isDeclared(declared: string, mediaType: string): boolean {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type === 'application/octet-stream' || type === mediaType) return true;
  if (mediaType === 'text/plain') return type.startsWith('text/') || ['application/csv', 'application/vnd.ms-excel'].includes(type);
  if (mediaType === 'image/jpeg') return ['image/jpg', 'image/pjpeg'].includes(type);
  return false;
}
