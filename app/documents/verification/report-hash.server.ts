import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256, in hex, of the report's RFC 8785 (JSON Canonicalization Scheme) form with the hash left out. */
export function reportHash(report: Readonly<Record<string, unknown>>): string {
  const { hash: _, ...content } = { hash: '', ...report };
  const text = canonicalize(content);
  if (text === undefined) throw new TypeError('the report has no JSON form');
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
