import { z } from 'zod';
import { ownEditionSchema, type OwnTableKind } from '#scoring';
import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import { remarkSchema } from './formats';
import type { ReadEdition } from './keep-edition.server';

const answerSchema = z
  .object({ tables: ownEditionSchema.shape.tables, remarks: z.array(remarkSchema), read: z.int(), refused: z.int() })
  .nullable();

/** Reads a file of a reference table in a reader process; or why it was not read. `owner`: whose turn it takes there. `year`: of a report whose rows name none. */
export async function readTableApart(
  bytes: Uint8Array,
  { kind, owner, year }: { kind: OwnTableKind; owner: string; year: number | null },
): Promise<{ kind: 'read'; file: ReadEdition } | { kind: 'no-table' } | { kind: 'unread'; refusal: ReadRefusal }> {
  const job = { kind: 'reference-table', owner, options: { kind, year }, limits: readLimits.referenceTable, answer: answerSchema } as const;
  const read = await readApart('table', { bytes }, job);
  if (!read.ok) return { kind: 'unread', refusal: read.refusal };
  return read.value ? { kind: 'read', file: read.value } : { kind: 'no-table' };
}
