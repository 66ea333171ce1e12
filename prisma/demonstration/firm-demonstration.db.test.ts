import { expect, test } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import { forOrganization } from '~/access/tenant-db.server';
import { listCommissions } from '~/audits/commissions/list-commissions.server';
import { readVisits } from '~/audits/home/read-visits.server';
import { readCommissionFilter } from '~/audits/commissions/schema';
import { makeMember } from '../../tests/factories/member';
import { makeSupplier } from '../../tests/factories/supplier';
import { foundOrganization } from '~/access/sign-up.server';
import { fillFirm } from './firm-demonstration';

test('the demonstration’s audit firm has two clients and four commissions, one with a signed plan and a report attached by its buyer', async () => {
  const [company, lender] = [await makeMember(), await makeMember({ kind: 'lender' })];
  const latex = await makeSupplier(company, { name: 'Ipoh Latex Processing Sdn Bhd', values: { country: 'MY', workers: 260 } });
  for (const name of ['Hsinchu Membrane Corp.', 'Vaniyambadi Leathers Pvt Ltd']) await makeSupplier(company, { name });
  await makeSupplier(lender, { name: 'Meghna Apparel Holdings Ltd' });
  const manager = await makeMember({ organization: company.organization, role: 'manager' });
  const [owner, auditor, reviewer] = await Promise.all(
    ['owner', 'auditor', 'reviewer'].map((name) => rootDb().user.create({ data: { name, email: `${crypto.randomUUID()}@example.org` } })),
  );
  if (!owner || !auditor || !reviewer) throw new Error('no people');
  const buyers = { company: company.organization.id, lender: lender.organization.id };
  const firm = await foundOrganization(owner.id, { name: 'Firm', kind: 'audit-firm' }, async (db, founded) => {
    await db.membership.create({ data: { userId: auditor.id, role: 'auditor' } });
    await db.membership.create({ data: { userId: reviewer.id, role: 'reviewer' } });
    await fillFirm(db, founded, auditor.id, buyers);
  });
  const read = forOrganization({ organizationId: firm.id });
  const { rows } = await read((db) => listCommissions(db, readCommissionFilter(new URLSearchParams('sort=supplier'))));
  expect(rows.map(({ supplier, status, party }) => [supplier, status, party])).toEqual([
    ['Hsinchu Membrane Corp.', 'planned', company.organization.name],
    ['Ipoh Latex Processing Sdn Bhd', 'reported', company.organization.name],
    ['Meghna Apparel Holdings Ltd', 'question', lender.organization.name],
    ['Vaniyambadi Leathers Pvt Ltd', 'sent', company.organization.name],
  ]);
  const audits = await read((db) =>
    db.audit.findMany({ select: { buyerOrganizationId: true, startsOn: true, endsOn: true, status: true } }),
  );
  expect(audits).toMatchObject([{ buyerOrganizationId: company.organization.id }, { buyerOrganizationId: company.organization.id }]);
  expect(
    audits.flatMap(({ startsOn, endsOn }) => [startsOn.getUTCDay(), endsOn.getUTCDay()]).filter((day) => day === 0 || day === 6),
  ).toEqual([]);
  const today = new Date().toISOString().slice(0, 10);
  const visits = await read((db) => readVisits(db, { userId: auditor.id, role: 'auditor', today }));
  expect(visits).toMatchObject({ visit: { supplier: 'Hsinchu Membrane Corp.', isToday: false }, coming: [] });
  const findings = await company.inOrganization((db) =>
    db.finding.findMany({
      where: { partyId: latex.partyId, attachedReport: { detachedAt: null, attachedById: manager.user.id } },
      select: { question: true, actions: { select: { agreedBy: true, agreedOn: true } } },
      orderBy: { question: 'asc' },
    }),
  );
  const agreedOn = audits.find(({ status }) => status === 'approved')?.endsOn;
  expect(findings).toEqual(
    ['BW.CO.5.e', 'BW.OS.8.c.1', 'BW.WT.2.b'].map((question) => ({ question, actions: [{ agreedBy: 'General manager', agreedOn }] })),
  );
}, 60_000);
