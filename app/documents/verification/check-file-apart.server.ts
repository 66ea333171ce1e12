import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import { z } from 'zod';
import { type FileChecked, fileCheckedSchema } from './file-checked';

/** `checkFile` in a reader process; or why that process did not read on. `owner`: whose turn it takes there. */
export async function checkFileApart(
  bytes: Uint8Array,
  { owner }: { owner: string },
): Promise<FileChecked | { kind: 'unread'; refusal: ReadRefusal }> {
  const read = await readApart('report', { bytes }, { kind: 'report', owner, limits: readLimits.report, answer: fileCheckedSchema });
  return read.ok ? read.value : { kind: 'unread', refusal: read.refusal };
}

/** `digestPages` in a reader process, since it takes time, and never behind files of strangers; null if it did not run. */
export async function digestPagesApart(bytes: Uint8Array, { owner }: { owner: string }): Promise<string[] | null> {
  const answer = z.array(z.string().regex(/^[0-9a-f]{64}$/));
  const read = await readApart('table', { bytes }, { kind: 'report-pages', owner, limits: readLimits.reportPages, answer });
  return read.ok ? read.value : null;
}
