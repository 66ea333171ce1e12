import type { TenantDb } from '~/access/tenant-db.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import type { NamedKind } from './states';

export type Declared = {
  partyId: string;
  kind: NamedKind;
  name: string;
  country: string | null;
  work: string;
  /** For whom the named party works, or finds workers. */
  customerPartyId: string;
  /** The answers with which it was named: the source. */
  responseId: string;
  declaredBy: string;
};

/**
 * Records in one organization what a supplier declares of its chain: the party, under its shared id, and the link to the declaring party, both with that
 * questionnaire as source. No match by name: a party that may already be known is found later as a possible duplicate, by those concerned.
 */
export async function declareParty(db: TenantDb, declared: Declared): Promise<void> {
  const { partyId, kind, name, country, work, customerPartyId, responseId, declaredBy } = declared;
  const nameKey = foldName(name);
  const known = await db.party.findFirst({ where: { id: partyId }, select: { id: true } });
  const source = await db.source.create({
    data: { kind: 'response', responseId, note: declaredBy.slice(0, 2000) },
    select: { id: true },
  });
  if (!known) {
    const partyKind = kind === 'subcontractor' ? 'supplier' : 'labour-recruiter';
    await db.party.create({ data: { id: partyId, kind: partyKind, publicId: makePublicId(), name, nameKey } });
    if (kind === 'subcontractor') await db.supplier.create({ data: { partyId, nameKey } });
    else await db.labourRecruiter.create({ data: { partyId } });
    const values = { name, ...(country ? { country } : {}), ...(work && kind === 'subcontractor' ? { supplierType: work } : {}) };
    await recordFacts(db, { partyId, values, sourceId: source.id });
  }
  const fromPartyId = await livingParty(db, partyId);
  const linkKind = kind === 'subcontractor' ? ('subcontracts' as const) : ('recruits' as const);
  await linkParties(db, { fromPartyId, toPartyId: await livingParty(db, customerPartyId), kind: linkKind, sourceId: source.id });
  await recomputeTiers(db);
}

/** The party itself, or the one into which it was merged here. */
export async function livingParty(db: TenantDb, partyId: string): Promise<string> {
  const merged = await db.mergedParty.findFirst({ where: { partyId }, select: { intoPartyId: true } });
  return merged?.intoPartyId ?? partyId;
}
