import { describe, expect, it } from 'vitest';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { followIncident, recordIncident } from '~/lending/monitoring/record-incident.server';
import { scheduleReports } from '~/lending/monitoring/schedule-reports.server';
import { raiseOverride } from '~/risk/override-record/given-overrides.server';
import { makeMember } from '../../../tests/factories/member';
import { today, filterOf, lend } from '../../../tests/factories/portfolio';
import { readWatch } from './read-watch.server';

describe('the watch list', () => {
  it('shows the reason: drawstop, overdue actions, a worse band by the same method, no score', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored, ids } = await lend(member);
    const watch = (reason: Parameters<typeof readWatch>[1]['reason'] = null) =>
      member.inOrganization((db) => readWatch(db, { filter: filterOf(), today, now: new Date(), reason, page: 1 }));
    const codes = async (id: string) => (await watch()).rows.find((row) => row.id === id)?.reasons.map(({ code }) => code) ?? [];
    expect(await codes(ids.open)).toEqual(['not-scored']);
    expect(await codes(ids.dollars)).not.toContain('drawstop');
    await member.inOrganization(async (db) => {
      const finding = await db.finding.create({ data: { partyId: scored.partyId, grade: 'minor', text: 'Hours' } });
      const plan = {
        kind: 'corrective',
        action: 'Less',
        owner: 'HR',
        timescale: '30',
        verification: 'desktop',
        dueOn: new Date('2026-01-01'),
      };
      await db.correctiveAction.create({ data: { ...plan, findingId: finding.id, createdById: member.user.id } });
      await raiseOverride(db, { partyId: scored.partyId, code: 'O1', evidence: 'none', since: today, userId: member.user.id });
      await scoreSuppliers(db, { partyIds: [scored.partyId], asOf: today });
    });
    const { rows, counts } = await watch();
    const row = rows.find(({ id }) => id === ids.dollars);
    expect(row?.reasons.map(({ code }) => code).slice(0, 3)).toEqual(['drawstop', 'overdue-actions', 'band-worsened']);
    expect(row?.reasons[1]).toMatchObject({ items: 1, since: '2026-01-01' });
    expect(row?.reasons[2]).toMatchObject({ was: expect.stringMatching(/low|moderate|elevated|high/) });
    expect(counts).toMatchObject({ drawstop: 2, 'overdue-actions': 2, 'not-scored': 3 });
    expect((await watch('not-scored')).rows.map(({ id }) => id).sort()).toEqual([ids.open, ids.yen, ids.unknown].sort());
    expect((await watch('access-revoked')).total).toBe(0);
    // A condition is overdue from the next day; later items of the loan are no condition, and overdue all the same.
    await member.inOrganization(async (db) => {
      const line = { dealId: ids.open, action: 'Pay fees back', dueOn: new Date('2026-01-01'), createdById: member.user.id };
      await db.esapItem.createMany({
        data: [
          { ...line, number: 1, milestone: 'cp-disbursement', status: 'in-progress' },
          { ...line, number: 2, milestone: 'cp-signing', dueOn: new Date(today) },
          { ...line, number: 3, milestone: 'operation' },
          { ...line, number: 4, milestone: 'operation', status: 'done', doneById: member.user.id, doneAt: new Date(), doneNote: 'Done' },
        ],
      });
    });
    expect(await codes(ids.open)).toEqual(['overdue-conditions', 'overdue-lines', 'not-scored']);
    const law = { kind: 'law', text: 'The law is kept', frequency: 'yearly', tester: 'lender', createdById: member.user.id };
    const kept = await member.inOrganization((db) =>
      db.covenant.create({
        data: { ...law, dealId: ids.yen, number: 1, firstTestOn: new Date('2026-01-01') },
        select: { id: true },
      }),
    );
    await member.inOrganization((db) => db.covenant.updateMany({ where: { id: kept.id }, data: { nextDueOn: new Date('2026-01-01') } }));
    expect((await watch('overdue-covenants')).rows).toMatchObject([{ id: ids.yen, reasons: [{ items: 1, since: '2026-01-01' }, {}] }]);
    expect((await watch('breach')).total).toBe(0);
    expect((await watch('overdue-conditions')).rows).toMatchObject([
      { id: ids.open, reasons: [{ items: 1, since: '2026-01-01' }, {}, {}] },
    ]);
  });

  it('shows which client owes a report, and which failed to report an incident', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { ids } = await lend(member);
    const userId = member.user.id;
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    const incident = { text: 'A fall', died: 0, harmed: 1, happenedAt: hoursAgo(60), reportedAt: null };
    await member.inOrganization(async (db) => {
      const of = { dealId: ids.open, userId };
      await scheduleReports(db, { frequency: 'quarterly', firstPeriodFrom: '2025-01-01', dueDays: 30 }, of);
      // No covenant requires notice of a strike; an injury is reported to the lender within 48 hours, covenant or not.
      await recordIncident(db, { ...incident, kind: 'strike', learnedAt: hoursAgo(60) }, { ...of, now: new Date() });
      await recordIncident(db, { ...incident, kind: 'injury', learnedAt: hoursAgo(47) }, { ...of, now: new Date() });
    });
    const watch = (now: Date) => member.inOrganization((db) => readWatch(db, { filter: filterOf(), today, now, reason: null, page: 1 }));
    const reasons = async (now = new Date()) => (await watch(now)).rows.find(({ id }) => id === ids.open)?.reasons;
    expect(await reasons()).toMatchObject([{ code: 'overdue-reports', items: 1, since: '2025-04-30' }, { code: 'not-scored' }]);
    await member.inOrganization((db) =>
      recordIncident(db, { ...incident, kind: 'injury', learnedAt: hoursAgo(49) }, { dealId: ids.open, userId, now: new Date() }),
    );
    expect(await reasons()).toMatchObject([{}, { code: 'incident-untold', items: 1 }, {}]);
    const died = { ...incident, died: 1, kind: 'fire' as const, learnedAt: hoursAgo(20), reportedAt: hoursAgo(19) };
    const death = await member.inOrganization((db) => recordIncident(db, died, { dealId: ids.open, userId, now: new Date() }));
    if (death.kind !== 'recorded') throw new Error(death.kind);
    expect((await reasons())?.[0]).toMatchObject({ code: 'death', items: 1, since: hoursAgo(20).toISOString().slice(0, 10) });
    const closed = { dealId: ids.open, userId, now: new Date(), incidentId: death.incidentId };
    await member.inOrganization((db) => followIncident(db, { kind: 'closed', text: 'The family is paid' }, closed));
    // The clock is the caller’s, not the database’s: a past day is shown as it was, a future deadline has passed after it.
    const { passed, coming } = await member.inOrganization(async (db) => {
      const deadlines = await db.monitoringIncident.findMany({ where: { kind: 'injury' }, orderBy: { deadlineAt: 'asc' } });
      const [passed, coming] = deadlines.map(({ deadlineAt }) => deadlineAt?.getTime() ?? Number.NaN);
      return { passed: passed ?? Number.NaN, coming: coming ?? Number.NaN };
    });
    expect(await reasons(new Date(passed))).toMatchObject([{ code: 'overdue-reports' }, { code: 'not-scored' }]);
    const since = new Date(passed).toISOString().slice(0, 10);
    expect(await reasons(new Date(passed + 1))).toMatchObject([{}, { code: 'incident-untold', items: 1, since }, {}]);
    expect(await reasons(new Date(coming))).toMatchObject([{}, { items: 1 }, {}]);
    expect(await reasons(new Date(coming + 1))).toMatchObject([{}, { items: 2, since }, {}]);
  });

  it('names a client with the name of a listed entity, until the alert is dismissed', async () => {
    const member = await makeMember({ kind: 'lender' });
    const { scored, ids } = await lend(member);
    const watch = () =>
      member.inOrganization((db) => readWatch(db, { filter: filterOf(), today, now: new Date(), reason: 'alerts', page: 1 }));
    expect((await watch()).rows).toEqual([]);
    await member.inOrganization(async (db) => {
      await db.supplier.updateMany({ where: { partyId: scored.partyId }, data: { parentCompany: 'Akesu Huafu' } });
      await scoreSuppliers(db, { partyIds: [scored.partyId], asOf: today });
    });
    const { rows } = await watch();
    expect(rows.map(({ id }) => id)).toContain(ids.dollars);
    expect(rows[0]?.reasons).toContainEqual(expect.objectContaining({ code: 'alerts', items: 1, since: expect.stringMatching(/^\d{4}-/) }));
    const decided = { status: 'dismissed', decidedById: member.user.id, decidedAt: new Date(), reason: 'Another company' };
    await member.inOrganization((db) => db.alert.updateMany({ where: { kind: 'listed-entity' }, data: decided }));
    expect((await watch()).rows).toEqual([]);
  });
});
