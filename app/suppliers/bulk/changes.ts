import { z } from 'zod';
import type { Permission } from '~/access/permissions';

/** A change of many suppliers at once. */
export const bulkChangeSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('archive') }),
  z.object({ act: z.literal('restore') }),
  z.object({ act: z.literal('assign'), ownerId: z.guid().nullable() }),
  z.object({ act: z.literal('add-tag'), tagId: z.guid() }),
  z.object({ act: z.literal('remove-tag'), tagId: z.guid() }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;
export type ChangeAct = BulkChange['act'];
export const changeActs = ['archive', 'restore', 'assign', 'add-tag', 'remove-tag'] as const satisfies readonly ChangeAct[];

/** Acts that lead to another page or file with the selection. */
export const leadActs = ['request', 'export-csv', 'export-xlsx'] as const;
export type LeadAct = (typeof leadActs)[number];

export const permissionOf = {
  archive: 'edit:supplier',
  restore: 'edit:supplier',
  assign: 'edit:supplier',
  'add-tag': 'edit:supplier',
  'remove-tag': 'edit:supplier',
  request: 'ask:supplier',
  'export-csv': 'export:supplier',
  'export-xlsx': 'export:supplier',
} as const satisfies Record<ChangeAct | LeadAct, Permission>;

/** Up to so many suppliers are changed while the person waits; more in a job. */
export const mostAtOnce = 500;
/** The most that one selection may change. */
export const mostInJob = 100_000;
