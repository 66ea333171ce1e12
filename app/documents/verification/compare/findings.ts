import { z } from 'zod';
import type { PageDifferences } from './align-pages';

const pages = z.array(z.int().min(1)).min(1).max(6_000);

/** What was found in a file that a report does not have as it was issued. Pages are counted from 1: removed ones as they were issued, others as in the file. */
export const findingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('data-changed') }),
  z.object({ kind: z.literal('other-report') }),
  z.object({ kind: z.literal('pages-removed'), pages }),
  z.object({ kind: z.literal('pages-added'), pages }),
  z.object({ kind: z.literal('pages-moved'), pages }),
  z.object({ kind: z.literal('pages-changed'), pages }),
  z.object({ kind: z.literal('annotations-changed'), pages }),
  z.object({ kind: z.literal('attachment-changed') }),
  z.object({ kind: z.literal('attachment-added'), names: z.array(z.string()).min(1).max(20) }),
  z.object({ kind: z.literal('active-content') }),
  z.object({ kind: z.literal('encrypted') }),
  z.object({ kind: z.literal('update-appended') }),
  z.object({ kind: z.literal('signature-broken') }),
  z.object({ kind: z.literal('signature-removed') }),
  z.object({ kind: z.literal('metadata-changed') }),
  z.object({ kind: z.literal('tags-changed') }),
  z.object({ kind: z.literal('rewritten') }),
  z.object({ kind: z.literal('other-part-changed') }),
]);
export type Finding = z.infer<typeof findingSchema>;
export type FindingKind = Finding['kind'];

/** Whether a finding comes from comparing with a drawing of this version: another version may draw a report otherwise. */
export const dependsOnDrawing = ({ kind }: Finding): boolean => !certain.has(kind);
/** What no version of the program does. */
const certain: ReadonlySet<FindingKind> = new Set([
  'data-changed',
  'attachment-added',
  'active-content',
  'encrypted',
  'update-appended',
  'signature-broken',
  'signature-removed',
]);

/** Differences of pages as findings. */
export function listPages({ removed, added, moved, changed }: PageDifferences): Finding[] {
  return [
    ...pagesFound('pages-removed', removed),
    ...pagesFound('pages-added', added),
    ...pagesFound('pages-moved', moved),
    ...pagesFound('pages-changed', changed),
  ];
}

export function pagesFound(kind: Extract<Finding, { pages: unknown }>['kind'], numbers: number[]): Finding[] {
  return numbers.length === 0 ? [] : [{ kind, pages: numbers }];
}
