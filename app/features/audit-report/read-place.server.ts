import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { listLabourProviders } from '~/features/labour-provider/list-labour-providers.server';
import type { AuditReportInput } from '~/reports/audit-report/model';

const externalIdsSchema = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

/** The supplier and the site of an audit, who works there and who recruits for it, as they are known now. Two queries. */
export async function readPlace(
  db: TenantDb,
  { auditId }: { auditId: string },
): Promise<Pick<AuditReportInput, 'supplier' | 'site' | 'agencies' | 'workforce'>> {
  const { party, sitePartyId, partyId } = await db.audit.findFirstOrThrow({
    where: { id: auditId },
    select: {
      ...{ partyId: true, sitePartyId: true },
      party: {
        select: {
          ...{ name: true, publicId: true },
          supplier: {
            select: {
              ...{ country: true, sector: true, products: true, parentCompany: true, externalIds: true },
              ...{ workers: true, migrantShare: true, agencyShare: true },
              sites: {
                select: {
                  ...{ partyId: true, country: true, address: true, city: true, region: true, postalCode: true },
                  ...{ workers: true, femaleShare: true, migrantShare: true, agencyShare: true },
                  party: { select: { name: true, publicId: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  const { supplier } = party;
  const site = supplier?.sites.find((each) => each.partyId === sitePartyId);
  const recruiters = await listLabourProviders(db, partyId);
  const known = site ?? supplier;
  const share = (value: { toNumber(): number } | null | undefined) => value?.toNumber() ?? null;
  const references = Object.entries(externalIdsSchema.parse(supplier?.externalIds ?? {}));
  return {
    supplier: {
      ...{ name: party.name, publicId: party.publicId, country: supplier?.country ?? null, sector: supplier?.sector ?? null },
      ...{ products: supplier?.products ?? [], parent: supplier?.parentCompany ?? null },
      references: references.map(([scheme, value]) => ({ scheme, value: String(value) })).sort((a, b) => (a.scheme < b.scheme ? -1 : 1)),
    },
    site: site
      ? {
          ...{ name: site.party.name, publicId: site.party.publicId, country: site.country },
          address: [site.address, site.postalCode, site.city, site.region].filter(Boolean).join(', '),
        }
      : null,
    agencies: [...new Set(recruiters.map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'en')),
    workforce: {
      ...{ workers: known?.workers ?? null, femaleShare: share(site?.femaleShare) },
      ...{ migrantShare: share(known?.migrantShare), agencyShare: share(known?.agencyShare) },
    },
  };
}
