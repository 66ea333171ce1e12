import { describe, expect, it } from 'vitest';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { readHistory } from '~/suppliers/facts/read-history.server';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { readNetwork } from '~/suppliers/supply-links/read-network.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { unlinkParties } from '~/suppliers/supply-links/unlink-parties.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { mergeSuppliers } from './merge-suppliers.server';
import { movedColumns, stayingColumns } from './moved-columns';
import { previewSplit } from './preview-split.server';
import { readSplitParts } from './read-split-parts.server';
import { splitSupplier } from './split-supplier.server';
import { undoMerge } from './undo-merge.server';

/** What an operation adds: its record, and the results of the queue. No existing row may change. */
const grows = new Set(['Activity', 'PartyMerge', 'JobRun', 'Score']);

/** Every row of every table with an organization, as text; the tally of suppliers as the numbers it adds up to. */
async function exportAll(organizationId: string): Promise<Map<string, Set<string>>> {
  return withClient(testDatabase().ownerUrl, async (client) => {
    await client.query(`SELECT set_config('app.organization_id', $1, false)`, [organizationId]);
    const tables = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organizationId'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1`,
    );
    const all = new Map<string, Set<string>>();
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(
        name === 'SupplierTally'
          ? `SELECT row_to_json(x)::text AS row FROM (SELECT "measure", "code", "scoreStatus", "band", "tier", sum("count") AS n FROM "SupplierTally"
               WHERE "organizationId" = $1 GROUP BY 1, 2, 3, 4, 5 HAVING sum("count") <> 0) x`
          : `SELECT to_jsonb(t.*)::text AS row FROM "${name}" t WHERE "organizationId" = $1`,
        [organizationId],
      );
      all.set(name, new Set(rows.rows.map(({ row }) => row)));
    }
    return all;
  });
}

function difference(before: Map<string, Set<string>>, after: Map<string, Set<string>>): string[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table) ?? new Set();
    const lost = [...rows].filter((row) => !now.has(row)).map((row) => `${table} lost ${row}`);
    const added = grows.has(table) ? [] : [...now].filter((row) => !rows.has(row)).map((row) => `${table} gained ${row}`);
    return [...lost, ...added];
  });
}

async function makeSite(member: MadeMember, supplierPartyId: string, name: string, address: string, sourceId: string) {
  return member.inOrganization(async (db) => {
    const party = await db.party.create({
      data: { kind: 'site', publicId: makePublicId(), name, nameKey: name.toLowerCase() },
      select: { id: true, publicId: true },
    });
    await db.site.create({ data: { partyId: party.id, supplierPartyId } });
    await recordFacts(db, { partyId: party.id, values: { name, country: 'VN', address, workers: 40 }, sourceId });
    return { partyId: party.id, publicId: party.publicId };
  });
}

/** Two suppliers of one company with every type of record, and a third beside them. */
async function makeDuplicates() {
  const member = await makeMember();
  const kept = await makeSupplier(member, { name: 'Moonriver Garments JSC', values: { country: 'VN', sector: '1410', workers: 500 } });
  const other = await makeSupplier(member, {
    name: 'Moon River Garment Joint Stock Company',
    values: { country: 'VN', sector: '1410', workers: 650, migrantShare: 0.35, externalIds: { lei: '5493001KJTIIGC8Y1R12' } },
  });
  const third = await makeSupplier(member, { name: 'Bluefinch Dyeing' });
  await makeSite(member, kept.partyId, 'Moonriver Garments', '12 Le Loi, Hai Duong', kept.sourceId);
  const same = await makeSite(member, other.partyId, 'Moonriver Garment', '12 Le Loi, Hai Duong', other.sourceId);
  const moving = await makeSite(member, other.partyId, 'Printing house', '9 Tran Phu, Hanoi', other.sourceId);
  const by = member.user.id;
  await member.inOrganization(async (db) => {
    const buyer = await ensureBuyer(db);
    const link = (fromPartyId: string, toPartyId: string, kind: 'supplies' | 'subcontracts', sourceId: string) =>
      linkParties(db, { fromPartyId, toPartyId, kind, sourceId, userId: by });
    await link(kept.partyId, buyer, 'supplies', kept.sourceId);
    await link(other.partyId, buyer, 'supplies', other.sourceId);
    await link(other.partyId, kept.partyId, 'subcontracts', other.sourceId);
    await link(third.partyId, other.partyId, 'supplies', third.sourceId);
    await recomputeTiers(db);
    const response = await db.questionnaireResponse.create({
      data: { partyId: other.partyId, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: by },
    });
    await db.answer.create({ data: { responseId: response.id, question: 'P1.Q1', value: { option: 'yes' }, answeredById: by } });
    await db.note.create({ data: { partyId: other.partyId, text: 'Same owners as the other mill', authorId: by } });
    await db.task.create({ data: { partyId: other.partyId, title: 'Collect contracts', dueOn: new Date('2026-12-01'), createdById: by } });
    const [shared, own] = [
      await db.tag.create({ data: { name: 'Cotton', nameKey: 'cotton', createdById: by } }),
      await db.tag.create({ data: { name: 'Exit plan', nameKey: 'exit plan', createdById: by } }),
    ];
    await db.supplierTag.createMany({
      data: [
        { partyId: kept.partyId, tagId: shared.id, addedById: by },
        { partyId: other.partyId, tagId: shared.id, addedById: by },
        { partyId: other.partyId, tagId: own.id, addedById: by },
      ],
    });
    await db.supplierFollower.createMany({ data: [kept.partyId, other.partyId].map((partyId) => ({ partyId, userId: by })) });
    await db.supplier.updateMany({ where: { partyId: other.partyId }, data: { ownerId: by } });
    await db.finding.create({ data: { partyId: other.partyId, responseId: response.id, grade: 'major', text: 'Fees were paid' } });
    await scoreSuppliers(db, { partyIds: [kept.partyId, other.partyId, third.partyId], asOf: '2026-11-01' });
  });
  const act = { organizationId: member.organization.id, userId: by };
  const merge = (takes: ReadonlySet<string> | null = null, sitesApart = new Set<string>()) =>
    member.inOrganization((db) =>
      mergeSuppliers(db, {
        ...act,
        keptId: kept.partyId,
        otherId: other.partyId,
        choices: { takes, sitesApart },
        at: new Date(),
      }),
    );
  const undo = (mergeId: string) => member.inOrganization((db) => undoMerge(db, { ...act, mergeId, at: new Date() }));
  return { member, kept, other, third, same, moving, act, merge, undo };
}
const idOf = (merged: Awaited<ReturnType<typeof mergeSuppliers>>) => (merged.kind === 'merged' ? merged.mergeId : '');

describe('a merge', () => {
  it('combines two suppliers: supply links, sites, responses and findings move, unknown fields are filled, and no fact is changed', async () => {
    const { member, kept, other, third, same, moving, merge } = await makeDuplicates();
    const before = await exportAll(member.organization.id);
    expect((await merge()).kind).toBe('merged');
    const after = await exportAll(member.organization.id);
    expect([...(after.get('Fact') ?? [])].sort()).toEqual([...(before.get('Fact') ?? [])].sort());
    await member.inOrganization(async (db) => {
      expect(await db.supplier.findFirst({ where: { partyId: kept.partyId } })).toMatchObject({
        workers: 500,
        externalIds: { lei: '5493001KJTIIGC8Y1R12' },
      });
      const facts = (await factsForScoring(db, [kept.partyId])).get(kept.partyId);
      expect(facts?.migrantShare).toEqual({ value: 0.35, source: other.sourceId });
      expect(facts?.workers?.value).toBe(500);
      expect(await db.supplyLink.findMany({ where: { toPartyId: kept.partyId }, select: { fromPartyId: true } })).toEqual([
        { fromPartyId: third.partyId },
      ]);
      expect(await db.supplyLink.count({ where: { OR: [{ fromPartyId: other.partyId }, { toPartyId: other.partyId }] } })).toBe(0);
      expect(await db.finding.count({ where: { partyId: kept.partyId } })).toBe(1);
      expect(await db.questionnaireResponse.count({ where: { partyId: kept.partyId } })).toBe(1);
      const sites = await db.site.findMany({ where: { supplierPartyId: kept.partyId }, select: { partyId: true } });
      expect(sites.map(({ partyId }) => partyId)).toContain(moving.partyId);
      expect(sites).toHaveLength(2);
      expect(await db.mergedParty.count({ where: { partyId: { in: [other.partyId, same.partyId] } } })).toBe(2);
    });
  });

  it('uses the selected values, the name among them', async () => {
    const { member, kept, merge } = await makeDuplicates();
    await merge(new Set(['workers', 'name']));
    await member.inOrganization(async (db) => {
      const party = await db.party.findFirst({
        where: { id: kept.partyId },
        select: { name: true, supplier: { select: { workers: true, migrantShare: true } } },
      });
      expect(party).toEqual({ name: 'Moon River Garment Joint Stock Company', supplier: { workers: 650, migrantShare: null } });
    });
  });

  it('is rejected with itself, and with an archived or merged one', async () => {
    const { member, kept, other, act, merge } = await makeDuplicates();
    const choices = { takes: null, sitesApart: new Set<string>() };
    const at = new Date();
    const tried = (keptId: string, otherId: string) =>
      member.inOrganization((db) => mergeSuppliers(db, { ...act, keptId, otherId, choices, at }));
    expect(await tried(kept.partyId, kept.partyId)).toEqual({ kind: 'refused', code: 'same' });
    await merge();
    expect(await tried(kept.partyId, other.partyId)).toEqual({ kind: 'refused', code: 'put-away' });
    expect(await tried(kept.partyId, '00000000-0000-4000-8000-000000000000')).toEqual({ kind: 'refused', code: 'unknown' });
  });
});

describe('a merge of what members work on', () => {
  it('moves notes, tasks, tags and followers, each once, and fills in the owner', async () => {
    const { member, kept, merge } = await makeDuplicates();
    expect((await merge()).kind).toBe('merged');
    await member.inOrganization(async (db) => {
      const found = await db.supplier.findFirst({
        where: { partyId: kept.partyId },
        select: {
          ownerId: true,
          notes: { select: { text: true } },
          tasks: { select: { title: true } },
          followers: { select: { userId: true } },
          tags: { select: { tag: { select: { name: true } } }, orderBy: { tag: { name: 'asc' } } },
        },
      });
      expect(found).toEqual({
        ownerId: member.user.id,
        notes: [{ text: 'Same owners as the other mill' }],
        tasks: [{ title: 'Collect contracts' }],
        followers: [{ userId: member.user.id }],
        tags: [{ tag: { name: 'Cotton' } }, { tag: { name: 'Exit plan' } }],
      });
    });
  });
});

describe('undo', () => {
  for (const takes of [null, new Set(['workers', 'name', 'migrantShare'])])
    it(`restores every row of every table byte for byte (${takes ? 'chosen values' : 'the usual values'})`, async () => {
      const { member, kept, other, merge, undo } = await makeDuplicates();
      const before = await exportAll(member.organization.id);
      expect(before.size).toBeGreaterThan(25);
      const merged = await merge(takes);
      // What the queue does in between.
      await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [kept.partyId], asOf: '2026-11-02' }));
      expect(difference(before, await exportAll(member.organization.id)).length).toBeGreaterThan(8);
      expect(await undo(idOf(merged))).toEqual({ kind: 'undone', keptId: kept.partyId, otherId: other.partyId });
      expect(difference(before, await exportAll(member.organization.id))).toEqual([]);
      expect(await undo(idOf(merged))).toEqual({ kind: 'refused', code: 'unknown' });
    });

  it('A8: joins the periods of both as one edge, drops what adds nothing, and undo restores every row, withdrawn ones too', async () => {
    const { member, kept, other, act, merge, undo } = await makeDuplicates();
    await member.inOrganization(async (db) => {
      const buyer = await ensureBuyer(db);
      const link = async (from: { partyId: string; sourceId: string }, product: string, validFrom: string, validTo: string | null) => {
        const made = await linkParties(db, {
          fromPartyId: from.partyId,
          toPartyId: buyer,
          kind: 'supplies',
          sourceId: from.sourceId,
          product,
          validFrom,
          validTo,
        });
        if (made.kind !== 'linked') throw new Error(made.code);
        return made.linkId;
      };
      await link(kept, 'Shirts', '2018-01-01', '2020-12-31');
      await link(other, 'Shirts', '2019-01-01', '2019-12-31');
      await link(other, 'Shirts', '2022-01-01', null);
      await link(other, 'Trousers', '2019-01-01', null);
      const linkId = await link(other, 'Coats', '2019-01-01', null);
      await unlinkParties(db, { linkId, partyId: other.partyId, userId: act.userId });
    });
    const before = await exportAll(member.organization.id);
    const mergeId = idOf(await merge());
    await member.inOrganization(async (db) => {
      const buyer = await ensureBuyer(db);
      const spans = await db.supplyLink.findMany({
        where: { fromPartyId: kept.partyId, toPartyId: buyer, withdrawnAt: null, product: { not: null } },
        orderBy: [{ product: 'asc' }, { validFrom: 'asc' }],
        select: { product: true, validFrom: true },
      });
      expect(spans.map(({ product, validFrom }) => `${product} ${validFrom?.getUTCFullYear()}`)).toEqual([
        'Shirts 2018',
        'Shirts 2022',
        'Trousers 2019',
      ]);
      const { network } = await readNetwork(db, { asOf: '2026-11-01' });
      expect(network.links.filter((edge) => edge.buyer === buyer)).toHaveLength(1);
    });
    expect((await undo(mergeId)).kind).toBe('undone');
    expect(difference(before, await exportAll(member.organization.id))).toEqual([]);
  });

  it('keeps later additions, and undoes the later of two first', async () => {
    const { member, kept, third, act, merge, undo } = await makeDuplicates();
    const before = await exportAll(member.organization.id);
    const first = idOf(await merge());
    const choices = { takes: null, sitesApart: new Set<string>() };
    const second = idOf(
      await member.inOrganization((db) =>
        mergeSuppliers(db, { ...act, keptId: third.partyId, otherId: kept.partyId, choices, at: new Date() }),
      ),
    );
    expect(await undo(first)).toEqual({ kind: 'refused', code: 'later' });
    await member.inOrganization((db) => db.finding.updateMany({ where: { partyId: third.partyId }, data: { status: 'fixed' } }));
    expect((await undo(second)).kind).toBe('undone');
    expect((await undo(first)).kind).toBe('undone');
    const changed = difference(before, await exportAll(member.organization.id));
    expect(changed.map((line) => line.split(' ')[0])).toEqual(['Finding', 'Finding']);
  });
});

describe('the history of a merge', () => {
  it('shows the facts of the other record, marked, with those that count here, and none once it is undone', async () => {
    const { member, kept, other, merge, undo } = await makeDuplicates();
    const before = await member.inOrganization((db) => readHistory(db, kept.partyId));
    const merged = idOf(await merge());
    const { facts } = await member.inOrganization((db) => readHistory(db, kept.partyId));
    const from = facts.filter((fact) => fact.merged !== null);
    expect(from).toHaveLength((await member.inOrganization((db) => readHistory(db, other.partyId))).facts.length);
    expect(from[0]?.merged).toEqual({
      name: 'Moon River Garment Joint Stock Company',
      publicId: other.publicId,
      counts: expect.arrayContaining(['migrantShare', 'externalIds']),
    });
    expect(from[0]?.values).toMatchObject({ workers: 650, country: 'VN' });
    expect(from[0]?.merged?.counts).not.toContain('workers');
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    await undo(merged);
    expect(await member.inOrganization((db) => readHistory(db, kept.partyId))).toEqual(before);
  });
});

describe('a split', () => {
  it('moves selected sites and sources to a new supplier, and undo restores every row', async () => {
    const { member, other, moving, act, undo } = await makeDuplicates();
    await member.inOrganization(async (db) => {
      const source = await db.source.create({ data: { kind: 'member', userId: act.userId }, select: { id: true } });
      await recordFacts(db, { partyId: other.partyId, values: { workers: 90, sector: '1313' }, sourceId: source.id });
      await scoreSuppliers(db, { partyIds: [other.partyId], asOf: '2026-11-02' });
    });
    const before = await exportAll(member.organization.id);
    const newest = await member.inOrganization((db) => db.source.findFirst({ orderBy: { createdAt: 'desc' }, select: { id: true } }));
    const choices = { name: 'Tran Phu Printing', sites: new Set([moving.publicId]), sources: new Set([newest?.id ?? '']) };
    const split = await member.inOrganization((db) => splitSupplier(db, { ...act, partyId: other.partyId, choices, at: new Date() }));
    if (split.kind !== 'split') throw new Error(split.code);
    await member.inOrganization(async (db) => {
      expect(await db.supplier.findFirst({ where: { partyId: split.partyId } })).toMatchObject({
        workers: 90,
        sector: '1313',
        country: null,
      });
      expect(await db.supplier.findFirst({ where: { partyId: other.partyId } })).toMatchObject({ workers: 650, sector: '1410' });
      expect(await db.site.findMany({ where: { supplierPartyId: split.partyId }, select: { partyId: true } })).toEqual([
        { partyId: moving.partyId },
      ]);
      await scoreSuppliers(db, { partyIds: [split.partyId, other.partyId], asOf: '2026-11-02' });
    });
    expect((await undo(split.mergeId)).kind).toBe('undone');
    // The new supplier stays as an empty record whose address redirects: no earlier row differs.
    const changed = difference(before, await exportAll(member.organization.id));
    expect(changed.map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
      'MergedParty gained',
      'Party gained',
      'Supplier gained',
    ]);
  });

  it('leaves responses and findings, or moves the selected ones; the preview lists them, and undo restores them', async () => {
    const { member, other, moving, act, undo } = await makeDuplicates();
    const alone = await member.inOrganization((db) =>
      db.finding.create({ data: { partyId: other.partyId, grade: 'minor', text: 'Seen on a visit' }, select: { id: true } }),
    );
    const parts = await member.inOrganization((db) => readSplitParts(db, other.partyId));
    expect(parts).toMatchObject({ responses: [{ findings: 1, status: 'open' }], findings: [{ id: alone.id, grade: 'minor' }] });
    const before = await exportAll(member.organization.id);
    const choose = (responses: string[], findings: string[]) => ({
      name: 'Tran Phu Printing',
      sites: new Set([moving.publicId]),
      sources: new Set<string>(),
      responses: new Set(responses),
      findings: new Set(findings),
    });
    const preview = async (responses: string[], findings: string[]) => {
      const seen = await previewSplit(member.inOrganization, {
        ...act,
        partyId: other.partyId,
        choices: choose(responses, findings),
        at: new Date(),
      });
      return seen.kind === 'preview' ? seen.parts : seen;
    };
    const [responseId = ''] = parts.responses.map(({ id }) => id);
    expect(await preview([], [])).toEqual({ stays: { responses: 1, findings: 2 }, goes: { responses: 0, findings: 0 } });
    expect(await preview([responseId], [])).toEqual({ stays: { responses: 0, findings: 1 }, goes: { responses: 1, findings: 1 } });
    const split = await member.inOrganization((db) =>
      splitSupplier(db, { ...act, partyId: other.partyId, choices: choose([responseId], [alone.id]), at: new Date() }),
    );
    if (split.kind !== 'split') throw new Error(split.code);
    expect(await member.inOrganization((db) => db.finding.count({ where: { partyId: split.partyId } }))).toBe(2);
    await undo(split.mergeId);
    expect(difference(before, await exportAll(member.organization.id)).filter((line) => /^(Assessment|Finding)/.test(line))).toEqual([]);
    const stranger = await makeDuplicates();
    expect(await stranger.member.inOrganization((db) => readSplitParts(db, other.partyId))).toEqual({ responses: [], findings: [] });
  });

  it('is rejected when nothing is selected', async () => {
    const { member, other, act } = await makeDuplicates();
    const choices = { name: 'X', sites: new Set<string>(), sources: new Set<string>() };
    expect(await member.inOrganization((db) => splitSupplier(db, { ...act, partyId: other.partyId, choices, at: new Date() }))).toEqual({
      kind: 'refused',
      code: 'nothing-chosen',
    });
  });
});

it('every column that names a company is moved by a merge, or stays for a listed reason', async () => {
  const { rows } = await withClient(testDatabase().ownerUrl, (client) =>
    client.query<{ name: string }>(
      `SELECT DISTINCT c.conrelid::regclass::text AS t, replace(c.conrelid::regclass::text, '"', '') || '.' || a.attname AS name
       FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
       WHERE c.contype = 'f' AND c.confrelid IN ('"Party"'::regclass, '"Supplier"'::regclass) AND a.attname <> 'organizationId'`,
    ),
  );
  const known = new Set([...movedColumns.map(({ table, column }) => `${table}.${column}`), ...Object.keys(stayingColumns)]);
  expect(rows.map(({ name }) => name).sort()).toEqual([...known].sort());
});
