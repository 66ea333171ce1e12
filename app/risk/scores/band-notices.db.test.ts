import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { can } from '~/access/permissions';
import { listNotifications } from '~/platform/notifications/list-notifications.server';
import { raiseNotifications } from '~/platform/notifications/notification-sources.server';
import { followSupplier } from '~/suppliers/ownership/follow-supplier.server';
import { scoreSuppliers } from './score-suppliers.server';

const hourMs = 3_600_000;
const midnight = new Date(Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs);
const at = (hours: number) => new Date(midnight.getTime() + hours * hourMs);
/** Scores of this test are made now: the night that ends their day is the next one, unless it is not yet one o'clock. */
const night = at(Date.now() < at(1).getTime() ? 1.5 : 25.5);

let ana: MadeMember;
let linh: MadeMember;
let mill: { partyId: string; publicId: string };

beforeEach(async () => {
  ana = await makeMember();
  linh = await makeMember({ organization: ana.organization, role: 'auditor' });
  mill = await makeSupplier(ana, { name: 'Cotton mill' });
  await ana.inOrganization((db) => scoreSuppliers(db, { partyIds: [mill.partyId], asOf: midnight.toISOString().slice(0, 10) }));
});

/** A score of a moment in the past, like the newest one but for its band and its number of workers; without a moment, a second before the newest. */
const addEarlier = (createdAt: Date | null, band: string, engineVersion?: string) =>
  ana.inOrganization(async (db) => {
    const {
      id: _,
      organizationId: __,
      ...current
    } = await db.score.findFirstOrThrow({ where: { partyId: mill.partyId }, orderBy: { createdAt: 'desc' } });
    const { facts, ...input } = current.input as { facts: object };
    await db.score.createMany({
      data: [
        {
          ...{
            ...current,
            createdAt: createdAt ?? new Date(current.createdAt.getTime() - 1_000),
            inputHash: crypto.randomUUID(),
            engineVersion: engineVersion ?? current.engineVersion,
          },
          input: { ...input, facts: { ...facts, workers: { value: 3, evidence: 'none' } } },
          result: { ...(current.result as object), band },
        },
      ],
    });
  });
const own = () => ana.inOrganization((db) => db.supplier.updateMany({ where: { partyId: mill.partyId }, data: { ownerId: linh.user.id } }));
const raise = (now: Date) => ana.inOrganization((db) => raiseNotifications(db, { now }));
const listed = async (member: MadeMember) =>
  (
    await member.inOrganization((db) => listNotifications(db, { userId: member.user.id, can: (permission) => can('auditor', permission) }))
  ).notifications
    .filter(({ event }) => event === 'band-changed')
    .map(({ label, supplier, path }) => ({ label, supplier, path }));
const bandNow = () =>
  ana.inOrganization((db) => db.supplier.findFirstOrThrow({ where: { partyId: mill.partyId }, select: { band: true } }));

describe('a change of band', () => {
  it('notifies owner and followers once, with where it led and why', async () => {
    const dao = await makeMember({ organization: ana.organization });
    await own();
    for (const { user } of [linh, dao])
      await ana.inOrganization((db) => followSupplier(db, { partyId: mill.partyId, userId: user.id, isFollowed: true }));
    await addEarlier(at(-80), 'low');
    await raise(night);
    await raise(new Date(night.getTime() + hourMs));
    const { band } = await bandNow();
    expect(band).not.toBe('low');
    const [notice, ...more] = await listed(linh);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ supplier: 'Cotton mill', path: `/suppliers/${mill.publicId}/score` });
    expect(notice?.label).toMatch(/^Low → \w+: .*workers/i);
    expect(await listed(dao)).toHaveLength(1);
    expect(await listed(ana)).toEqual([]);
  });

  it('is not notified of before the night that ends its day, nor two nights later', async () => {
    await own();
    await addEarlier(at(-80), 'low');
    await raise(new Date(night.getTime() - hourMs));
    expect(await listed(linh), 'before one o’clock').toEqual([]);
    await raise(new Date(night.getTime() + 24 * hourMs));
    expect(await listed(linh), 'a night later').toEqual([]);
  });

  it('back and forth within a day, or from a score of an earlier method, is none', async () => {
    await own();
    const { band } = await bandNow();
    await addEarlier(at(-80), 'low', '1.0.0');
    await raise(night);
    expect(await listed(linh), 'an earlier method').toEqual([]);
    await addEarlier(at(-60), band ?? '');
    await addEarlier(null, 'low');
    await raise(night);
    expect(await listed(linh), 'back and forth').toEqual([]);
  });
});
