import { csvLine } from '~/platform/lists/csv';
import { downloadResponse } from '~/platform/http/download-response.server';
import type { ListedRow } from './list-all-files.server';

const head = ['question', 'variant', 'access', 'sha256', 'media_type', 'bytes', 'valid_until', 'file_name'];

/** A list of files as a CSV to download; `name` parts it from others. What the reader may not open has a hash and no name. */
export function filesCsv(files: readonly ListedRow[], name: string): Response {
  const lines = files.map((file) =>
    csvLine([file.question, file.variant, file.access, file.sha256, file.mediaType, file.sizeBytes, file.validUntil, file.fileName]),
  );
  return downloadResponse(`\ufeff${csvLine(head)}${lines.join('')}`, {
    fileName: `files-${name}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
