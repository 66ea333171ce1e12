import { group } from 'd3-array';
import type { TenantDb } from '~/access/tenant-db.server';
import { readCorridors } from './corridor-ledger.server';
import { currentEntries } from '~/suppliers/facts/recruiter-record';
import { readRecordRows } from './read-entries.server';
import { recruitersOf } from './recruiters-of.server';

/** A corridor through which workers are recruited for a supplier. `months`: of pay that a worker paid, by the ledger; null where it does not say. */
export type RecruitedCorridor = {
  origin: string;
  destination: string;
  months: number | null;
  recruiter: { publicId: string; name: string };
  sourceId: string;
};

/**
 * The corridors of those who recruit for suppliers or their sites on a day, themselves or as sub-agents, by supplier; each has the source of its own ledger. Fees
 * that workers pay are the low end of a ledger's debt, fees with an unknown payer the high end: the midpoint counts. Four queries, however many suppliers.
 * @param options.asOf ISO day on which the relation has to be valid
 */
export async function recruitmentFacts(
  db: TenantDb,
  options: { partyIds: readonly string[]; asOf: string },
): Promise<Map<string, RecruitedCorridor[]>> {
  const { asOf } = options;
  const links = await recruitersOf(db, options);
  if (links.length === 0) return new Map();
  const recruiterIds = [...new Set(links.map(({ recruiterId }) => recruiterId))];
  const rows = group(await readRecordRows(db, recruiterIds), ({ partyId }) => partyId);
  const providers = await db.party.findMany({ where: { id: { in: recruiterIds } }, select: { id: true, publicId: true, name: true } });
  const corridorsOf = new Map(
    providers.map(({ id, ...recruiter }) => [id, corridorsIn(rows.get(id) ?? [], asOf).map((corridor) => ({ ...corridor, recruiter }))]),
  );
  return new Map(
    [...group(links, ({ supplierId }) => supplierId)].map(([supplierId, own]) => [
      supplierId,
      own.flatMap(({ recruiterId }) => corridorsOf.get(recruiterId) ?? []),
    ]),
  );
}

function corridorsIn(rows: Parameters<typeof currentEntries>[0], asOf: string): Omit<RecruitedCorridor, 'recruiter'>[] {
  return readCorridors(currentEntries(rows), asOf).flatMap(({ origin, destination, entry, fees, debt }) => {
    const sourceId = fees.at(-1)?.sourceId ?? entry?.sourceId;
    if (sourceId === undefined) return [];
    const months = debt.basis === 'ledger' && debt.months ? (debt.months.low + debt.months.high) / 2 : null;
    return [{ origin, destination, months, sourceId }];
  });
}
