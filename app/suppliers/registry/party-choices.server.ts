import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import { mostFound } from '~/platform/forms/choice-lists.server';
import { type FoundParty, searchParties } from './search-suppliers.server';
import type { Choice } from '~/ui/combobox/choice';
import { formatCountry } from '~/ui/format';

const kindLabels: Readonly<Record<string, () => string>> = { site: m.suppliers_site, 'labour-recruiter': m.suppliers_provider };

/** A supplier, site or labour recruiter as it is chosen: by public ID, told apart by kind, country and ID. */
export function partyChoice({ publicId, name, kind, country }: Pick<FoundParty, 'publicId' | 'name' | 'kind' | 'country'>): Choice {
  const detail = [kindLabels[kind]?.(), country ? formatCountry(country) : null, publicId].filter(Boolean).join(' · ');
  return { value: publicId, label: name, detail };
}

/** Suppliers whose name contains a text or whose public ID it is; without a text the first by name. One query. */
export async function findSupplierChoices(db: TenantDb, text: string): Promise<Choice[]> {
  if (text.trim() !== '') return (await searchParties(db, { text, take: mostFound, kinds: ['supplier'] })).map(partyChoice);
  const rows = await db.supplier.findMany({
    where: { archivedAt: null },
    orderBy: [{ nameKey: 'asc' }, { partyId: 'asc' }],
    take: mostFound,
    select: { country: true, party: { select: { name: true, publicId: true } } },
  });
  return rows.map(({ country, party }) => partyChoice({ ...party, country, kind: 'supplier' }));
}

/** Suppliers, sites and labour recruiters likewise; none without a text. */
export async function findPartyChoices(db: TenantDb, text: string): Promise<Choice[]> {
  return (await searchParties(db, { text, take: mostFound })).map(partyChoice);
}

/** The party of a public ID as a choice, in a list: what an address or a record has chosen already. */
export async function knownParty(db: TenantDb, publicId: string): Promise<Choice[]> {
  return publicId === '' ? [] : (await findPartyChoices(db, publicId)).filter(({ value }) => value === publicId);
}
