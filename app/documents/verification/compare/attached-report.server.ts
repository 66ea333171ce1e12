import { readAttachedJson } from '~/documents/pdf/attached-json.server';
import { attachmentsOf } from './document-parts';
import type { PdfFile } from './pdf-file';

/** The data of a report inside of a document: the first attachment that states a hash, as its text; null where there is none. */
export function attachedReport(file: PdfFile, bytes: Buffer): string | null {
  for (const attachment of attachmentsOf(file)) {
    const text = attachment.bytes.toString('utf8');
    if (statedHash(text) !== null) return text;
  }
  // A file so broken that its attachments are found by looking alone.
  const text = readAttachedJson(bytes);
  return text !== null && statedHash(text) !== null ? text : null;
}

/** The hash that the text of a report states; null for what is no report. */
export function statedHash(text: string): string | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('hash' in parsed) || typeof parsed.hash !== 'string') return null;
    return /^[0-9a-f]{64}$/.test(parsed.hash) ? parsed.hash : null;
  } catch {
    return null;
  }
}
