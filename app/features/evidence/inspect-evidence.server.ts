import { fileTypeFromBuffer } from 'file-type';

/** What may be kept as evidence: documents, pictures, tables. Programs and pages with scripts may not. */
const accepted: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt', 'csv'],
};

export const acceptedEvidence = [...new Set(Object.values(accepted).flat())].map((ending) => `.${ending}`).join(',');

export type Inspected = { kind: 'accepted'; mediaType: string } | { kind: 'refused'; code: 'empty-file' | 'file-kind' | 'file-disguised' };

/** Judges a file by its bytes, then by its name: a file that is not what its ending says is refused. */
export async function inspectEvidence(bytes: Uint8Array, fileName: string): Promise<Inspected> {
  if (bytes.byteLength === 0) return { kind: 'refused', code: 'empty-file' };
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const detected = await fileTypeFromBuffer(bytes);
  const mediaType = detected?.mime ?? (looksLikeText(bytes) ? 'text/plain' : 'application/octet-stream');
  const endings = accepted[mediaType];
  if (!endings) return { kind: 'refused', code: 'file-kind' };
  if (!endings.includes(ending)) return { kind: 'refused', code: 'file-disguised' };
  return { kind: 'accepted', mediaType };
}

function looksLikeText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 8192).some((byte) => byte === 0 || (byte < 9 && byte > 0));
}
