import { query, readRows } from '~/access/sql/query.server';
import { lengthOf } from '~/access/sql/expressions.server';
import { anyFound } from '~/access/sql/functions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { searchText } from './list-suppliers.server';

export type FoundParty = { publicId: string; name: string; kind: string; country: string | null; supplierPublicId: string | null };

const partyKinds = ['supplier', 'site', 'labour-recruiter'];

/** Up to `take` suppliers, sites and labour recruiters, or only those of some `kinds`, whose folded name contains the text, or whose public ID it is; the shortest names first. One query. */
export async function searchParties(
  db: TenantDb,
  options: { text: string; take?: number; kinds?: readonly string[] },
): Promise<FoundParty[]> {
  const text = searchText(options.text.trim().slice(0, 200));
  if (text === '') return [];
  return readRows(
    db,
    query
      .selectFrom('Party as p')
      .leftJoin('Supplier as s', (join) => join.onRef('s.organizationId', '=', 'p.organizationId').onRef('s.partyId', '=', 'p.id'))
      .leftJoin('Site as t', (join) => join.onRef('t.organizationId', '=', 'p.organizationId').onRef('t.partyId', '=', 'p.id'))
      .leftJoin('LabourRecruiter as b', (join) => join.onRef('b.organizationId', '=', 'p.organizationId').onRef('b.partyId', '=', 'p.id'))
      .leftJoin('Party as o', (join) => join.onRef('o.organizationId', '=', 't.organizationId').onRef('o.id', '=', 't.supplierPartyId'))
      .select(({ fn }) => [
        'p.publicId',
        'p.name',
        'p.kind',
        fn.coalesce('s.country', 't.country', 'b.country').as('country'),
        'o.publicId as supplierPublicId',
      ])
      .where('p.id', '=', anyFound(text))
      .where('p.kind', 'in', options.kinds ?? partyKinds)
      .where('s.archivedAt', 'is', null)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('MergedParty as g')
              .select('g.partyId')
              .whereRef('g.organizationId', '=', 'p.organizationId')
              .whereRef('g.partyId', '=', 'p.id'),
          ),
        ),
      )
      .orderBy(({ ref }) => lengthOf(ref('p.nameKey')))
      .orderBy('p.nameKey')
      .orderBy('p.id')
      .limit(options.take ?? 12),
  );
}
