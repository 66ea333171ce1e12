import type { TenantDb } from '~/access/tenant-db.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { type FactField, type FactValues, isFactField, isFactValue } from '~/suppliers/facts/fact-fields';

/** Per field what is known of a party, and the fact that says so. */
export type Winners = Map<FactField, { value: unknown; factId: string }>;

/** The winning fact of every known field of these parties: what `projectFacts` says, with the fact's id. One query. */
export async function readWinners(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, Winners>> {
  const found = new Map<string, Winners>(partyIds.map((partyId) => [partyId, new Map()]));
  const seen = new Set<string>();
  // Newest first: the first word on a field counts, and a null withdraws it.
  for (const { partyId, id, values } of await readFactRecords(db, partyIds)) {
    if (typeof values !== 'object' || values === null) continue;
    for (const [field, value] of Object.entries(values)) {
      if (!isFactField(field) || seen.has(`${partyId} ${field}`) || (value !== null && !isFactValue(field, value))) continue;
      seen.add(`${partyId} ${field}`);
      if (value !== null) found.get(partyId)?.set(field, { value, factId: id });
    }
  }
  return found;
}

export const valuesOfWinners = (winners: Winners): FactValues =>
  Object.fromEntries([...winners].map(([field, { value }]) => [field, value]));

/** Lets these fields of one party count for another from `at` on; the facts stay where they are. */
export async function transferFields(
  db: TenantDb,
  options: { mergeId: string; toPartyId: string; winners: Winners; fields: Iterable<string>; at: Date },
): Promise<void> {
  const byFact = new Map<string, string[]>();
  for (const field of options.fields) {
    const winner = isFactField(field) ? options.winners.get(field) : undefined;
    if (winner) byFact.set(winner.factId, [...(byFact.get(winner.factId) ?? []), field]);
  }
  if (byFact.size === 0) return;
  await db.factTransfer.createMany({
    data: [...byFact].map(([factId, fields]) => ({
      mergeId: options.mergeId,
      factId,
      toPartyId: options.toPartyId,
      fields,
      at: options.at,
    })),
  });
}
