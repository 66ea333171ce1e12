import type { TenantDb } from '~/access/tenant-db.server';
import { readScore, scoreColumns } from './read-score';
import { projectParts } from '~/lending/deal-record/states';

const folders: Readonly<Record<string, string>> = { supplier: 'suppliers', site: 'sites', 'labour-recruiter': 'labour-recruiters' };

/** The companies, sites and labour recruiters of a project with their scores, ordered by role; a site shows its supplier's score. Two queries. */
export async function listParties(db: TenantDb, dealId: string) {
  const rows = await db.dealParty.findMany({
    where: { dealId },
    orderBy: [{ addedAt: 'asc' }, { partyId: 'asc' }],
    take: 2_000,
    select: {
      partyId: true,
      part: true,
      note: true,
      party: {
        select: {
          kind: true,
          name: true,
          publicId: true,
          supplier: { select: scoreColumns },
          site: { select: { country: true, supplierPartyId: true } },
          labourRecruiter: { select: { country: true } },
        },
      },
    },
  });
  const owners = await db.supplier.findMany({
    where: { partyId: { in: rows.flatMap(({ party }) => party.site?.supplierPartyId ?? []) } },
    select: { partyId: true, ...scoreColumns },
  });
  const order: readonly string[] = projectParts;
  const place = (part: string) => order.indexOf(part);
  return rows
    .map(({ party, ...row }) => {
      const own = readScore(party.supplier ?? owners.find(({ partyId }) => partyId === party.site?.supplierPartyId) ?? null);
      return {
        ...row,
        name: party.name,
        publicId: party.publicId,
        path: `${folders[party.kind] ?? 'suppliers'}/${party.publicId}`,
        country: party.site?.country ?? party.labourRecruiter?.country ?? own.country,
        score: own.score,
      };
    })
    .sort((a, b) => place(a.part) - place(b.part));
}
export type ProjectPartyRow = Awaited<ReturnType<typeof listParties>>[number];
