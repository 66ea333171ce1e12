import type { TenantDb } from '~/access/tenant-db.server';
import type { StepTarget } from './stories';

/** The path of a step below the organization. A record that this organization no longer has leads to its list. */
export async function resolveStep(db: TenantDb, target: StepTarget): Promise<string> {
  if ('path' in target) return target.path;
  const { record, page, instead } = target;
  switch (record) {
    case 'supplier-with-import-ban': {
      const supplier = await db.supplier.findFirst({
        where: { archivedAt: null, scoreStatus: 'scored' },
        orderBy: [{ alertOrder: { sort: 'desc', nulls: 'last' } }, { score: 'desc' }, { partyId: 'asc' }],
        select: { party: { select: { publicId: true } } },
      });
      return supplier ? `/suppliers/${supplier.party.publicId}${page}` : instead;
    }
    case 'approved-audit': {
      const audit = await db.audit.findFirst({
        where: { status: 'approved' },
        orderBy: [{ approvedAt: 'asc' }, { id: 'asc' }],
        select: { id: true },
      });
      return audit ? `/audits/${audit.id}${page}` : instead;
    }
    case 'first-deal': {
      const deal = await db.deal.findFirst({ orderBy: [{ number: 'asc' }], select: { id: true } });
      return deal ? `/deals/${deal.id}${page}` : instead;
    }
  }
}
