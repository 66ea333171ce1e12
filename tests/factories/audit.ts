import { randomUUID } from 'node:crypto';
import type { EntryKind, EntryValue, SentEntry } from '~/features/audit/entries';
import { entryHash } from '~/features/audit/entry-hash';
import { planAudit } from '~/features/audit/plan-audit.server';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

export { checkValue, closingValue, findingValue } from './audit-values';

/** An audit of a supplier of its own, led by `lead`, planned by `planner`. */
export async function makeAudit(
  planner: MadeMember,
  options: { lead?: MadeMember; supplierPublicId?: string; announcement?: 'announced' | 'unannounced' } = {},
): Promise<{ auditId: string; supplierPublicId: string }> {
  const supplierPublicId = options.supplierPublicId ?? (await makeSupplier(planner)).publicId;
  const planned = await planner.inOrganization((db) =>
    planAudit(
      db,
      {
        ...{ supplierPublicId, sitePublicId: null, type: 'initial', announcement: options.announcement ?? 'unannounced' },
        ...{ startsOn: '2026-12-01', endsOn: '2026-12-02', personDays: null, paidBy: '', purpose: '', previousAuditId: null },
        leadId: (options.lead ?? planner).user.id,
      },
      { userId: planner.user.id },
    ),
  );
  if (planned.kind === 'refused') throw new Error(planned.code);
  return { auditId: planned.auditId, supplierPublicId };
}

/** An entry as a device sends it, with its hash. */
export async function makeEntry<Kind extends EntryKind>(
  kind: Kind,
  key: string,
  value: EntryValue<Kind>,
  replaces: readonly string[] = [],
): Promise<SentEntry> {
  const entry = { id: randomUUID(), kind, key, value, replaces: [...replaces] };
  return { ...entry, hash: await entryHash(entry), madeAt: '2026-12-01T09:00:00Z' };
}
