import type { TenantDb } from '~/access/tenant-db.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { recordedOn } from './recorded-on';

const day = 86_400_000;

/** The day on which the lists of the demonstration were imported, counted from today. */
export const importedOn = -120;

export type FactChange = { key: string; day: number; values: FactValues; note: string };

/** What became known of suppliers of the company in the last weeks. */
export const companyChanges: readonly FactChange[] = [
  {
    ...{ key: 't109', day: -21, values: { subcontracting: 'undeclared-found' } },
    note: 'Fictional: visit report of the sourcing office; uppers for our orders were stitched in an undeclared workshop',
  },
  {
    ...{ key: 't119', day: -16, values: { housing: 'none' } },
    note: 'Fictional: letter of the employer; lodging is no longer provided with the job',
  },
];

/** And of clients of the lender. */
export const lenderChanges: readonly FactChange[] = [
  {
    ...{ key: 'g100', day: -19, values: { subcontracting: 'undeclared-found' } },
    note: 'Fictional: visit report of the consultant; a cutting unit that no contract names works for halls 1 to 3',
  },
  {
    ...{ key: 'n100', day: -12, values: { housing: 'optional' } },
    note: 'Fictional: answer of the client; a bus runs to the town every day, and lodging in the camp is optional',
  },
];

/** Records each change on its day, with its source, and scores the supplier as of that day. */
export async function recordChanges(
  db: TenantDb,
  changes: readonly FactChange[],
  { idOf, userId, now }: { idOf: (key: string) => string; userId: string; now: Date },
): Promise<void> {
  for (const change of changes) {
    const at = new Date(now.getTime() + change.day * day);
    const source = await db.source.create({ data: { kind: 'demonstration', userId, note: change.note }, select: { id: true } });
    const partyId = idOf(change.key);
    await recordFacts(recordedOn(db, at), { partyId, values: change.values, sourceId: source.id });
    await scoreSuppliers(recordedOn(db, at), { partyIds: [partyId], asOf: at.toISOString().slice(0, 10) });
  }
}
