import { createHash } from 'node:crypto';
import { foldHeader } from './fold-header';

/** The same for every file with the same columns in the same order, however they are spelled: under it a mapping is remembered. */
export function headerKey(header: readonly string[]): string {
  return createHash('sha256').update(header.map(foldHeader).join('\u001f')).digest('hex');
}
