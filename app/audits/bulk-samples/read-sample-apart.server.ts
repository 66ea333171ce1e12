import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import type { SampleFileOptions } from './read-sample-file.server';
import { readAnswerSchema, type SampleFileRead } from './staged-table';

/** `readSampleFile` in a reader process; or why that process did not read on. `owner`: whose turn it takes there. */
export async function readSampleApart(
  bytes: Uint8Array,
  { owner, ...options }: SampleFileOptions & { owner: string },
): Promise<SampleFileRead | { kind: 'unread'; refusal: ReadRefusal }> {
  const job = { kind: 'sample-file', owner, options, limits: readLimits.sampleFile, answer: readAnswerSchema } as const;
  const read = await readApart('table', { bytes }, job);
  return read.ok ? read.value : { kind: 'unread', refusal: read.refusal };
}
