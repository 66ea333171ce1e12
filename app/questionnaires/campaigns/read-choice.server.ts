import { givenText } from '~/platform/http/given-text';
import type { TenantDb } from '~/access/tenant-db.server';
import { countSuppliers } from '~/suppliers/registry/count-suppliers.server';
import { listSuppliers } from '~/suppliers/registry/list-suppliers.server';
import { sectorFilterOptions } from '~/suppliers/facts/sector-titles.server';
import { decodeCursor } from '~/platform/lists/cursor';
import { countChosen } from './judge-targets.server';
import { readSelection, selectionOf } from './selection.server';

/**
 * What an address chooses: a page of the suppliers with the address of each and whether it is taken out (`except`), the counts for the filters, and
 * the draft that is changed (`draft`), if one. At most ten queries, however many suppliers.
 */
export async function readChoice(db: TenantDb, { params, today }: { params: URLSearchParams; today: string }) {
  const { state, scope } = await readSelection(db, selectionOf(params), { today });
  const after = decodeCursor(params.get('after'));
  const before = decodeCursor(params.get('before'));
  const page = await listSuppliers(db, { ...state, cursor: after ? { after } : before ? { before } : null }, { scope });
  const contacts = await db.supplierContact.findMany({
    where: { partyId: { in: page.rows.map(({ partyId }) => partyId) } },
    select: { partyId: true, email: true },
  });
  const emails = new Map(contacts.map(({ partyId, email }) => [partyId, email]));
  const out = new Set(params.getAll('except'));
  const { counts, countries, divisions } = await countSuppliers(db);
  const draftId = givenText(params, 'draft');
  const draft = /^[0-9a-f-]{36}$/i.test(draftId)
    ? await db.campaign.findFirst({
        where: { id: draftId, status: 'draft' },
        select: { id: true, name: true, instrumentKey: true, locale: true, dueOn: true, reminderDays: true, message: true },
      })
    : null;
  const byDepth = await countChosen(db, selectionOf(params), today);
  return {
    byDepth,
    page: {
      ...page,
      total: byDepth.core + byDepth.short + byDepth.whole,
      rows: page.rows.map(({ partyId, publicId, name, country, tier, band }) => ({
        ...{ publicId, name, country, tier, band },
        email: emails.get(partyId) ?? null,
        isOut: out.has(publicId),
      })),
    },
    counts,
    countries,
    sectorChoices: sectorFilterOptions(divisions, state.sectors),
    draft: draft && { ...draft, dueOn: draft.dueOn?.toISOString().slice(0, 10) ?? null },
  };
}
