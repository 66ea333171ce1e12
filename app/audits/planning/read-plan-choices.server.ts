import type { TenantDb } from '~/access/tenant-db.server';
import { offeredChecklists } from './checklist-choices.server';
import { proposeDays } from './propose-days';
import { listRecorders } from './read-audit.server';

const most = 200;

/**
 * Choices for a new audit of this supplier: sites, earlier audits, questionnaires, possible leads. `followsId`: an approved audit whose open findings this one
 * follows up. Null for an unknown supplier.
 */
export async function readPlanChoices(db: TenantDb, options: { supplierPublicId: string; followsId?: string | undefined }) {
  const party = await db.party.findFirst({
    where: { publicId: options.supplierPublicId, kind: 'supplier' },
    select: { id: true, name: true, publicId: true, supplier: { select: { workers: true } } },
  });
  if (!party) return null;
  const sites = await db.site.findMany({
    where: { supplierPartyId: party.id },
    orderBy: [{ party: { nameKey: 'asc' } }, { partyId: 'asc' }],
    take: most,
    select: { workers: true, city: true, party: { select: { name: true, publicId: true } } },
  });
  const previous = await db.audit.findMany({
    where: { partyId: party.id, status: { not: 'cancelled' } },
    orderBy: [{ startsOn: 'desc' }, { number: 'desc' }],
    take: most,
    select: { id: true, number: true, startsOn: true, status: true, site: { select: { publicId: true } } },
  });
  const follows = previous.find(({ id, status }) => id === options.followsId && status === 'approved');
  const open = follows ? await db.finding.count({ where: { auditId: follows.id, status: { not: 'verified' }, withdrawnAt: null } }) : 0;
  return {
    supplier: { name: party.name, publicId: party.publicId, workers: party.supplier?.workers ?? null },
    usual: proposeDays(party.supplier?.workers ?? null),
    sites: sites.map(({ party: { name, publicId }, city, workers }) => ({ name, publicId, city, workers })),
    previous: previous.map(({ id, number, startsOn }) => ({ id, number, on: startsOn.toISOString().slice(0, 10) })),
    checklists: (await offeredChecklists(db)).map(({ instrument: _, ...choice }) => choice),
    leads: await listRecorders(db),
    follows: follows ? { id: follows.id, number: follows.number, site: follows.site?.publicId ?? null, open } : null,
  };
}
export type PlanChoices = NonNullable<Awaited<ReturnType<typeof readPlanChoices>>>;
