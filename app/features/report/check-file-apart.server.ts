import { type ReadRefusal, readLimits } from '~/readers/limits';
import { readApart } from '~/readers/read-apart.server';
import { type FileChecked, fileCheckedSchema } from './file-checked';

/** `checkFile` in a reader process; or why that process did not read on. `owner`: whose turn it takes there. */
export async function checkFileApart(
  bytes: Uint8Array,
  { owner }: { owner: string },
): Promise<FileChecked | { kind: 'unread'; refusal: ReadRefusal }> {
  const read = await readApart('report', { bytes }, { kind: 'report', owner, limits: readLimits.report, answer: fileCheckedSchema });
  return read.ok ? read.value : { kind: 'unread', refusal: read.refusal };
}
