import { describe, expect, it } from 'vitest';
import { loader as exportList } from '~/routes/org/suppliers/suppliers-export';
import { loader as mapGraph } from '~/routes/org/supply-chain/map-graph';
import { placeSuppliers } from '~/risk/scores/place-suppliers.server';
import { scoreAllSuppliers } from '~/risk/scores/score-all.server';
import { addNote } from '~/suppliers/notes/add-note.server';
import { archiveSupplier } from '~/suppliers/registry/archive-supplier.server';
import { type MadeMember, makeMember } from '../../../../tests/factories/member';
import { readBatchPage } from '../batch-page.server';
import { handleBatchAction } from '../handle-batch-action.server';
import { listBatches } from '../read-batch.server';
import { acceptBatch } from '../accept-batch.server';
import { commitBatch } from '../commit-batch.server';
import { importAgain, receiveFile } from '../receive-file.server';
import { readGone } from '../read-gone.server';
import { retireGone } from '../retire-gone.server';
import { stageBatch } from '../stage-batch.server';
import { dependentLabels } from './dependent-labels';
import { readDependents } from './dependents.server';
import { startUndo } from './start-undo.server';
import { undoBatch } from './undo-batch.server';
import { run as runUndo } from './undo-import.job.server';

const today = new Date().toISOString().slice(0, 10);
const idsOf = (member: MadeMember, batchId: string) => ({ batchId, organizationId: member.organization.id, userId: member.user.id });

async function importList(member: MadeMember, text: string, fileName = 'list.csv') {
  const received = await receiveFile(member.inOrganization, {
    ...{ organizationId: member.organization.id, userId: member.user.id, fileName },
    bytes: new TextEncoder().encode(text),
  });
  if (received.kind !== 'received') throw new Error(received.kind);
  return write(member, received.batchId);
}

async function write(member: MadeMember, batchId: string) {
  const ids = idsOf(member, batchId);
  await stageBatch(member.inOrganization, ids);
  await member.inOrganization((db) => acceptBatch(db, ids));
  const committed = await commitBatch(member.inOrganization, ids);
  if (committed.kind !== 'committed') throw new Error(committed.code);
  await score(member);
  return { ...ids, wrote: committed.wrote };
}

/** What the queue does after a change: scores, and the ranks of all. */
async function score(member: MadeMember): Promise<void> {
  await scoreAllSuppliers(member.inOrganization, { asOf: today });
  await placeSuppliers(member.inOrganization, { asOf: today });
  await member.inOrganization((db) => db.jobRun.updateMany({ where: { kind: 'score-all' }, data: { status: 'done' } }));
}

async function undo(member: MadeMember, batchId: string) {
  const undone = await undoBatch(member.inOrganization, idsOf(member, batchId));
  await score(member);
  return undone;
}

async function download(member: MadeMember, loader: (args: never) => Promise<Response>, path: string): Promise<string> {
  const request = new Request(`http://localhost/o/${member.organization.slug}/${path}`, { headers: { Cookie: member.cookie } });
  const response: Response = await loader({ request, params: { orgSlug: member.organization.slug }, context: {} } as never);
  return response.text();
}

/** What an organization knows now: the exported list, the graph of the map, and every row of what imports write, with what is derived of it. */
async function exportOf(member: MadeMember): Promise<string> {
  const rows = await member.inOrganization(async (db) => {
    const read = async (sql: string) => db.$queryRawUnsafe(`SELECT to_jsonb(t) AS row FROM (${sql}) t ORDER BY to_jsonb(t)::text`);
    return {
      parties: await read('SELECT * FROM "Party"'),
      // A score is recalculated, and its time and row are new then; ranks are drawn with it.
      suppliers: ((await read('SELECT * FROM "Supplier"')) as { row: Record<string, unknown> }[]).map(({ row }) => ({
        ...row,
        scoreId: null,
      })),
      sites: await read('SELECT * FROM "Site"'),
      recruiters: await read('SELECT * FROM "LabourRecruiter"'),
      // Restoring a link that was ended renews the time since when it is known.
      links: await read(
        'SELECT "id", "fromPartyId", "toPartyId", "kind", "product", "share", "validFrom", "validTo", "sourceId" FROM known_links()',
      ),
      facts: await read('SELECT * FROM known_facts()'),
      alerts: await read('SELECT "partyId", "kind", "sourceRow", "status" FROM "Alert" WHERE "endedAt" IS NULL'),
      decisions: await read('SELECT * FROM "MatchDecision"'),
      tallies: await read(
        'SELECT "measure", "code", "scoreStatus", "band", "tier", sum("count") FROM "SupplierTally" GROUP BY 1, 2, 3, 4, 5 HAVING sum("count") <> 0',
      ),
    };
  });
  return JSON.stringify([
    rows,
    await download(member, exportList, 'suppliers/export'),
    await download(member, exportList, 'suppliers/export?view=archived'),
    await download(member, mapGraph, 'map/graph'),
  ]);
}

const first = `name,country,address,sector,workers,subcontractors,recruiter
Alpha Garments,Viet Nam,1 Road,Apparel,1250,Beta Dyeing,Far Recruiting
Beta Dyeing,China,2 Road,Textiles,300,,
Gamma Shoes,India,3 Road,Footwear,40,,
Delta Yarns,India,4 Road,Textiles,55,,
`;
/** Another season: facts change, a link, sites and suppliers are new, one supplier is brought back, one is no longer named. */
const second = `name,country,address,sector,workers,subcontractors,recruiter
Alpha Garments,Viet Nam,1 Road,Apparel,1400,Beta Dyeing; Gamma Shoes,Near Recruiting
Alpha Garments,Viet Nam,9 Other Road,Apparel,20,,
Beta Dyeing,China,2 Road,Textiles,310,,
Gamma Shoes,India,3 Road,Footwear,40,,
Epsilon Trims,Bangladesh,5 Road,Apparel,70,,Far Recruiting
`;

describe('undoing an import', () => {
  it('leaves an organization without suppliers as it was before its first import', async () => {
    const member = await makeMember();
    const before = await exportOf(member);
    const { batchId } = await importList(member, first);
    expect(await exportOf(member)).not.toBe(before);
    expect(await undo(member, batchId)).toEqual({
      kind: 'undone',
      deleted: { suppliers: 4, sites: 4, providers: 1, links: 6, facts: 9, changedParties: 0 },
    });
    expect(await exportOf(member)).toBe(before);
  });

  it('restores earlier facts, links, tiers, archived suppliers and scores after a further season', async () => {
    const member = await makeMember();
    await importList(member, first);
    const gamma = await member.inOrganization((db) => db.party.findFirstOrThrow({ where: { name: 'Gamma Shoes', kind: 'supplier' } }));
    await member.inOrganization((db) =>
      archiveSupplier(db, { partyId: gamma.id, isArchived: true, userId: member.user.id, at: new Date() }),
    );
    await score(member);
    const before = await exportOf(member);
    const { batchId, wrote } = await importList(member, second);
    expect(wrote).toMatchObject({ suppliers: 1, sites: 2, providers: 1, changedParties: expect.any(Number) });
    const gone = await member.inOrganization((db) => readGone(db, batchId));
    expect(gone?.suppliers.map(({ name }) => name)).toEqual(['Delta Yarns']);
    const retired = await member.inOrganization((db) =>
      retireGone(db, {
        ...{ batchId, on: today, withArchive: true, note: 'gone', userId: member.user.id, at: new Date() },
        publicIds: new Set(gone?.suppliers.map(({ publicId }) => publicId)),
      }),
    );
    expect(retired.kind).toBe('retired');
    expect(await exportOf(member)).not.toBe(before);
    expect(await undo(member, batchId)).toMatchObject({ kind: 'undone', deleted: { suppliers: 1, sites: 2, providers: 1 } });
    expect(await exportOf(member)).toBe(before);
  });

  it('is refused once, with what builds on the import, and deletes nothing then', async () => {
    const member = await makeMember();
    const { batchId } = await importList(member, first);
    const alpha = await member.inOrganization((db) => db.party.findFirstOrThrow({ where: { name: 'Alpha Garments', kind: 'supplier' } }));
    await member.inOrganization((db) => addNote(db, { partyId: alpha.id, text: 'Called them', userId: member.user.id, now: new Date() }));
    const later = await importList(member, second, 'later.csv');
    const dependents = await member.inOrganization((db) => readDependents(db, batchId));
    expect(dependents.map(({ kind, count }) => [kind, count])).toEqual([
      ['Fact', expect.any(Number)],
      ['ImportBatch', 1],
      ['Note', 1],
      ['Site', 1],
      ['SupplyLink', expect.any(Number)],
    ]);
    expect(dependents.find(({ kind }) => kind === 'Note')?.about).toEqual([
      { name: 'Alpha Garments', path: `suppliers/${alpha.publicId}/notes` },
    ]);
    expect(dependents.find(({ kind }) => kind === 'ImportBatch')?.about).toEqual([
      { name: 'later.csv', path: `suppliers/import/${later.batchId}` },
    ]);
    const before = await exportOf(member);
    expect(await member.inOrganization((db) => startUndo(db, idsOf(member, batchId)))).toEqual({ kind: 'refused', code: 'built-on' });
    expect(await undoBatch(member.inOrganization, idsOf(member, batchId))).toEqual({ kind: 'refused', code: 'built-on' });
    await expect(member.inOrganization((db) => db.$queryRaw`SELECT * FROM delete_import(${batchId}::uuid)`)).rejects.toThrow(/builds on/);
    expect(await exportOf(member)).toBe(before);
  });

  it('goes from the newest import to the oldest, and a later list that said nothing new counts as building on it', async () => {
    const member = await makeMember();
    const empty = await exportOf(member);
    const one = await importList(member, first);
    const again = await member.inOrganization((db) => importAgain(db, { batchId: one.batchId, userId: member.user.id }));
    const two = await write(member, again ?? '');
    expect(two.wrote).toMatchObject({ suppliers: 0, facts: 0 });
    expect(await undoBatch(member.inOrganization, one)).toEqual({ kind: 'refused', code: 'built-on' });
    expect(await undo(member, two.batchId)).toMatchObject({ kind: 'undone', deleted: { suppliers: 0, facts: 0 } });
    expect(await undo(member, one.batchId)).toMatchObject({ kind: 'undone', deleted: { suppliers: 4 } });
    expect(await exportOf(member)).toBe(empty);
  });

  it('is ordered once: a second request is refused while it runs and after it', async () => {
    const member = await makeMember();
    const batch = await importList(member, first);
    const started = await Promise.all([0, 1].map(() => member.inOrganization((db) => startUndo(db, batch))));
    expect(started.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['going', 'started']);
    const undone = await Promise.all([0, 1].map(() => undoBatch(member.inOrganization, batch)));
    expect(undone.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['not-written', 'undone']);
    expect(await member.inOrganization((db) => startUndo(db, batch))).toEqual({ kind: 'refused', code: 'undone' });
    const acts = await member.inOrganization((db) => db.activity.findMany({ where: { recordId: batch.batchId, act: 'undo-import' } }));
    expect(acts).toHaveLength(1);
    expect(acts[0]?.changes).toContainEqual({ field: 'suppliers', before: 4, after: null });
  });

  it('waits until the suppliers of the import are scored', async () => {
    const member = await makeMember();
    const batch = await importList(member, first);
    await member.inOrganization((db) => db.jobRun.updateMany({ where: { kind: 'score-all' }, data: { status: 'running' } }));
    expect(await member.inOrganization((db) => startUndo(db, batch))).toEqual({ kind: 'refused', code: 'scoring' });
  });

  it('lets the file be imported again with the same result', async () => {
    const member = await makeMember();
    const one = await importList(member, first);
    await undo(member, one.batchId);
    const received = await receiveFile(member.inOrganization, {
      ...{ organizationId: one.organizationId, userId: one.userId, fileName: 'list.csv' },
      bytes: new TextEncoder().encode(first),
    });
    if (received.kind !== 'received') throw new Error(received.kind);
    expect((await write(member, received.batchId)).wrote).toEqual(one.wrote);
  });

  it('reaches no import of another organization', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    const { batchId } = await importList(member, first);
    expect(await undoBatch(other.inOrganization, idsOf(other, batchId))).toEqual({ kind: 'refused', code: 'not-written' });
    await expect(other.inOrganization((db) => db.$queryRaw`SELECT * FROM delete_import(${batchId}::uuid)`)).rejects.toThrow(
      /no written import/,
    );
    expect(await member.inOrganization((db) => db.supplier.count())).toBe(4);
  });

  it('is offered on the page of a finished import, runs in the queue, and is named in the list of imports', async () => {
    const member = await makeMember();
    const batch = await importList(member, first);
    const page = (step: string | null) =>
      member.inOrganization((db) =>
        readBatchPage(db, { batchId: batch.batchId, search: new URLSearchParams(step === null ? {} : { step }) }),
      );
    expect(await page('undo')).toMatchObject({ step: 'undo', undoing: { dependents: [], archives: 0, isRetired: false } });
    const form = new FormData();
    form.set('intent', 'undo');
    expect(await handleBatchAction(member.inOrganization, form, batch)).toMatchObject({ to: 'undo' });
    expect(await page('undo')).toMatchObject({ step: 'undoing', undoing: null });
    expect(await handleBatchAction(member.inOrganization, form, batch)).toEqual({ error: 'This import is already being undone.' });
    const run = await member.inOrganization((db) => db.jobRun.findFirstOrThrow({ where: { kind: 'undo-import' } }));
    await runUndo({ organizationId: batch.organizationId, userId: batch.userId, runId: run.id });
    expect(await page('undo')).toMatchObject({ step: 'undone', undone: { by: member.user.name } });
    expect(await handleBatchAction(member.inOrganization, form, batch)).toEqual({ error: 'This import was already undone.' });
    expect(await member.inOrganization((db) => listBatches(db))).toMatchObject([{ status: 'undone' }]);
  });

  it('has a name for every table whose rows refer to a party', async () => {
    const member = await makeMember();
    const tables = await member.inOrganization(
      (db) => db.$queryRaw<{ name: string }[]>`
        SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
        WHERE contype = 'f' AND confrelid IN ('"Party"'::regclass, '"Supplier"'::regclass, '"Site"'::regclass, '"LabourRecruiter"'::regclass)`,
    );
    const derived = ['Supplier', 'LabourRecruiter', 'Score', 'Notification', 'MatchProposal'];
    const names = tables.map(({ name }) => name.replaceAll('"', '')).filter((name) => !derived.includes(name));
    expect(names.filter((name) => dependentLabels[name] === undefined)).toEqual([]);
  });
});

describe('undoing an import of order lines with people', () => {
  const orders = (rows: readonly string[]) =>
    `PO number,Delivery date,Supplier,Country,Item,Quantity,Unit,Amount,Currency,Contact,E-mail\n${rows.join('\n')}\n`;
  const lineOne = '1,2026-01-05,Alder,India,Yarn,10,kg,100,USD,Ravi Kumar,ravi@alder.example';
  /** Sums and people beside the facts, without the ids of the import. */
  const beside = (member: MadeMember) =>
    member.inOrganization(async (db) => ({
      totals: await db.orderTotal.findMany({
        select: { lines: true, volumes: true, values: true, firstOn: true, lastOn: true },
        orderBy: { firstOn: 'asc' },
      }),
      people: await db.contactPerson.findMany({ select: { name: true, email: true, keptUntil: true }, orderBy: { name: 'asc' } }),
      addresses: await db.supplierContact.findMany({ select: { email: true } }),
    }));

  it('takes its sums and the people whom it named back, and leaves those of an earlier list', async () => {
    const member = await makeMember();
    const empty = await beside(member);
    const first = await importList(member, orders([lineOne]));
    const between = [await exportOf(member), await beside(member)];
    expect(between[1]).toMatchObject({ totals: [{ lines: 1 }], people: [{ name: 'Ravi Kumar' }] });
    const second = await importList(
      member,
      orders([lineOne, '2,2026-03-05,Alder,India,Yarn,5,kg,50,USD,Mei Lin,mei@alder.example', '3,2026-03-06,Birch,India,Dye,1,t,9,EUR,,']),
      'later.csv',
    );
    expect(second.wrote).toMatchObject({ suppliers: 1, orderLines: 2 });
    expect((await beside(member)).people.map(({ name }) => name)).toEqual(['Mei Lin', 'Ravi Kumar']);
    expect(await undo(member, second.batchId)).toMatchObject({ kind: 'undone' });
    expect([await exportOf(member), await beside(member)]).toEqual(between);
    expect(await undo(member, first.batchId)).toMatchObject({ kind: 'undone' });
    expect(await beside(member)).toEqual(empty);
  });
});
