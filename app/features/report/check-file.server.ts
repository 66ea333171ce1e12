import { z } from 'zod';
import { reportHash } from '~/reports/assessment-report/report-hash.server';
import { readAttachedJson, readSignature, type SignatureRead } from '~/reports/kit/read-signature.server';

export type FileChecked =
  | { kind: 'no-report' }
  | {
      kind: 'report';
      /** The hash that the contents state, and whether they give it. */
      hash: string;
      isIntact: boolean;
      /** Null for a JSON alone. */
      signature: SignatureRead | null;
    };

const statedSchema = z.looseObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * Reads a report as PDF or JSON: the hash it states, whether its contents give that hash, and its signature. Nothing is looked up. Where others sent the
 * file, in a reader process (`check-file-apart`).
 */
export async function checkFile(bytes: Buffer): Promise<FileChecked> {
  const isPdf = bytes.subarray(0, 1024).includes('%PDF-');
  const text = isPdf ? readAttachedJson(bytes) : bytes.toString('utf8');
  const stated = text === null ? null : readStated(text);
  if (!stated) return { kind: 'no-report' };
  return {
    kind: 'report',
    hash: stated.hash,
    isIntact: reportHash(stated) === stated.hash,
    signature: isPdf ? await readSignature(bytes) : null,
  };
}

function readStated(text: string) {
  try {
    const parsed = statedSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
