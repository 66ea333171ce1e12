import { z } from 'zod';
import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import { mostLines, planFileRefusals } from './plan-lists';
import type { PlanFileRead } from './read-plan-file.server';

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), rows: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) })).max(mostLines) }),
  z.object({ kind: z.literal('refused'), code: z.enum(planFileRefusals), cell: z.string() }),
]);

/** `readPlanFile` in a reader process; or why that process did not read on. `owner`: whose turn it takes there. */
export async function readPlanApart(
  bytes: Uint8Array,
  { owner }: { owner: string },
): Promise<PlanFileRead | { kind: 'unread'; refusal: ReadRefusal }> {
  const read = await readApart('table', { bytes }, { kind: 'plan-file', owner, limits: readLimits.planFile, answer: answerSchema });
  return read.ok ? read.value : { kind: 'unread', refusal: read.refusal };
}
