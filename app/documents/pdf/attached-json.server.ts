import { inflateSync } from 'node:zlib';

/** The JSON that a report of ours carries inside, as text; null when there is none. */
export function readAttachedJson(document: Buffer): string | null {
  const text = document.toString('latin1');
  for (const found of text.matchAll(/\/Type \/EmbeddedFile\b[\s\S]{0,400}?stream\n/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('\nendstream', start);
    const bytes = document.subarray(start, end);
    try {
      const content = /FlateDecode/.test(found[0]) ? inflateSync(bytes, { maxOutputLength: 20 * 1024 * 1024 }) : bytes;
      JSON.parse(content.toString('utf8'));
      return content.toString('utf8');
    } catch {
      // Another kind of file, or one that is broken: the next may be it.
    }
  }
  return null;
}
