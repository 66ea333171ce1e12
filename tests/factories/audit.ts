import { randomUUID } from 'node:crypto';
import type { EntryKind, EntryValue, SentEntry } from '~/features/audit/entries';
import { entryHash } from '~/features/audit/entry-hash';
import { planAudit } from '~/features/audit/plan-audit.server';
import type { MadeMember } from './member';
import { makeSupplier } from './supplier';

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

/** The answer to a question of the checklist. */
export const checkValue = (answer: string | number | null, more: Partial<EntryValue<'check'>> = {}): EntryValue<'check'> => ({
  ...{ answer, methods: ['documents', 'workers'], agreement: 'agree', isLegalContext: false, note: '', restricted: '' },
  ...more,
});

/** A finding about a question. */
export const findingValue = (question: string, more: Partial<EntryValue<'finding'>> = {}): EntryValue<'finding'> => ({
  ...{
    question,
    point: null,
    grade: 'major',
    what: 'Passports of agency workers lie in the office.',
    howOften: 'all of them',
    affected: 40,
  },
  ...{ extent: 'systemic', rootCause: '', legalReference: '', legalUrl: '', codeReference: '', evidence: 'Seen in the safe' },
  ...{ photos: [], methods: ['workers', 'observation'], agreement: 'agree', isLegalContext: false, repeats: null, isWithdrawn: false },
  ...more,
});

export const closingValue: EntryValue<'meeting'> = {
  ...{ at: '2026-12-02T15:00:00Z', until: '2026-12-02T16:00:00Z', functions: ['General manager'], saysWorkers: 'present', notes: '' },
};
