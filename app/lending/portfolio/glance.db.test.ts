import { describe, expect, it } from 'vitest';
import { putParty } from '~/lending/deals/put-party.server';
import { followBreach } from '~/lending/covenants/follow-breach.server';
import { recordIncident } from '~/lending/monitoring/record-incident.server';
import { readAttention } from '~/lending/monitoring/read-attention.server';
import { readMonitoringDue } from '~/lending/monitoring/read-due.server';
import { scheduleReports } from '~/lending/monitoring/schedule-reports.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { raiseAlert } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { at, withCovenant } from '../../../tests/factories/monitoring';
import { filterOf, openFor, today } from '../../../tests/factories/portfolio';
import { makeSupplier } from '../../../tests/factories/supplier';
import { listLent } from './list-lent.server';
import { readGlance } from './read-glance.server';
import { readWatch } from './read-watch.server';

const glanceOf = async (member: MadeMember, day = today, now = new Date()) => {
  const glance = await member.inOrganization((db) => readGlance(db, { today: day, now }));
  if (!glance) throw new Error('no deal');
  return glance;
};

/** Shows a supplier as scored, without a score run. */
const rate = (member: MadeMember, partyId: string, fields: { band: string; workers: number | null; country?: string }) =>
  member.inOrganization((db) => db.supplier.updateMany({ where: { partyId }, data: { scoreStatus: 'scored', score: 70, ...fields } }));

describe('the home of a lender', () => {
  it('marks a deal whose supply chain has an import-ban alert, however far up, until the alert ends', async () => {
    const member = await makeMember({ kind: 'lender' });
    const client = await makeSupplier(member, { name: 'Client' });
    const modules = await makeSupplier(member, { name: 'Modules' });
    const polysilicon = await makeSupplier(member, { name: 'Polysilicon' });
    const elsewhere = await makeSupplier(member, { name: 'Elsewhere' });
    const dealId = await openFor(member, client);
    // What the maker of the modules buys is of this deal only where it is a primary supplier of it.
    const other = await openFor(member, elsewhere);
    const named = { dealId: other, partyPublicId: modules.publicId, note: '', userId: member.user.id };
    await member.inOrganization((db) => putParty(db, { ...named, part: 'subcontractor' }));
    await member.inOrganization(async (db) => {
      const link = { kind: 'supplies' as const, sourceId: client.sourceId };
      await linkParties(db, { ...link, fromPartyId: polysilicon.partyId, toPartyId: modules.partyId });
      await linkParties(db, { ...link, fromPartyId: modules.partyId, toPartyId: client.partyId });
    });
    expect((await glanceOf(member)).alerted).toEqual({ total: 0, first: null, byDeal: {} });
    const { id } = await raiseAlert(member, polysilicon.partyId, { kind: 'presumed-region', rank: 3 });
    const { alerted } = await glanceOf(member);
    expect(alerted).toMatchObject({ total: 1, first: { name: 'Polysilicon', publicId: polysilicon.publicId, companies: 1 } });
    expect(Object.keys(alerted.byDeal)).toEqual([dealId]);
    // The figure leads to the list that shows the same deals, with the company that the alert is on.
    const watched = await member.inOrganization((db) =>
      readWatch(db, { filter: filterOf(), today, now: new Date(), reason: 'alerts', page: 1 }),
    );
    expect(watched.rows).toMatchObject([{ id: dealId, alert: { name: 'Polysilicon' } }]);
    await member.inOrganization((db) => putParty(db, { ...named, part: 'primary-supplier' }));
    expect((await glanceOf(member)).alerted.total).toBe(2);
    await member.inOrganization((db) => db.alert.updateMany({ where: { id }, data: { endedAt: new Date() } }));
    expect((await glanceOf(member)).alerted.total).toBe(0);
  });

  it('counts people at companies of severe or high risk once, and never counts an unknown number as zero', async () => {
    const member = await makeMember({ kind: 'lender' });
    const client = await makeSupplier(member, { name: 'Client', values: { country: 'BD', city: 'Gazipur' } });
    const contractor = await makeSupplier(member, { name: 'Contractor' });
    const camp = await makeSupplier(member, { name: 'Camp' });
    await rate(member, client.partyId, { band: 'high', workers: 7400 });
    await rate(member, contractor.partyId, { band: 'severe', workers: 2100 });
    await rate(member, camp.partyId, { band: 'high', workers: null });
    const first = await openFor(member, client);
    const second = await openFor(member, client);
    const other = await openFor(member, await makeSupplier(member, { name: 'Safe' }));
    await member.inOrganization(async (db) => {
      const by = { note: '', userId: member.user.id };
      await putParty(db, { ...by, dealId: first, partyPublicId: contractor.publicId, part: 'epc-contractor' });
      await putParty(db, { ...by, dealId: first, partyPublicId: camp.publicId, part: 'camp' });
    });
    const { people } = await glanceOf(member);
    // The client of both deals counts once, and is named.
    expect(people.total).toEqual({ deals: 2, companies: 3, workers: 9500, withoutWorkers: 1, shared: 1, sharedNames: ['Client'] });
    expect(people.deals.map(({ id }) => id)).toEqual([first, second]);
    expect(people.deals[0]?.riskiest).toMatchObject([
      { name: 'Contractor', band: 'severe', workers: 2100 },
      { name: 'Client', city: 'Gazipur', country: 'BD', workers: 7400 },
      { name: 'Camp', workers: null },
    ]);
    // The figure of the amount leads to the deals of clients at severe or high risk alone.
    const { rows } = await member.inOrganization((db) => listLent(db, { filter: filterOf('band=severe-high'), today }));
    expect(rows.map(({ id }) => id).sort()).toEqual([first, second].sort());
    expect(rows.map(({ id }) => id)).not.toContain(other);
  });

  it('gives beside the client’s band that of the supply chain, with its exposure, and why each company is at risk', async () => {
    const member = await makeMember({ kind: 'lender' });
    const client = await makeSupplier(member, { name: 'Client' });
    const modules = await makeSupplier(member, { name: 'Modules' });
    const polysilicon = await makeSupplier(member, { name: 'Polysilicon' });
    const dealId = await openFor(member, client);
    const other = await openFor(member, await makeSupplier(member, { name: 'Elsewhere' }));
    await member.inOrganization((db) => db.deal.updateMany({ data: { currency: 'USD', commitmentMinor: 100_00 } }));
    // A client at risk is not its own supply chain.
    await rate(member, client.partyId, { band: 'high', workers: 10 });
    expect((await glanceOf(member)).chainRisk).toMatchObject({ byDeal: {}, chain: { deals: 0, usdCents: 0 } });
    await member.inOrganization(async (db) => {
      const link = { kind: 'supplies' as const, sourceId: client.sourceId };
      await linkParties(db, { ...link, fromPartyId: polysilicon.partyId, toPartyId: modules.partyId });
      await linkParties(db, { ...link, fromPartyId: modules.partyId, toPartyId: client.partyId });
    });
    await rate(member, modules.partyId, { band: 'high', workers: 10 });
    expect((await glanceOf(member)).chainRisk.byDeal).toEqual({ [dealId]: 'high' });
    await rate(member, polysilicon.partyId, { band: 'severe', workers: 10 });
    await rate(member, client.partyId, { band: 'low', workers: 10 });
    expect((await glanceOf(member)).chainRisk).toEqual({
      byDeal: { [dealId]: 'severe' },
      chain: { deals: 1, usdCents: 100_00 },
      either: { deals: 1, usdCents: 100_00 },
    });
    // What a named contractor buys may serve its other projects: its suppliers are not of the deal, it is.
    const named = { dealId: other, partyPublicId: modules.publicId, note: '', userId: member.user.id };
    await member.inOrganization((db) => putParty(db, { ...named, part: 'subcontractor' }));
    expect((await glanceOf(member)).chainRisk).toMatchObject({
      byDeal: { [dealId]: 'severe', [other]: 'high' },
      chain: { usdCents: 200_00 },
    });
    await member.inOrganization((db) =>
      db.finding.create({ data: { partyId: modules.partyId, grade: 'critical', text: 'Passports kept' } }),
    );
    expect((await glanceOf(member)).reasons).toEqual({ [modules.publicId]: 'Critical finding' });
  });

  it('names the covenant of a drawstop, what is not met, and the plan; and the period and incident that wait', async () => {
    const owner = await makeMember({ kind: 'lender' });
    const { dealId, covenantId, test, of } = await withCovenant(owner);
    const tested = await test('2026-12-31', 'not-met');
    if (tested.kind !== 'tested' || tested.breachId === null) throw new Error('no breach');
    const { breachId } = tested;
    const glance = () => glanceOf(owner, '2027-01-10', at('2027-01-10'));
    expect((await glance()).stops).toMatchObject([{ code: 'breach', kind: 'camp-standard', plan: null, planDueOn: null }]);
    const plan = { kind: 'planned', text: 'A new block', dueOn: '2027-02-01' } as const;
    await owner.inOrganization((db) => followBreach(db, plan, { ...of(owner, '2027-01-02'), breachId }));
    const { stops, blocked } = await glance();
    expect(blocked.total).toBe(1);
    expect(stops).toEqual([
      {
        ...{ dealId, covenantId, code: 'breach', number: 1, kind: 'camp-standard', text: 'Beds stand too close', since: '2026-12-31' },
        ...{ plan: 'A new block', planDueOn: '2027-02-01' },
      },
    ]);
    const by = { dealId, userId: owner.user.id };
    await owner.inOrganization(async (db) => {
      await scheduleReports(db, { frequency: 'quarterly', firstPeriodFrom: '2026-07-01', dueDays: 30 }, by);
      const injury = { kind: 'injury', text: 'A fall', died: 0, harmed: 1 } as const;
      const times = { happenedAt: at('2027-01-05'), learnedAt: at('2027-01-05'), reportedAt: at('2027-01-06') };
      await recordIncident(db, { ...injury, ...times }, { ...by, now: at('2027-01-06') });
    });
    const reader = { today: '2027-01-10', now: at('2027-01-10') };
    expect(await owner.inOrganization((db) => readAttention(db, { ...reader, until: '2027-02-01' }))).toMatchObject({
      reports: { late: 1, coming: 0, first: { from: '2026-07-01', to: '2026-09-30', dueOn: '2026-10-30' } },
      incidents: { open: 1, first: { kind: 'injury', happenedOn: '2027-01-05', notice: 'in-time' } },
    });
    // The Monitoring page lists the same, and the breach with the day of its plan.
    const due = await owner.inOrganization((db) => readMonitoringDue(db, reader));
    expect(due.items.map(({ kind, dueOn, isOverdue }) => ({ kind, dueOn, isOverdue }))).toEqual([
      { kind: 'report', dueOn: '2026-10-30', isOverdue: true },
      { kind: 'breach', dueOn: '2027-02-01', isOverdue: false },
      { kind: 'incident', dueOn: null, isOverdue: false },
    ]);
    expect(due.items[1]?.covenant).toEqual({ number: 1, kind: 'camp-standard', text: 'Beds stand too close' });
    const alone = await owner.inOrganization((db) => readMonitoringDue(db, { ...reader, kind: 'incident' }));
    expect(alone).toMatchObject({ count: 1, items: [{ kind: 'incident', incident: { notice: 'in-time' } }] });
  });
});
