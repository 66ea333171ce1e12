import { describe, expect, it } from 'vitest';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { changeDeal } from '~/lending/deals/change-deal.server';
import { readRecord } from '~/lending/deal-record/read-record';
import { makeMember } from '../../../tests/factories/member';
import { filterOf, openFor, lend } from '../../../tests/factories/portfolio';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readTrend } from './read-trend.server';

/** Read once everything is recorded, so that a run over midnight reads the day of its own records. */
const dayNow = () => new Date().toISOString().slice(0, 10);

describe('the trend', () => {
  it('separates the versions of the method', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored } = await lend(member);
    const today = dayNow();
    const trend = () => member.inOrganization((db) => readTrend(db, { filter: filterOf(), today }));
    const now = await trend();
    expect(now.points).toHaveLength(1);
    expect(now.clients).toBe(2);
    // An older score by an older engine: its day has a point of its own, and today’s version has none there.
    await member.inOrganization(async (db) => {
      const score = await db.score.findFirstOrThrow({ where: { partyId: scored.partyId }, orderBy: { createdAt: 'desc' } });
      const { id: _, ...rest } = score;
      const older = {
        ...rest,
        input: rest.input ?? {},
        result: rest.result ?? {},
        engineVersion: '0.0.1',
        createdAt: new Date('2026-05-01'),
      };
      await db.score.create({ data: JSON.parse(JSON.stringify(older)) });
    });
    const { points } = await trend();
    const methods = (day: string) => points.filter((point) => point.day === day).map(({ method }) => method);
    expect(methods('2026-06-30')).toEqual([expect.stringMatching(/^0\.0\.1/)]);
    expect(methods(today)).toEqual(now.points.map(({ method }) => method));
  });
});

describe('the weights of the trend', () => {
  it('are the commitments of the day, from the history of the record', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored, ids } = await lend(member);
    const other = await makeSupplier(member, { name: 'Other', values: { country: 'MM', sector: '1410', workers: 900 } });
    await openFor(member, other, { commitmentMinor: 210_00n });
    const means = await member.inOrganization(async (db) => {
      await scoreSuppliers(db, { partyIds: [other.partyId], asOf: dayNow() });
      const means = [];
      for (const { partyId } of [scored, other]) {
        const { id: _, ...score } = await db.score.findFirstOrThrow({ where: { partyId }, orderBy: { createdAt: 'desc' } });
        await db.score.create({ data: JSON.parse(JSON.stringify({ ...score, createdAt: new Date('2026-05-01') })) });
        means.push(Number((score.result as { score: number }).score));
      }
      return means;
    });
    const [first = 0, second = 0] = means;
    expect(first).not.toBe(second);
    const found = await member.inOrganization((db) => db.deal.findFirstOrThrow({ where: { id: ids.dollars } }));
    const changed = await member.inOrganization((db) =>
      changeDeal(
        db,
        { ...readRecord(found), commitmentMinor: 310_00n },
        { dealId: ids.dollars, revision: found.revision, userId: member.user.id },
      ),
    );
    expect(changed.kind).toBe('changed');
    const today = dayNow();
    const { points } = await member.inOrganization((db) => readTrend(db, { filter: filterOf(), today }));
    const on = (day: string) => points.find((point) => point.day === day)?.score;
    // 100 dollars and 100 euros at 1.1 against 210 then; 310 and 110 against 210 now.
    expect(on('2026-06-30')).toBeCloseTo((210 * first + 210 * second) / 420, 6);
    expect(on(today)).toBeCloseTo((420 * first + 210 * second) / 630, 6);
  });
});
