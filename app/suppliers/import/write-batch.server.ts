import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { refreshProjection } from '~/suppliers/facts/refresh-projection.server';
import { refreshPointDoubts } from '~/suppliers/points/refresh-point-doubts.server';
import { readTiers, recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { keepContactPeople, type RenewedPerson } from '~/suppliers/contact-people/keep-contact-people.server';
import { keepContradictionAnswers } from './contradiction-answers.server';
import { bringBack } from './bring-back.server';
import { planImport } from './pipeline/plan';
import { prepareWrites, type Writes } from './prepare-writes.server';
import { readKnownState } from './read-known-state.server';
import { readPieces } from './read-pieces.server';
import { fetchPlanRows, parsePlanRows } from './read-plan-rows.server';
import type { BatchMapping, Committed } from './schema';
import { tiersToCome } from './tiers-to-come';
import type { BroughtBack } from './undo/undo-data';
import { pieceWriter } from './write-all.server';

type Wrote = Omit<Committed, 'rowsLeftOut'>;
/** `knownPartyIds`: the parties known before that the rows name. */
type Written = { wrote: Wrote; knownPartyIds: Set<string>; broughtBack: BroughtBack[]; people: string[]; renewed: RenewedPerson[] };

/**
 * Plans and writes a batch piece by piece: each piece is read, planned against what is there by then, and inserted. What is in memory grows with
 * the largest piece and not with the list. Answers how much was written.
 * @param options `report` hears how many rows are written; when it throws, the transaction is to be given up
 */
export async function writeBatch(
  db: TenantDb,
  options: {
    batchId: string;
    userId: string;
    buyerId: string;
    mapping: BatchMapping;
    report: (done: number, total: number) => Promise<void>;
    /** The day on which links that the list names and that have ended start again (`newSeasonDay`). */
    bringsBackOn?: string | null;
  },
): Promise<Written> {
  const { batchId, userId, buyerId, mapping, report } = options;
  const pieces = (await readPieces(db, [{ batchId, shape: mapping.shape }])).flat();
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let done = 0;
  const writer = pieceWriter(
    db,
    throttle(() => report(done, total)),
  );
  const wrote: Wrote = { suppliers: 0, sites: 0, providers: 0, links: 0, facts: 0, orderLines: 0, sources: 0, changedParties: 0 };
  const knownPartyIds = new Set<string>();
  const broughtBack: BroughtBack[] = [];
  const people: string[] = [];
  const renewed: RenewedPerson[] = [];
  const today = (await queryFirst(db, z.object({ today: z.string() }), sql`SELECT CURRENT_DATE::text AS "today"`))?.today ?? '';
  const tiers = await readTiers(db);
  let isAnybodyKnown = false;
  let orderFrom = 0;
  const fetchPiece = (at: number) => fetchPlanRows(db, batchId, pieces[at] ?? []);
  let rows = parsePlanRows(await fetchPiece(0));
  let writeActivity = async () => {};

  for (let at = 0; at < pieces.length; at++) {
    const state = await readKnownState(db, rows, { shape: mapping.shape });
    // Left under way: this piece is planned beside it.
    await writeActivity();
    const plan = planImport(rows, state.parties, mapping);
    const writes = prepareWrites(plan, state, {
      rowIds: new Map(rows.map(({ rowNumber, id }) => [rowNumber, id])),
      buyerId,
      userId,
      orderFrom,
      bringsBackOn: options.bringsBackOn ?? null,
    });
    isAnybodyKnown ||= state.parties.suppliers.length > 0;
    orderFrom = writes.facts.reduce((highest, { order }) => Math.max(highest, order + 1), orderFrom);
    const piece = writer.prepare(writes, tiersToCome(writes, { buyerId, known: tiers, today }));
    await writer.settle();
    // Every further piece is heard of, however quickly the last was written: this is where a commit that was cancelled breaks off.
    if (at > 0) await report(done, total);
    const fetched = await fetchPiece(at + 1);
    let nextRows: typeof rows = [];
    await piece.writeRecords(() => {
      nextRows = parsePlanRows(fetched);
    });
    broughtBack.push(...(await bringBack(db, plan, userId)));
    for (const { partyId } of [...plan.suppliers, ...plan.sites, ...plan.providers]) if (partyId !== null) knownPartyIds.add(partyId);
    await keepContradictionAnswers(
      db,
      plan.contradictions.filter(({ isAnswered }) => !isAnswered),
      { userId: null, batchId },
    );
    const named = await keepContactPeople(db, writes.contacts, { userId, batchId, today });
    people.push(...named.added);
    renewed.push(...named.renewed);
    await refreshProjection(db, writes.changedPartyIds);
    await refreshPointDoubts(
      db,
      // A new site without a point has no doubt of one.
      writes.sites.flatMap(({ partyId, values }) => (values.latitude === undefined && values.longitude === undefined ? [] : [partyId])),
    );
    countUp(wrote, writes);
    done += rows.length;
    rows = nextRows;
    writeActivity = piece.writeActivity;
  }
  await writeActivity();
  await writer.settle();
  // New suppliers have their tier; those that were there can have come nearer, and others with them.
  if (isAnybodyKnown && wrote.links > 0) await recomputeTiers(db);
  return { wrote, knownPartyIds, broughtBack, people, renewed };
}

function countUp(wrote: Wrote, writes: Writes): void {
  wrote.suppliers += writes.suppliers.length;
  wrote.sites += writes.sites.length;
  wrote.providers += writes.providers.length;
  wrote.links += writes.edges;
  wrote.facts += writes.facts.length;
  wrote.orderLines += writes.orderLines;
  wrote.sources += writes.sources.length;
  wrote.changedParties += writes.changedPartyIds.length;
}

/** At most four times a second within a piece: a report is a transaction of its own. */
function throttle(act: () => Promise<void>): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = performance.now();
    if (now - last < 250) return;
    last = now;
    await act();
  };
}
