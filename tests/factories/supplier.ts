import type { FactValues } from '~/suppliers/facts/fact-fields';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import type { MadeMember } from './member';

/** A supplier with the facts given, each from one source of kind member. */
export async function makeSupplier(
  member: MadeMember,
  options: { name?: string; values?: FactValues } = {},
): Promise<{ partyId: string; publicId: string; sourceId: string }> {
  const { name = 'Lotus Garments', values = { country: 'VN', sector: '1410', products: ['Garments'], workers: 1250, agencyShare: 0.35 } } =
    options;
  return member.inOrganization(async (db) => {
    const nameKey = foldName(name);
    const publicId = makePublicId();
    const party = await db.party.create({ data: { kind: 'supplier', publicId, name, nameKey }, select: { id: true } });
    await db.supplier.create({ data: { partyId: party.id, nameKey } });
    const source = await db.source.create({ data: { kind: 'member', userId: member.user.id }, select: { id: true } });
    await recordFacts(db, { partyId: party.id, values: { name, ...values }, sourceId: source.id });
    return { partyId: party.id, publicId, sourceId: source.id };
  });
}
