import { beforeAll, describe, expect, test } from 'vitest';
import { engineVersion } from '#scoring';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { type RecomputedScore, recomputeStored } from '~/risk/scores/recompute-stored.server';
import { type MadeMember, makeMember } from '../tests/factories/member';
import { makeSupplier } from '../tests/factories/supplier';
import { runServerCommand } from '../tests/setup/run-manumit';
import { testDatabase, withClient } from '../tests/setup/test-database';
import { recomputeScores } from './recompute-scores';

const day = '2026-11-25';
/** Recomputes two organizations, as the command does with all, and adds up. */
async function recompute(asOf: string, ...members: MadeMember[]) {
  const reported: RecomputedScore[] = [];
  const counts = { scores: 0, documents: 0, equal: 0, differing: 0, impossible: 0, current: 0, inputsChanged: 0 };
  const reasons: Record<string, number> = {};
  for (const { inOrganization } of members) {
    const own = await recomputeStored(inOrganization, { asOf, onOther: (score) => reported.push(score) });
    for (const key of ['scores', 'documents', 'equal', 'differing', 'impossible', 'current', 'inputsChanged'] as const)
      counts[key] += own[key];
    for (const [reason, count] of Object.entries(own.reasons)) reasons[reason] = (reasons[reason] ?? 0) + count;
  }
  return { counts: { ...counts, reasons }, reported };
}

/** Alters stored rows past the app, which no user can do: between NO FORCE and FORCE, as the owner. */
async function alter(sql: string, values: unknown[]): Promise<void> {
  await withClient(testDatabase().ownerUrl, async (client) => {
    await client.query('ALTER TABLE "Score" NO FORCE ROW LEVEL SECURITY');
    const { rowCount } = await client.query(sql, values);
    await client.query('ALTER TABLE "Score" FORCE ROW LEVEL SECURITY');
    expect(rowCount).toBe(1);
  });
}

const rowsOf = (own: MadeMember) => own.inOrganization((db) => db.score.findMany({ orderBy: { id: 'asc' } }));

describe('A27: recomputing stored scores', () => {
  let first: MadeMember;
  let second: MadeMember;
  const suppliers: { partyId: string; publicId: string; sourceId: string }[] = [];

  let totalBefore: Awaited<ReturnType<typeof recomputeScores>>;

  beforeAll(async () => {
    totalBefore = await recomputeScores({ ownerUrl: testDatabase().ownerUrl, asOf: day });
    first = await makeMember();
    second = await makeMember();
    for (const [name, values] of [
      [
        'Lotus Garments',
        { country: 'VN', sector: '1410', products: ['Garments'], workers: 1250, agencyShare: 0.35, migrantShare: 0.1 + 0.2 },
      ],
      ['Kiln', { country: 'PK', sector: '2392', products: ['Bricks'], housing: 'tied-remote' as const }],
      ['Nowhere', { sector: '62' }],
    ] as const)
      suppliers.push(await makeSupplier(first, { name, values: { ...values } as never }));
    const other = await makeSupplier(second);
    await second.inOrganization((db) =>
      db.score.create({
        data: {
          ...{ partyId: other.partyId, engineVersion: '1.3.0', asOf: new Date('2026-02-01'), inputHash: 'a'.repeat(64), input: {} },
          result: { score: 63.2 },
        },
      }),
    );
    for (const asOf of ['2026-03-01', day]) {
      await first.inOrganization((db) => scoreSuppliers(db, { partyIds: suppliers.map(({ partyId }) => partyId), asOf }));
      await second.inOrganization((db) => scoreSuppliers(db, { partyIds: [other.partyId], asOf }));
    }
  });

  test('every score of every organization is the same; a date counts the scores until then, and scores of an earlier method separately', async () => {
    const before = await rowsOf(first);
    const all = await recompute(day, first, second);
    expect(all.reported).toEqual([]);
    expect(all.counts).toMatchObject({
      scores: 8,
      documents: 1,
      equal: 8,
      differing: 0,
      impossible: 0,
      current: 4,
      inputsChanged: 0,
      reasons: {},
    });
    expect((await recompute('2026-03-01', first, second)).counts).toMatchObject({ scores: 4, equal: 4, current: 4 });
    expect((await recompute('2025-12-31', first, second)).counts).toMatchObject({ scores: 0, documents: 0, current: 0 });
    expect((await recompute('2026-02-01', second)).counts).toMatchObject({ scores: 0, documents: 1, current: 0, inputsChanged: 0 });
    expect(await rowsOf(first)).toEqual(before);
    expect(before.every(({ parameterHash }) => /^[0-9a-f]{64}$/.test(parameterHash ?? ''))).toBe(true);
  });

  test('the command goes through all organizations', async () => {
    const total = await recomputeScores({ ownerUrl: testDatabase().ownerUrl, asOf: day });
    expect(total.organizations - totalBefore.organizations).toBe(2);
    expect(total.scores - totalBefore.scores).toBe(8);
    expect([total.equal - totalBefore.equal, total.documents - totalBefore.documents]).toEqual([8, 1]);
    const [run, refused] = await Promise.all([
      runServerCommand('recompute', ['--as-of', day]),
      runServerCommand('recompute', ['--as-of', '2026-02-31']),
    ]);
    expect(run.out).toContain(`${total.equal} of ${total.scores} equal, scored as of ${day} or before, by method ${engineVersion}`);
    expect(run.out).toContain(`${total.documents} made by an earlier method: kept as documents, not computed again`);
    expect(run.code).toBe(total.equal === total.scores ? 0 : 1);
    expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('is no day') });
  });

  test('facts learned later change no score, and are counted', async () => {
    const [lotus] = suppliers;
    if (!lotus) throw new Error('no supplier');
    await first.inOrganization((db) =>
      recordFacts(db, { partyId: lotus.partyId, values: { housing: 'optional' }, sourceId: lotus.sourceId }),
    );
    expect((await recompute(day, first, second)).counts).toMatchObject({ scores: 8, equal: 8, current: 4, inputsChanged: 1 });
  });

  test('each difference is found with its reason; the altered rows are left unchanged', async () => {
    const rows = (await rowsOf(first)).filter(({ asOf }) => asOf.toISOString().startsWith(day));
    const [one, two, three] = rows;
    if (!one || !two || !three) throw new Error('too few scores');
    await alter(`UPDATE "Score" SET "result" = jsonb_set("result", '{people}', '0.123') WHERE "id" = $1`, [one.id]);
    await alter(`UPDATE "Score" SET "input" = jsonb_set("input", '{facts,sector,value}', '"01"') WHERE "id" = $1`, [two.id]);
    await alter(
      `UPDATE "Score" SET "engineVersion" = '2.9.0', "parameterHash" = 'other', "result" = jsonb_set("result", '{vintages,governance}', '"1999"') WHERE "id" = $1`,
      [three.id],
    );
    const altered = await rowsOf(first);
    const { counts, reported } = await recompute(day, first, second);
    expect(counts).toMatchObject({
      scores: 8,
      equal: 5,
      differing: 3,
      reasons: { unexplained: 1, input: 1, engine: 1, vintage: 1, parameters: 1 },
    });
    const reasons = new Map(reported.map(({ scoreId, compared }) => [scoreId, compared.kind === 'differs' ? compared.reasons : []]));
    expect(reasons.get(one.id)).toEqual(['unexplained']);
    expect(reasons.get(two.id)).toEqual(['input']);
    expect(reasons.get(three.id)).toEqual(['vintage', 'parameters', 'engine']);
    expect(await rowsOf(first)).toEqual(altered);
  });

  test('counts scores that cannot be recomputed here separately', async () => {
    const old = (await rowsOf(first)).find(({ asOf }) => asOf.toISOString().startsWith('2026-03-01'));
    if (!old) throw new Error('no score');
    await alter(`UPDATE "Score" SET "input" = jsonb_set("input", '{asOf}', '"2001-01-01"') WHERE "id" = $1`, [old.id]);
    const { counts, reported } = await recompute(day, first, second);
    expect(counts.impossible).toBe(1);
    expect(reported.find(({ scoreId }) => scoreId === old.id)?.compared).toMatchObject({ kind: 'impossible' });
  });
});
