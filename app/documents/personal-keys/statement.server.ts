import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';

/** What a person confirms with the passkey. The challenge of the passkey is its hash: a confirmation is of this report, these files and this key alone. */
export const statementSchema = z.object({
  format: z.literal('personal-signature/1'),
  organization: z.guid(),
  document: z.guid(),
  /** The hash of the report. */
  report: z.string(),
  reason: z.string(),
  /** SHA-256 in hex of what the signature of each file covers, by form. */
  files: z.record(z.string(), z.string()),
  /** SHA-256 in hex of the certificate. */
  key: z.string(),
  person: z.guid(),
  name: z.string(),
  at: z.string(),
  nonce: z.string(),
});
export type Statement = z.infer<typeof statementSchema>;

/** As RFC 8785 writes it. */
export function statementText(statement: Statement): string {
  const text = canonicalize(statement);
  if (text === undefined) throw new Error('A statement is an object.');
  return text;
}

export const challengeOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
