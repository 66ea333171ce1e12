import { type ReadRefusal, readLimits } from '~/readers/limits';
import { readApart } from '~/readers/read-apart.server';
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

/** `digestPages` in a reader process, since it is no matter of a moment either, and never behind the files of strangers; null where it did not come to it. */
export async function digestPagesApart(bytes: Uint8Array, { owner }: { owner: string }): Promise<string[] | null> {
  const answer = z.array(z.string().regex(/^[0-9a-f]{64}$/));
  const read = await readApart('table', { bytes }, { kind: 'report-pages', owner, limits: readLimits.reportPages, answer });
  return read.ok ? read.value : null;
}
