import { z } from 'zod';
import { type ReadRefusal, readLimits } from '~/readers/limits';
import { readApart } from '~/readers/read-apart.server';
import type { FileChecked } from './check-file.server';

const signatureSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('found'),
    isValid: z.boolean(),
    covers: z.boolean(),
    fingerprint: z.string().nullable(),
    name: z.string().nullable(),
  }),
]);
const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-report') }),
  z.object({
    kind: z.literal('report'),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    isIntact: z.boolean(),
    signature: signatureSchema.nullable(),
  }),
]);

/** `checkFile` in a reader process; or why that process did not read on. `owner`: whose turn it takes there. */
export async function checkFileApart(
  bytes: Uint8Array,
  { owner }: { owner: string },
): Promise<FileChecked | { kind: 'unread'; refusal: ReadRefusal }> {
  const read = await readApart('table', { bytes }, { kind: 'report', owner, limits: readLimits.report, answer: answerSchema });
  return read.ok ? read.value : { kind: 'unread', refusal: read.refusal };
}
