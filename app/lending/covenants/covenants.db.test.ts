import { beforeAll, describe, expect, it } from 'vitest';
import { readDeal } from '~/lending/deals/read-deal.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { at, camp, clear, withCovenant } from '../../../tests/factories/monitoring';
import { expireApprovals } from '~/platform/approvals/decide-approval.server';
import { changeCovenant } from './change-covenant.server';
import { followBreach } from './follow-breach.server';
import { type CovenantAct, decideProposal, proposeAct } from './propose-covenant.server';
import { readCalendar } from '~/lending/monitoring/read-calendar.server';
import { scheduleReports } from '~/lending/monitoring/schedule-reports.server';
import { askWaiver, decideWaiver } from './waive-covenant.server';

let owner: MadeMember;
let reviewer: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
  reviewer = await makeMember({ role: 'reviewer', organization: owner.organization });
});

describe('a covenant', () => {
  it('is a drawstop from the day after its test was due, on the page of the deal too', async () => {
    const { facts, dealId, test, read } = await withCovenant(owner);
    expect(await facts('2026-12-31')).toEqual(clear);
    expect(await facts('2027-01-01')).toEqual({ ...clear, overdueCovenants: 1 });
    const shown = await owner.inOrganization((db) => readDeal(db, { dealId, today: '2027-01-01' }));
    expect(shown?.drawstops).toEqual([{ code: 'overdue-covenants', items: 1 }]);
    expect((await read('2027-01-01')).testable).toEqual(['2026-12-31', '2027-03-31']);
    await test('2026-12-31', 'not-tested', '2027-01-02');
    expect(await facts('2027-01-02')).toEqual({ ...clear, overdueCovenants: 1 });
    await test('2026-12-31', 'met', '2027-01-05');
    expect(await facts('2027-01-05')).toEqual(clear);
    expect(await read('2027-01-05')).toMatchObject({
      covenantStatus: 'in-order',
      nextDueOn: '2027-03-31',
      tests: [{ counts: true }, { counts: false }],
    });
    expect(await test('2027-01-05', 'met')).toEqual({ kind: 'refused', code: 'not-due' });
  });

  it('is edited and deleted until its first result; then it is ended with a reason, and nothing is due any more', async () => {
    const { covenantId, dealId, test, facts, of, read } = await withCovenant(owner);
    const change = () => owner.inOrganization((db) => changeCovenant(db, { ...camp, text: 'Other words' }, of(owner, '2026-10-02')));
    expect(await change()).toEqual({ kind: 'changed' });
    await test('2026-12-31', 'met');
    expect(await change()).toEqual({ kind: 'refused', code: 'was-tested' });
    const remove = () => owner.inOrganization((db) => proposeAct(db, { kind: 'delete', reason: 'Entered twice' }, of(owner, '2027-01-02')));
    expect(await remove()).toEqual({ kind: 'refused', code: 'was-tested' });
    await expect(owner.inOrganization((db) => db.covenant.deleteMany({ where: { id: covenantId } }))).rejects.toThrow(/ended, not deleted/);
    await expect(owner.inOrganization((db) => db.covenant.updateMany({ where: { id: covenantId }, data: { text: 'x' } }))).rejects.toThrow(
      /not changed/,
    );
    const end = (endedOn: string) =>
      owner.inOrganization((db) => proposeAct(db, { kind: 'end', endedOn, reason: 'The camp is closed' }, of(owner, '2027-04-05')));
    expect(await facts('2027-04-05')).toEqual({ ...clear, overdueCovenants: 1 });
    expect(await end('2027-04-06')).toEqual({ kind: 'refused', code: 'end-future' });
    expect(await end('2027-04-05')).toEqual({ kind: 'ended' });
    expect(await facts('2028-01-01')).toEqual(clear);
    expect(await read('2028-01-01')).toMatchObject({ covenantStatus: 'ended', testable: [], endReason: 'The camp is closed' });
    // The whole deal may still be deleted, results included.
    await owner.inOrganization((db) => db.deal.deleteMany({ where: { id: dealId } }));
  });

  it('a breach goes from its result over a plan to its remedy, or is an event of default; until then it is a drawstop', async () => {
    const { covenantId, dealId, test, facts, read, of } = await withCovenant(owner);
    const tested = await test('2026-12-31', 'not-met');
    const breachId = tested.kind === 'tested' ? (tested.breachId ?? '') : '';
    expect(await facts('2026-12-31')).toEqual({ ...clear, openBreaches: 1 });
    expect(await test('2026-12-31', 'not-met', '2027-01-03')).toEqual({ kind: 'tested', breachId });
    let hour = 12;
    const follow = (step: Parameters<typeof followBreach>[1]) => {
      hour += 1;
      const now = new Date(`2027-01-03T${hour}:00:00Z`);
      return owner.inOrganization((db) => followBreach(db, step, { ...of(owner, '2027-01-03'), now, breachId }));
    };
    const refused = { kind: 'refused', code: 'no-such-breach-step' };
    const remedy = (text: string) =>
      owner.inOrganization((db) => proposeAct(db, { kind: 'remedied', reason: text, breachId }, of(owner, '2027-01-04')));
    expect(await remedy('Done')).toEqual(refused);
    expect(await follow({ kind: 'planned', text: 'A second camp', dueOn: '2027-02-28' })).toEqual({ kind: 'followed' });
    expect(await facts('2027-01-03')).toEqual({ ...clear, openBreaches: 1 });
    expect(await follow({ kind: 'default', text: 'Nothing was built' })).toEqual({ kind: 'followed' });
    expect(await facts('2027-01-03')).toEqual({ ...clear, eventsOfDefault: 1 });
    const end = () =>
      owner.inOrganization((db) => proposeAct(db, { kind: 'end', endedOn: '2027-01-03', reason: 'x' }, of(owner, '2027-01-03')));
    expect(await end()).toEqual({ kind: 'refused', code: 'breach-open' });
    expect(await remedy('Built and seen')).toEqual({ kind: 'proposed' });
    expect(await remedy('Built and seen')).toEqual({ kind: 'refused', code: 'proposal-waits' });
    expect(await facts('2027-01-03')).toEqual({ ...clear, eventsOfDefault: 1 });
    const proposalId = (await read('2027-01-03')).proposals[0]?.id ?? '';
    const decide = (member: MadeMember) =>
      member.inOrganization((db) => decideProposal(db, { proposalId, verdict: 'approved', answer: '' }, of(member, '2027-01-04')));
    expect(await decide(owner)).toEqual({ kind: 'refused', code: 'same-person' });
    expect(await decide(reviewer)).toEqual({ kind: 'followed' });
    expect(await decide(reviewer)).toEqual({ kind: 'refused', code: 'already-decided' });
    expect(await facts('2027-01-03')).toEqual(clear);
    expect(await follow({ kind: 'default', text: 'Late' })).toEqual(refused);
    expect((await read('2027-01-03')).breaches[0]?.steps.map(({ kind }) => kind)).toEqual(['planned', 'default', 'remedied']);
    const stranger = await makeMember();
    const theirs = { covenantId, dealId, breachId, userId: stranger.user.id, now: at('2027-01-03') };
    expect(await stranger.inOrganization((db) => followBreach(db, { kind: 'default', text: 'x' }, theirs))).toEqual({ kind: 'unknown' });
  });

  it('an untested one is deleted or ended by two users, and only once', async () => {
    const acts: CovenantAct[] = [
      { kind: 'delete', reason: 'Entered twice' },
      { kind: 'end', reason: 'The camp is closed', endedOn: '2026-11-01' },
    ];
    for (const act of acts) {
      const { test, read, of, covenantId } = await withCovenant(owner);
      // A missed test is no result: the second user is still required.
      if (act.kind === 'end') await test('2026-12-31', 'not-tested');
      const propose = () => owner.inOrganization((db) => proposeAct(db, act, of(owner, '2027-01-05')));
      const decide = (member: MadeMember, verdict: 'approved' | 'rejected', proposalId: string) =>
        member.inOrganization((db) => decideProposal(db, { proposalId, verdict, answer: 'It stays' }, of(member, '2027-01-05')));
      const waiting = async () => (await read('2027-01-05')).proposals.find(({ state }) => state === 'open')?.id ?? '';
      expect(await propose()).toEqual({ kind: 'proposed' });
      expect(await propose()).toEqual({ kind: 'refused', code: 'proposal-waits' });
      expect(await decide(owner, 'approved', await waiting())).toEqual({ kind: 'refused', code: 'same-person' });
      expect(await decide(reviewer, 'rejected', await waiting())).toEqual({ kind: 'refused-proposal' });
      expect(await read('2027-01-05')).toMatchObject({ endedOn: null, endsByTwo: true });
      expect(await propose()).toEqual({ kind: 'proposed' });
      const stranger = await makeMember();
      expect(await decide(stranger, 'approved', await waiting())).toEqual({ kind: 'unknown' });
      const id = await waiting();
      const both = await Promise.all([decide(reviewer, 'approved', id), decide(reviewer, 'approved', id)]);
      const kinds = both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort();
      expect(kinds).toEqual(act.kind === 'delete' ? ['deleted', 'unknown'] : ['already-decided', 'ended']);
      const left = await owner.inOrganization((db) => db.covenant.findFirst({ where: { id: covenantId } }));
      expect(left?.endReason ?? null).toBe(act.kind === 'delete' ? null : act.reason);
    }
  });

  it('in the database too: no covenant is deleted, ended or remedied by one user', async () => {
    const { covenantId, test } = await withCovenant(owner);
    const inDatabase = (work: Parameters<MadeMember['inOrganization']>[0]) => owner.inOrganization(work);
    await expect(inDatabase((db) => db.covenant.deleteMany({ where: { id: covenantId } }))).rejects.toThrow(/by two people/);
    const ended = { endedOn: at('2026-11-01'), endReason: 'x', endedById: owner.user.id, nextDueOn: null };
    await expect(inDatabase((db) => db.covenant.updateMany({ where: { id: covenantId }, data: ended }))).rejects.toThrow(/by two people/);
    const made = { covenantId, kind: 'covenant-deletion', payload: {}, reason: 'x', proposedById: owner.user.id };
    const alone = { ...made, state: 'approved', decidedById: owner.user.id, decidedAt: at('2026-11-01') };
    await expect(inDatabase((db) => db.approval.create({ data: alone }))).rejects.toThrow(/Approval_two_people/);
    const tested = await test('2026-12-31', 'not-met');
    const breachId = tested.kind === 'tested' ? (tested.breachId ?? '') : '';
    await expect(
      inDatabase((db) => db.covenantBreach.updateMany({ where: { id: breachId }, data: { status: 'remedied' } })),
    ).rejects.toThrow(/by two people/);
  });

  it('a waiver is granted by another user, applies through its last day, and covers the tests due meanwhile', async () => {
    const { test, facts, read, of } = await withCovenant(owner, { firstTestOn: '2026-10-31', frequency: 'monthly' });
    const ask = (untilOn: string) =>
      owner.inOrganization((db) => askWaiver(db, { reason: 'The camp is being moved', untilOn }, of(owner, '2026-11-10')));
    expect(await ask('2026-11-09')).toEqual({ kind: 'refused', code: 'until-past' });
    expect(await ask('2026-12-31')).toEqual({ kind: 'asked' });
    expect(await ask('2026-12-31')).toEqual({ kind: 'refused', code: 'waiver-waits' });
    expect(await facts('2026-11-10')).toEqual({ ...clear, overdueCovenants: 1 });
    const waiverId = (await read('2026-11-10')).waivers[0]?.id ?? '';
    const decide = (member: MadeMember) =>
      member.inOrganization((db) => decideWaiver(db, { waiverId, verdict: 'approved', answer: '' }, of(member, '2026-11-10')));
    expect(await decide(owner)).toEqual({ kind: 'refused', code: 'same-person' });
    const both = await Promise.all([decide(reviewer), decide(reviewer)]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['already-decided', 'granted']);
    expect(await facts('2026-12-31')).toEqual(clear);
    expect((await read('2026-12-31')).covenantStatus).toBe('waived');
    // The October test was due before the waiver: it is due again once the waiver is over.
    expect(await facts('2027-01-01')).toEqual({ ...clear, overdueCovenants: 1 });
    await test('2026-10-31', 'met', '2027-01-02');
    expect(await read('2027-01-02')).toMatchObject({ nextDueOn: '2027-01-31', testable: ['2027-01-31'] });
  });
});

describe('a waiver request that is not decided in time', () => {
  it('expires after its last day, once, and another may be made', async () => {
    const { read, of, facts } = await withCovenant(owner);
    const ask = (untilOn: string, day: string) =>
      owner.inOrganization((db) => askWaiver(db, { reason: 'The camp is being moved', untilOn }, of(owner, day)));
    const expire = (day: string) => owner.inOrganization((db) => expireApprovals(db, { now: new Date(`${day}T00:00:00Z`) }));
    await ask('2026-12-31', '2026-11-10');
    expect(await expire('2026-12-31')).toBe(0);
    const waiverId = (await read('2026-12-31')).waivers[0]?.id ?? '';
    const late = await reviewer.inOrganization((db) =>
      decideWaiver(db, { waiverId, verdict: 'approved', answer: '' }, of(reviewer, '2027-01-01')),
    );
    expect(late).toEqual({ kind: 'refused', code: 'until-past' });
    expect([await expire('2027-01-01'), await expire('2027-01-01')]).toEqual([1, 0]);
    expect((await read('2027-01-01')).waivers).toMatchObject([{ state: 'expired', decidedBy: null, fromOn: null }]);
    expect(await facts('2027-01-01')).toEqual({ ...clear, overdueCovenants: 1 });
    expect(await ask('2027-02-28', '2027-01-02')).toEqual({ kind: 'asked' });
  });

  it('gives way to another one before the night has closed it', async () => {
    const { read, of } = await withCovenant(owner);
    const ask = (untilOn: string, day: string) =>
      owner.inOrganization((db) => askWaiver(db, { reason: 'The camp is being moved', untilOn }, of(owner, day)));
    await ask('2026-12-31', '2026-11-10');
    expect(await ask('2027-02-28', '2026-12-31')).toEqual({ kind: 'refused', code: 'waiver-waits' });
    expect(await ask('2027-02-28', '2027-01-01')).toEqual({ kind: 'asked' });
    expect((await read('2027-01-01')).waivers.map(({ state }) => state).sort()).toEqual(['expired', 'open']);
  });
});

describe('the calendar', () => {
  it('shows what is overdue and by how much, what is due, what was late, and what a waiver covers', async () => {
    const { dealId, test } = await withCovenant(owner, { frequency: 'monthly', firstTestOn: '2026-10-31' });
    await owner.inOrganization((db) =>
      scheduleReports(db, { frequency: 'half-yearly', firstPeriodFrom: '2026-07-01', dueDays: 30 }, { dealId, userId: owner.user.id }),
    );
    await test('2026-10-31', 'met', '2026-11-03');
    const calendar = (more: object) => owner.inOrganization((db) => readCalendar(db, { dealId, today: '2027-02-02', ...more }));
    const { entries, years } = await calendar({});
    expect(years).toEqual(['2026', '2027', '2028']);
    expect(entries.filter(({ state }) => state === 'overdue').map(({ what, dueOn, daysLate }) => [what, dueOn, daysLate])).toEqual([
      ['covenant', '2026-11-30', 64],
      ['covenant', '2026-12-31', 33],
      ['report', '2027-01-30', 3],
      ['covenant', '2027-01-31', 2],
    ]);
    expect(entries.filter(({ state }) => state === 'coming')[0]?.dueOn).toBe('2027-02-28');
    const done = await calendar({ state: 'done' });
    expect(done.entries).toMatchObject([{ dueOn: '2026-10-31', daysLate: 3, doneOn: '2026-11-03', result: 'met' }]);
    expect((await calendar({ year: '2026' })).entries.map(({ dueOn }) => dueOn)).toEqual(['2026-10-31', '2026-11-30', '2026-12-31']);
    expect((await calendar({ what: 'report', year: '2027' })).entries.map(({ dueOn }) => dueOn)).toEqual(['2027-01-30', '2027-07-30']);
  });
});
