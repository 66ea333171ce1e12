import { assess } from '#scoring';
import { expect, test } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { run } from '~/risk/scores/place-suppliers.job.server';
import { readPlace } from '~/risk/scores/read-place.server';
import { placeSuppliers } from './place-suppliers.server';
import { scoreSuppliers } from './score-suppliers.server';
import { scoringInputs } from './scoring-inputs.server';

const asOf = '2026-11-30';
const places = ({ inOrganization }: MadeMember) =>
  inOrganization((db) =>
    db.supplier.findMany({
      orderBy: { nameKey: 'asc' },
      select: { nameKey: true, placeBest: true, placeWorst: true, inRiskiestTenth: true },
    }),
  );

/** A brick kiln in Pakistan, a bank in Norway, and a supplier without a known country. */
async function smallList() {
  const member = await makeMember();
  const kiln = await makeSupplier(member, {
    name: 'A kiln',
    values: { country: 'PK', sector: '2392', products: ['Bricks'], housing: 'tied' },
  });
  const bank = await makeSupplier(member, { name: 'B bank', values: { country: 'NO', sector: '64' } });
  const unknown = await makeSupplier(member, { name: 'C nowhere', values: { sector: '64' } });
  await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [kiln, bank, unknown].map(({ partyId }) => partyId), asOf }));
  return { member, kiln, bank };
}

test('ranks the scored suppliers of a list from the riskiest on, and gives no rank to a supplier without a score', async () => {
  const { member, kiln } = await smallList();
  expect(await member.inOrganization((db) => readPlace(db, kiln.partyId))).toBeNull();
  expect(await placeSuppliers(member.inOrganization, { asOf })).toBe(2);
  const [first, last, none] = await places(member);
  // Draws follow the public id, which is random: a few of a thousand may put the bank first.
  expect([first?.placeBest, first?.placeWorst]).toEqual([1, 1]);
  expect(first?.inRiskiestTenth?.toNumber()).toBeGreaterThan(0.98);
  expect([last?.placeBest, last?.placeWorst]).toEqual([2, 2]);
  expect(last?.inRiskiestTenth?.toNumber()).toBeLessThan(0.02);
  expect([none?.placeBest, none?.placeWorst, none?.inRiskiestTenth]).toEqual([null, null, null]);
  const inRiskiestTenth = first?.inRiskiestTenth?.toNumber();
  expect(await member.inOrganization((db) => readPlace(db, kiln.partyId))).toMatchObject({
    rank: 1,
    best: 1,
    worst: 1,
    inRiskiestTenth,
    of: 2,
  });
});

test('updates the ranks when a supplier was archived or lost its score, and leaves other organizations unchanged', async () => {
  const [{ member, kiln, bank }, other] = [await smallList(), await smallList()];
  await placeSuppliers(member.inOrganization, { asOf });
  await placeSuppliers(other.member.inOrganization, { asOf });
  await member.inOrganization((db) => db.supplier.updateMany({ where: { partyId: kiln.partyId }, data: { archivedAt: new Date() } }));
  expect(await placeSuppliers(member.inOrganization, { asOf })).toBe(1);
  expect((await places(member)).map(({ placeBest }) => placeBest)).toEqual([null, 1, null]);
  await member.inOrganization((db) =>
    db.supplier.updateMany({
      where: { partyId: bank.partyId },
      data: { scoreStatus: 'not-scored', score: null, scoreLow: null, scoreHigh: null, band: null },
    }),
  );
  expect(await placeSuppliers(member.inOrganization, { asOf })).toBe(0);
  expect((await places(member)).map(({ placeBest }) => placeBest)).toEqual([null, null, null]);
  expect((await places(other.member)).map(({ placeBest }) => placeBest)).toEqual([1, 2, null]);
});

test('gives the same ranks whatever was drawn before, and again after a new score', async () => {
  const { member, bank } = await smallList();
  const organizationId = member.organization.id;
  await run({ organizationId, runId: '', userId: '' });
  const before = await places(member);
  await run({ organizationId, runId: '', userId: '' });
  expect(await places(member)).toEqual(before);
  await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [bank.partyId], asOf: '2026-12-01' }));
  expect(await placeSuppliers(member.inOrganization, { asOf: '2026-12-01' })).toBe(2);
});

test('draws computed scores beside stored ones, with the same ranks', async () => {
  const { member, kiln } = await smallList();
  await placeSuppliers(member.inOrganization, { asOf });
  const before = await places(member);
  const [input] = await member.inOrganization((db) => scoringInputs(db, { partyIds: [kiln.partyId], asOf }));
  const result = input && assess(input.input);
  if (result?.status !== 'scored') throw new Error('not scored');
  const { inputHash, drawable } = result;
  const draw = (computed: { inputHash: string; drawable: typeof drawable }) =>
    placeSuppliers(member.inOrganization, { asOf, computed: new Map([[kiln.partyId, computed]]) });
  expect(await draw({ inputHash, drawable })).toBe(2);
  expect(await places(member)).toEqual(before);
  const safer = { ...drawable, score: -100 };
  await draw({ inputHash, drawable: safer });
  expect((await places(member)).map(({ placeBest }) => placeBest)).toEqual([2, 1, null]);
  // Computed from another input than the stored score: the supplier was scored again in the meantime.
  await draw({ inputHash: '0'.repeat(64), drawable: safer });
  expect(await places(member)).toEqual(before);
});

test('a new score ranks its organization once, however many are scored', async () => {
  const { member, bank } = await smallList();
  await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [bank.partyId], asOf: '2026-12-01' }));
  const { rows } = await withClient(testDatabase().ownerUrl, (client) =>
    client.query<{ task: string }>(
      `SELECT t.identifier AS task FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE j.payload->>'organizationId' = $1`,
      [member.organization.id],
    ),
  );
  expect(rows).toEqual([{ task: 'place-suppliers' }]);
});
