import { z } from 'zod';
import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import type { ReadInstrumentFile } from './instrument-file.server';
import { draftSchema } from './read-draft.server';
import { remarkCodes } from './xls-form/remarks';

const remarksSchema = z.array(
  z.object({
    code: z.enum(remarkCodes),
    sheet: z.string().exactOptional(),
    row: z.int().exactOptional(),
    detail: z.string().exactOptional(),
  }),
);
const marks = { hasWords: z.boolean().exactOptional(), hasPairs: z.boolean().exactOptional() };
const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('read'),
    draft: draftSchema,
    identity: z.string().nullable(),
    isOwn: z.boolean(),
    remarks: remarksSchema,
    ...marks,
  }),
  z.object({ kind: z.literal('refused'), remarks: remarksSchema, ...marks }),
]);

/** `readInstrumentFile` in a reader process; or why that process did not read on. `owner`: whose turn it takes there. */
export async function readFileApart(
  bytes: Uint8Array,
  { owner }: { owner: string },
): Promise<ReadInstrumentFile | { kind: 'unread'; refusal: ReadRefusal }> {
  const job = { kind: 'questionnaire-template', owner, limits: readLimits.questionnaireTemplate, answer: answerSchema } as const;
  const read = await readApart('table', { bytes }, job);
  return read.ok ? read.value : { kind: 'unread', refusal: read.refusal };
}
