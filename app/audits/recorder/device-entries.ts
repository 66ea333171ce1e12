import { z } from 'zod';
import { sentEntrySchema } from '~/audits/entries/entries';

/**
 * An entry on its device. *waiting*: not sent; *tried*: sent without an answer, so the server may have it; *received*: covered by a receipt; *refused*: the
 * server rejected it, for `reason`.
 */
export const deviceEntrySchema = z.object({
  entry: sentEntrySchema,
  state: z.enum(['waiting', 'tried', 'received', 'refused']),
  reason: z.string().nullable(),
});
export type DeviceEntry = z.output<typeof deviceEntrySchema>;

export const receiptSchema = z.object({
  receiptId: z.string(),
  at: z.string(),
  counts: z.record(z.string(), z.number()),
  hash: z.string(),
});

/** The last receipt, and whether the device has the same counts and hash. */
export const keptReceiptSchema = receiptSchema.extend({ isEqual: z.boolean() });
export type KeptReceipt = z.output<typeof keptReceiptSchema>;

export const settingsSchema = z.object({ deviceId: z.uuid(), clearsWhenReceived: z.boolean() });
export type Settings = z.output<typeof settingsSchema>;

export const isUnsent = ({ state }: DeviceEntry): boolean => state !== 'received';

/** How many of each kind are not received yet. */
export function countUnsent(entries: Iterable<DeviceEntry>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of entries) if (isUnsent(each)) counts.set(each.entry.kind, (counts.get(each.entry.kind) ?? 0) + 1);
  return counts;
}
