import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import pg from 'pg';
import { bands } from '#scoring';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { testDatabase } from '../../../tests/setup/test-database';
import type { TenantDb } from '~/access/tenant-db.server';
import { compactTally } from './compact-tally.server';
import { countSuppliers } from './count-suppliers.server';
import { costlyRuns } from '../../../scoring/testing/costly-runs.ts';

const countedSchema = z.tuple([
  z.object({
    all: z.number(),
    'at-risk': z.number(),
    'not-scored': z.number(),
    'tier-unknown': z.number(),
    countries: z.array(z.string()),
    divisions: z.array(z.string()),
  }),
]);

/** The same, counted supplier by supplier. */
async function countOneByOne(db: TenantDb) {
  const [{ countries, divisions, ...counts }] = countedSchema.parse(
    await db.$queryRaw`
      SELECT count(*)::int AS "all", count(*) FILTER (WHERE "band" IN ('high', 'severe'))::int AS "at-risk",
        count(*) FILTER (WHERE "scoreStatus" IS DISTINCT FROM 'scored')::int AS "not-scored", count(*) FILTER (WHERE "tier" IS NULL)::int AS "tier-unknown",
        coalesce(array_agg(DISTINCT "country") FILTER (WHERE "country" IS NOT NULL), '{}') AS "countries",
        coalesce(array_agg(DISTINCT left("sector", 2)) FILTER (WHERE "sector" IS NOT NULL), '{}') AS "divisions"
      FROM "Supplier" WHERE "archivedAt" IS NULL`,
  );
  const archived = await db.supplier.count({ where: { archivedAt: { not: null } } });
  return { counts: { ...counts, archived }, countries, divisions };
}

const changes = fc.array(
  fc.record({
    nth: fc.nat(5),
    act: fc.oneof(
      fc.constant({ kind: 'remove' as const }),
      fc.record({ kind: fc.constant('archive' as const), archivedAt: fc.constantFrom(null, new Date()) }),
      fc.record({
        kind: fc.constant('change' as const),
        country: fc.constantFrom(null, 'VN', 'MY'),
        sector: fc.constantFrom(null, '14', '1410', '10'),
        band: fc.constantFrom(null, ...bands),
        scoreStatus: fc.constantFrom(null, 'scored', 'not-scored'),
        tier: fc.constantFrom(null, 1, 2, 3, 9),
      }),
    ),
  }),
  { maxLength: 12 },
);

test('the tally is what counting one by one gives, whatever is added, changed, archived, removed or put together', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (acts) => {
      const member = await makeMember();
      const partyIds: string[] = [];
      for (let nth = 0; nth < 4; nth++) partyIds.push((await makeSupplier(member)).partyId);
      await member.inOrganization(async (db) => {
        for (const { nth, act } of acts) {
          const where = { partyId: { in: partyIds.slice(0, nth) } };
          if (act.kind === 'remove') await db.supplier.deleteMany({ where: { partyId: partyIds[nth] ?? partyIds[0] ?? '' } });
          else {
            const { kind: _, ...data } = act;
            await db.supplier.updateMany({ where, data });
          }
        }
        expect(await countSuppliers(db)).toEqual(await countOneByOne(db));
      });
    }),
    costlyRuns(fc, 25),
  );
});

test('many differences are put together without a change of the numbers, few are left', async () => {
  const member = await makeMember();
  await makeSupplier(member);
  await member.inOrganization(async (db) => {
    await compactTally(db);
    expect(await db.supplierTally.count()).toBe(3);
    await db.supplierTally.createMany({
      data: [...Array(600)].flatMap(() => [1, -1].map((count) => ({ measure: 'country', code: 'MY', count }))),
    });
    const before = await countSuppliers(db);
    await compactTally(db);
    expect(await db.supplierTally.count()).toBe(3);
    expect(await countSuppliers(db)).toEqual(before);
    expect(before.counts.all).toBe(1);
  });
});

const owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
afterAll(() => owner.end());

test('an organization goes with its tally', async () => {
  const member = await makeMember();
  await makeSupplier(member);
  await owner.connect();
  await owner.query('DELETE FROM "Organization" WHERE "id" = $1', [member.organization.id]);
  const { rows } = await owner.query('SELECT count(*)::int AS n FROM "SupplierTally" WHERE "organizationId" = $1', [
    member.organization.id,
  ]);
  expect(rows).toEqual([{ n: 0 }]);
});
