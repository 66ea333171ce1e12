import type { TenantDb } from '~/access/tenant-db.server';
import { enterRequirement } from '~/audits/national-law/enter-requirement.server';
import { requirementSchema } from '~/audits/national-law/entered-requirement';
import type { SentEntry } from './entries';

/**
 * Keeps the requirements that a device sent for the country of the audit. Each change on the device is an entry of its own: it corrects the one that it
 * replaces, or withdraws it. An audit without a country keeps them in its record alone.
 */
export async function receiveRequirements(
  db: TenantDb,
  audit: { id: string },
  { entries, userId }: { entries: readonly SentEntry[]; userId: string },
): Promise<void> {
  const sent = entries.filter(({ kind }) => kind === 'requirement');
  if (sent.length === 0) return;
  const place = await db.audit.findFirst({
    where: { id: audit.id },
    select: { site: { select: { site: { select: { country: true } } } }, party: { select: { supplier: { select: { country: true } } } } },
  });
  const country = place?.site?.site?.country ?? place?.party.supplier?.country ?? null;
  if (country === null) return;
  for (const { id, key, value, replaces } of sent) {
    const requirement = requirementSchema.parse(value);
    const before = await db.enteredRequirement.findMany({
      where: { id: { in: replaces }, withdrawnAt: null },
      select: { id: true },
      orderBy: { enteredAt: 'asc' },
    });
    if (!requirement.isWithdrawn)
      await enterRequirement(db, requirement, { id, userId, country, auditId: audit.id, corrects: before[0]?.id ?? null });
    else {
      // With everything that it corrected. What a second person confirmed is withdrawn at a desk, with a reason.
      const all = await db.auditEntry.findMany({ where: { auditId: audit.id, kind: 'requirement', key }, select: { id: true } });
      await db.enteredRequirement.updateMany({
        where: { id: { in: all.map((entry) => entry.id) }, confirmedAt: null, withdrawnAt: null },
        data: { withdrawnById: userId, withdrawnAt: new Date() },
      });
    }
  }
}
