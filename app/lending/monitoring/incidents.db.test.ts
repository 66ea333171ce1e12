import { beforeAll, describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { at, withCovenant } from '../../../tests/factories/monitoring';
import { openLoan } from '../../../tests/factories/deal';
import { readIncident } from './read-incidents.server';
import { followIncident, recordIncident } from './record-incident.server';

let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
});

describe('an incident', () => {
  it('follows the covenants in force when it was learned, is reported once, followed up and closed', async () => {
    const { dealId } = await withCovenant(owner, { kind: 'notification', noticeHours: 72, noticeOf: 'any' });
    const by = { dealId, userId: owner.user.id, now: at('2026-11-20') };
    const fields = {
      ...{ kind: 'strike' as const, text: 'Cooks stopped work over wages', happenedAt: at('2026-11-18'), learnedAt: at('2026-11-19') },
      ...{ toldAt: null, died: null, harmed: 0 },
    };
    const recorded = await owner.inOrganization((db) => recordIncident(db, fields, by));
    if (recorded.kind !== 'recorded') throw new Error(recorded.kind);
    const { incidentId } = recorded;
    const read = (now: Date) => owner.inOrganization((db) => readIncident(db, { incidentId, dealId, now }));
    expect(await read(at('2026-11-20'))).toMatchObject({
      clock: { kind: 'running', hours: 48 },
      covenant: { number: 1 },
      died: null,
      harmed: 0,
    });
    const follow = (given: Parameters<typeof followIncident>[1], day = '2026-11-23') =>
      owner.inOrganization((db) => followIncident(db, given, { ...by, incidentId, now: at(day) }));
    expect(await follow({ kind: 'told', toldAt: at('2026-11-24') })).toEqual({ kind: 'refused', code: 'told-future' });
    expect(await follow({ kind: 'told', toldAt: new Date('2026-11-22T14:00:00Z') })).toEqual({ kind: 'told' });
    expect(await follow({ kind: 'told', toldAt: at('2026-11-22') })).toEqual({ kind: 'refused', code: 'told-already' });
    expect((await read(at('2027-01-01')))?.clock).toEqual({ kind: 'late', hours: 2 });
    expect(await follow({ kind: 'closed', text: 'Wages were paid' }, '2026-11-25')).toEqual({ kind: 'closed' });
    expect(await follow({ kind: 'follow-up', text: 'x' })).toEqual({ kind: 'refused', code: 'incident-closed' });
    expect((await read(at('2027-01-01')))?.notes.map(({ kind }) => kind)).toEqual(['closed', 'told']);
  });

  it('with a death is a drawstop until it is closed, whatever its type', async () => {
    const { dealId, facts } = await withCovenant(owner);
    const by = { dealId, userId: owner.user.id, now: at('2026-11-20') };
    const fields = { text: 'A scaffold fell', happenedAt: at('2026-11-18'), learnedAt: at('2026-11-19'), toldAt: null, harmed: null };
    const record = (kind: 'death' | 'injury', died: number | null) =>
      owner.inOrganization((db) => recordIncident(db, { ...fields, kind, died }, by));
    await record('injury', 0);
    expect((await facts('2026-11-20')).openDeaths).toBe(0);
    const deaths = [await record('death', null), await record('injury', 1)];
    expect((await facts('2026-11-20')).openDeaths).toBe(2);
    for (const death of deaths) {
      if (death.kind !== 'recorded') throw new Error(death.kind);
      const { incidentId } = death;
      await owner.inOrganization((db) => followIncident(db, { kind: 'closed', text: 'The family is paid' }, { ...by, incidentId }));
    }
    expect((await facts('2026-11-20')).openDeaths).toBe(0);
  });

  it('linked to a sensitive case has neither text nor numbers in the database', async () => {
    const dealId = await openLoan(owner);
    const row = {
      dealId,
      number: 1,
      kind: 'restricted',
      happenedAt: at('2026-11-18'),
      learnedAt: at('2026-11-18'),
      recordedById: owner.user.id,
    };
    const create = (more: object) => owner.inOrganization((db) => db.monitoringIncident.create({ data: { ...row, ...more } }));
    await expect(create({ text: 'Something' })).rejects.toThrow();
    await expect(create({ harmed: 1 })).rejects.toThrow();
    await create({});
  });
});
