import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { listLabourRecruiters } from '~/suppliers/labour-recruiters/list-labour-recruiters.server';
import type { AuditReportInput } from '~/audits/report/audit-report/model.server';

const externalIdsSchema = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

type Place = Pick<AuditReportInput, 'supplier' | 'site' | 'agencies' | 'workforce'>;

const country = z.string().nullable();
const share = z.number().nullable();
/** A site's facts as stored since the approval. */
const placeSchema = z.object({
  supplier: z.object({
    ...{ name: z.string(), publicId: z.string(), country, sector: z.string().nullable(), products: z.array(z.string()) },
    ...{ parent: z.string().nullable(), references: z.array(z.object({ scheme: z.string(), value: z.string() })) },
  }),
  site: z.object({ name: z.string(), publicId: z.string(), country, address: z.string() }).nullable(),
  agencies: z.array(z.string()),
  workforce: z.object({ workers: z.int().nullable(), femaleShare: share, migrantShare: share, agencyShare: share }),
});

/**
 * The supplier and site of an audit, its workforce and recruiters: of an approved audit as they were on approval, so that two reports can never be subtracted
 * from each other; else the current ones. Three queries at most.
 */
export async function readPlace(db: TenantDb, { auditId }: { auditId: string }): Promise<Place> {
  const { place } = await db.audit.findFirstOrThrow({ where: { id: auditId }, select: { place: true } });
  return place === null ? placeNow(db, { auditId }) : placeSchema.parse(place);
}

/** The same as they are known now. Two queries. */
export async function placeNow(db: TenantDb, { auditId }: { auditId: string }): Promise<Place> {
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
  const recruiters = await listLabourRecruiters(db, partyId);
  const known = site ?? supplier;
  const asNumber = (value: { toNumber(): number } | null | undefined) => value?.toNumber() ?? null;
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
      ...{ workers: known?.workers ?? null, femaleShare: asNumber(site?.femaleShare) },
      ...{ migrantShare: asNumber(known?.migrantShare), agencyShare: asNumber(known?.agencyShare) },
    },
  };
}
