import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import type { MadeMember } from './member';

/** Many equal values and many gaps, where keyset paging fails. */
export async function makeListedSuppliers(made: MadeMember, count: number): Promise<void> {
  await made.inOrganization(async (db) => {
    for (let index = 0; index < count; index++) {
      const name = ['Đồng Tiến', 'Acme', 'Zürich', '=SUM(1)'][index % 4] ?? '';
      const party = await db.party.create({
        data: { kind: 'supplier', publicId: makePublicId(), name: `${name} ${index % 30}`, nameKey: foldName(`${name} ${index % 30}`) },
      });
      const isScored = index % 3 !== 0;
      const score = (index * 7) % 20 === 0 ? 0 : (index * 13) % 97;
      await db.supplier.create({
        data: {
          partyId: party.id,
          nameKey: party.nameKey,
          country: ['VN', 'BD', 'CN', null][index % 4] ?? null,
          sector: ['14', '1410', '13', null][index % 4] ?? null,
          tier: [1, 2, 3, null][index % 4] ?? null,
          annualSpend: index % 4 === 0 ? null : `${['EUR', 'USD', 'EUR'][index % 3]} 000000000${500 + (index % 5)}000.00 2025`,
          workers: index % 5 === 0 ? null : (index % 7) * 100,
          ...(isScored
            ? {
                scoreStatus: 'scored',
                score,
                scoreLow: Math.max(0, score - 5),
                scoreHigh: score + 3,
                band: score >= 65 ? 'high' : 'moderate',
                basis: ['A', 'B', 'C', 'D', 'E'][index % 5] ?? 'E',
                childBand: index % 4 === 1 ? 'high' : 'low',
                childScore: index % 8 === 7 ? null : (index * 11) % 60,
                inRiskiestTenth: (index % 11) / 10,
                placeBest: 1 + (index % 40),
                placeWorst: count,
              }
            : {}),
        },
      });
    }
  });
}

/** One alert of a party, as the nightly job would raise it. */
export function raiseAlert(made: MadeMember, partyId: string, alert: { kind: string; rank: number; row?: string }) {
  return made.inOrganization((db) =>
    db.alert.create({
      data: {
        ...{ partyId, kind: alert.kind, rank: alert.rank, sourceTable: 'test', sourceVintage: '2026', sourceRow: alert.row ?? '1' },
        ...{ isToBeConfirmed: false, basis: {}, basisHash: 'x', lastSeenOn: new Date('2026-11-30') },
      },
      select: { id: true },
    }),
  );
}
