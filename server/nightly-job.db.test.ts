import { parseCrontab } from 'graphile-worker';
import { describe, expect, it } from 'vitest';
import { alertListsKey } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { askWaiver } from '~/lending/covenants/waive-covenant.server';
import { scoreAllSuppliers } from '~/risk/scores/score-all.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { runNightlyJob } from '~/suppliers/supply-links/nightly-job.server';
import { type MadeMember, makeMember } from '../tests/factories/member';
import { withCovenant } from '../tests/factories/monitoring';
import { makeSupplier } from '../tests/factories/supplier';
import { testDatabase, withClient } from '../tests/setup/test-database';
import { nightlyJobCrontab, runNightlyJobs } from './nightly-job';

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const today = dayFrom(0);

/** A supplier that supplies us over a period, with an outdated tier. */
async function setting(period: { validFrom?: string; validTo?: string }, staleTier: number | null) {
  const member = await makeMember();
  const supplier = await makeSupplier(member, { name: 'Mill' });
  const organizationId = member.organization.id;
  await member.inOrganization(async (db) => {
    const sourceId = await openMemberSource(db, { userId: member.user.id });
    await linkParties(db, { fromPartyId: supplier.partyId, toPartyId: await ensureBuyer(db), kind: 'supplies', sourceId, ...period });
    await db.supplier.updateMany({ data: { tier: staleTier } });
    await db.organization.updateMany({ where: { id: organizationId }, data: { turnedOn: new Date(dayFrom(-3)) } });
  });
  const tierOf = (db: TenantDb) => db.supplier.findFirst({ select: { tier: true } }).then((row) => row?.tier);
  const turn = () =>
    member.inOrganization(async (db) => ({ ...(await runNightlyJob(db, { organizationId, today })), tier: await tierOf(db) }));
  return { member, turn, tierOf };
}

describe('the nightly job', () => {
  it.each([
    ['ended yesterday', { validTo: dayFrom(-1) }, 1, null],
    ['ended on the day of the last night', { validTo: dayFrom(-3) }, 1, null],
    ['begins today', { validFrom: today }, null, 1],
  ] as const)('a link that %s changes the tier, once', async (_, period, before, after) => {
    const { turn } = await setting(period, before);
    expect(await turn()).toEqual({ links: true, facts: false, method: false, tier: after });
    expect(await turn()).toEqual({ links: false, facts: false, method: false, tier: after });
  });

  it.each([
    ['ends today', { validTo: today }],
    ['begins tomorrow', { validFrom: dayFrom(1) }],
    ['ended long ago', { validTo: dayFrom(-4) }],
    ['has no date', {}],
  ])('a link that %s changes nothing', async (_, period) => {
    const { turn } = await setting(period, 7);
    expect(await turn()).toEqual({ links: false, facts: false, method: false, tier: 7 });
  });

  it('queues scores where a fact began or ended, and leaves other organizations unchanged', async () => {
    const { member, turn } = await setting({}, 1);
    const stranger = await setting({ validTo: dayFrom(-1) }, 1);
    await member.inOrganization(async (db) => {
      const source = await db.source.findFirstOrThrow();
      const party = await db.party.findFirstOrThrow({ where: { kind: 'supplier' } });
      await db.fact.create({ data: { partyId: party.id, sourceId: source.id, values: { workers: 5 }, validTo: new Date(dayFrom(-2)) } });
    });
    expect(await turn()).toEqual({ links: false, facts: true, method: false, tier: 1 });
    const runs = () => member.inOrganization((db) => db.jobRun.findMany({ select: { kind: true, startedById: true } }));
    expect(await runs()).toEqual([{ kind: 'score-all', startedById: null }]);
    expect(await stranger.member.inOrganization(stranger.tierOf)).toBe(1);
  });

  it.each([
    ['begins today', { validFrom: today }, true],
    ['ended yesterday', { validTo: dayFrom(-1) }, true],
    ['begins tomorrow', { validFrom: dayFrom(1) }, false],
  ] as const)('a recruiter whose work for a supplier %s has scores queued: %o %s', async (_, period, isOrdered) => {
    const { member, turn } = await setting({}, 1);
    await member.inOrganization(async (db) => {
      const { id: sourceId } = await db.source.findFirstOrThrow();
      const { id: toPartyId } = await db.party.findFirstOrThrow({ where: { kind: 'supplier' } });
      const name = { name: 'Agency', nameKey: 'agency', publicId: makePublicId() };
      const { id: fromPartyId } = await db.party.create({ data: { kind: 'labour-recruiter', ...name }, select: { id: true } });
      await linkParties(db, { fromPartyId, toPartyId, kind: 'recruits', sourceId, ...period });
    });
    expect(await turn()).toMatchObject({ links: false, facts: isOrdered, tier: 1 });
    expect(await member.inOrganization((db) => db.jobRun.count({ where: { kind: 'score-all' } }))).toBe(isOrdered ? 1 : 0);
  });

  it('queues scores where the newest score of a supplier is of another version of the method', async () => {
    const { member, turn } = await setting({}, 1);
    const orders = () => member.inOrganization((db) => db.jobRun.count({ where: { kind: 'score-all' } }));
    const { partyId } = await member.inOrganization((db) => db.supplier.findFirstOrThrow());
    await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf: today }));
    expect(await turn()).toMatchObject({ method: false });
    const score = await member.inOrganization((db) =>
      db.score.create({
        data: { partyId, engineVersion: '1.3.0', asOf: new Date(today), inputHash: 'a'.repeat(64), input: {}, result: {} },
      }),
    );
    expect(await turn()).toMatchObject({ method: false });
    await member.inOrganization((db) => db.supplier.updateMany({ where: { partyId }, data: { scoreId: score.id } }));
    expect([await turn(), await orders()]).toMatchObject([{ facts: false, method: true }, 1]);
    await scoreAllSuppliers(member.inOrganization, { asOf: today });
    expect([await turn(), await orders()]).toMatchObject([{ method: false }, 1]);
    await member.inOrganization((db) =>
      db.supplier.updateMany({ where: { partyId }, data: { scoreId: score.id, archivedAt: new Date() } }),
    );
    expect(await turn()).toMatchObject({ method: false });
  });

  /** The whole job. Alerts of other tests’ organizations were detected by these lists already, without an expired licence: hundreds of them would take a minute. */
  const runAll = async (member: MadeMember) => {
    await withClient(testDatabase().ownerUrl, (client) =>
      client.query('UPDATE "Organization" SET "alertListsKey" = $1 WHERE "id" <> $2', [
        `${alertListsKey(today)} 0`,
        member.organization.id,
      ]),
    );
    return runNightlyJobs({ ownerUrl: testDatabase().ownerUrl, today });
  };

  it('runs every night, for every organization', async () => {
    const { member, tierOf } = await setting({ validTo: dayFrom(-1) }, 1);
    const counts = await runAll(member);
    expect(counts.organizations).toBeGreaterThan(0);
    expect(counts.changed).toBeGreaterThan(0);
    expect(await member.inOrganization(tierOf)).toBeNull();
    expect(parseCrontab(nightlyJobCrontab)).toMatchObject([{ task: 'turn-day' }]);
  });

  it('expires a waiver request that was not decided by its last day, and no other', async () => {
    const member = await makeMember();
    const request = async (untilOn: string) => {
      const { of, read } = await withCovenant(member);
      await member.inOrganization((db) => askWaiver(db, { reason: 'The camp is being moved', untilOn }, of(member, dayFrom(-5))));
      return async () => (await read(today)).waivers.map(({ state }) => state);
    };
    const [over, lastDay] = [await request(dayFrom(-1)), await request(today)];
    await runAll(member);
    expect([await over(), await lastDay()]).toEqual([['expired'], ['open']]);
    const acts = await member.inOrganization((db) => db.activity.findMany({ where: { act: 'waiver-expired' }, select: { userId: true } }));
    expect(acts).toEqual([{ userId: null }]);
  });
});
