import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharingCode } from '~/access/shared-access.server';
import { prepareAuditReport } from '~/audits/report/prepare-audit-report.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import * as commissionRoute from '~/routes/org/audits/commission';
import * as accessRoute from '~/routes/org/sharing/shared-access-record';
import * as shareRoute from '~/routes/org/audits/audit-report-share';
import * as signRoute from '~/routes/org/audits/audit-report-sign';
import * as sharedRoute from '~/routes/org/sharing/shared-with-us-record';
import * as findingsRoute from '~/routes/org/suppliers/supplier-findings';
import {
  checkValue,
  closingValue,
  concludeAndApprove,
  findingValue,
  makeAudit,
  makeEntry,
  sendEntries,
} from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';

const now = new Date();
const [passports, lockedIn] = [randomUUID(), randomUUID()];
let firm: MadeMember;
let buyer: MadeMember;
let lender: MadeMember;
let auditId: string;
const suppliers = new Map<MadeMember, { partyId: string; publicId: string }>();

type Options = { params?: Record<string, string>; form?: Record<string, string> };
const call = (route: unknown, member: MadeMember, { params, form }: Options = {}) =>
  callRoute(route as Parameters<typeof callRoute>[0], {
    url: `/o/${member.organization.slug}/x`,
    params: { orgSlug: member.organization.slug, auditId, ...params },
    cookie: member.cookie,
    ...(form ? { form } : {}),
  });

/** Issues the report as it is now and signs it. */
async function signNow(): Promise<string> {
  const prepared = await firm.inOrganization((db) =>
    prepareAuditReport(db, {
      ...{ auditId, userId: firm.user.id, role: 'owner', organizationName: firm.organization.name, locale: 'en' },
      ...{ publicUrl: 'https://manumit.example', now: new Date() },
    }),
  );
  if (prepared.kind === 'refused') throw new Error(prepared.code);
  const { reportId } = prepared;
  expect((await call(signRoute.action, firm, { params: { reportId } })).status).toBe(303);
  return reportId;
}

/** Issues the report as it is now, signs it, offers it, and has the offer accepted. */
async function share(recipient: MadeMember): Promise<string> {
  const reportId = await signNow();
  const offered = await call(shareRoute.action, firm, {
    params: { reportId },
    form: {
      ...{ forms: 'full', code: await sharingCode(recipient.organization.id), purpose: 'buyer' },
      ...{ reason: 'The audit that you commissioned', until: '2099-01-01' },
    },
  });
  const sharedAccessId = offered.headers.get('Location')?.split('/').pop() ?? '';
  expect((await call(sharedRoute.action, recipient, { params: { sharedAccessId }, form: { intent: 'accept' } })).status).toBe(303);
  return sharedAccessId;
}

const attach = (member: MadeMember, sharedAccessId: string, supplier = suppliers.get(member)?.publicId ?? '') =>
  call(sharedRoute.action, member, { params: { sharedAccessId }, form: { intent: 'attach', supplier } });
const scoreOf = (member: MadeMember) =>
  member.inOrganization(async (db) =>
    Number((await db.supplier.findFirstOrThrow({ where: { partyId: suppliers.get(member)?.partyId ?? '' } })).score),
  );
const findingsOf = (member: MadeMember) =>
  member.inOrganization((db) =>
    db.finding.findMany({
      where: { partyId: suppliers.get(member)?.partyId ?? '', withdrawnAt: null },
      include: { actions: true },
      orderBy: { grade: 'asc' },
    }),
  );

beforeAll(async () => {
  firm = await makeMember({ kind: 'audit-firm' });
  buyer = await makeMember();
  lender = await makeMember({ kind: 'lender' });
  const second = await makeMember({ role: 'reviewer', organization: firm.organization });
  ({ auditId } = await makeAudit(firm));
  const sent = await sendEntries(firm, auditId, [
    await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
    await makeEntry('finding', passports, findingValue('BW.FL.1.a', { grade: 'major' })),
    await makeEntry(
      'finding',
      lockedIn,
      findingValue('BW.FL.1.a', { grade: 'critical', what: 'Keys of the dormitory are with the guard' }),
    ),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  expect(sent).toMatchObject({ kind: 'received', refused: [] });
  await concludeAndApprove(auditId, { owner: firm, second, now });
  await firm.inOrganization((db) =>
    db.correctiveAction.create({
      data: {
        ...{ findingId: passports, kind: 'corrective', action: 'Give the passports back', owner: 'Head of personnel' },
        ...{ timescale: '60', dueOn: new Date('2027-02-01'), verification: 'follow-up-visit', createdById: firm.user.id },
      },
    }),
  );
  for (const member of [buyer, lender]) {
    const made = await makeSupplier(member);
    suppliers.set(member, made);
    await member.inOrganization((db) => scoreSuppliers(db, { partyIds: [made.partyId], asOf: now.toISOString().slice(0, 10) }));
  }
});

describe('a shared report that is attached to a supplier', () => {
  let sharedAccessId: string;
  let before: number;

  it('brings its findings and actions, and raises the score of the supplier of whoever receives it', async () => {
    sharedAccessId = await share(buyer);
    before = await scoreOf(buyer);
    expect((await call(sharedRoute.loader, buyer, { params: { sharedAccessId } })).body).toMatchObject({ attachment: null });
    expect((await attach(buyer, sharedAccessId)).status).toBe(303);
    const findings = await findingsOf(buyer);
    expect(findings.map(({ id, grade, evidenceGrade }) => [id, grade, evidenceGrade])).toEqual([
      [lockedIn, 'critical', 'audit-unannounced'],
      [passports, 'major', 'audit-unannounced'],
    ]);
    expect(findings[1]?.actions.map(({ action, owner, status }) => [action, owner, status])).toEqual([
      ['Give the passports back', 'Head of personnel', 'pending'],
    ]);
    expect(await scoreOf(buyer)).toBeGreaterThan(before);
    const tab = await call(findingsRoute.loader, buyer, { params: { supplierId: suppliers.get(buyer)?.publicId ?? '' } });
    expect(tab.body).toMatchObject({ reports: [{ issuer: firm.organization.name, findings: 2, open: 2 }] });
  });

  it('is attached once, to one supplier', async () => {
    expect((await attach(buyer, sharedAccessId)).status).toBe(422);
    const other = await makeSupplier(buyer);
    expect((await attach(buyer, sharedAccessId, other.publicId)).status).toBe(422);
    expect((await attach(buyer, sharedAccessId, suppliers.get(lender)?.publicId)).status).toBe(422);
    expect(await findingsOf(buyer)).toHaveLength(2);
  });

  it('is followed by a newer report on the same audit, which corrects, adds what became of findings and withdraws', async () => {
    await firm.inOrganization(async (db) => {
      await db.correctiveAction.updateMany({
        where: { findingId: passports },
        data: { status: 'completed', completedAt: now, completedById: firm.user.id },
      });
      await db.finding.updateMany({ where: { id: passports }, data: { status: 'fixed' } });
      await db.finding.updateMany({ where: { id: lockedIn }, data: { status: 'verified', verifiedAt: now } });
    });
    const newer = await share(buyer);
    expect((await call(sharedRoute.loader, buyer, { params: { sharedAccessId: newer } })).body).toMatchObject({
      attachment: { isThis: false, isNewer: true },
    });
    expect((await attach(buyer, newer)).status).toBe(303);
    const [critical, major] = await findingsOf(buyer);
    expect(critical).toMatchObject({ id: lockedIn, status: 'verified' });
    // The buyer's own plan goes on: what was done is for its people to check.
    expect(major).toMatchObject({ id: passports, status: 'open' });
    // The earlier one stays readable, says what corrected it, and cannot take its place again.
    const corrected = await scoreOf(buyer);
    expect(await call(sharedRoute.loader, buyer, { params: { sharedAccessId } })).toMatchObject({
      status: 200,
      body: { attachment: { isThis: false, isNewer: false, correctedBy: newer } },
    });
    expect((await call(sharedRoute.loader, buyer, { params: { sharedAccessId: newer } })).body).toMatchObject({
      attachment: { isThis: true, isNewer: false, correctedBy: null },
    });
    expect((await attach(buyer, sharedAccessId)).status).toBe(422);
    expect(await scoreOf(buyer)).toBe(corrected);
    sharedAccessId = newer;
  });

  it('never gives way to one that was issued earlier, whichever of them was attached first', async () => {
    const other = await makeMember();
    const { publicId } = await makeSupplier(other);
    const earlier = await share(other);
    const later = await share(other);
    expect((await attach(other, later, publicId)).status).toBe(303);
    expect((await call(sharedRoute.loader, other, { params: { sharedAccessId: earlier } })).body).toMatchObject({
      attachment: { isThis: false, isNewer: false, correctedBy: later },
    });
    expect((await attach(other, earlier, publicId)).status).toBe(422);
    // Taken off, the later one is in no one's way.
    expect((await call(sharedRoute.action, other, { params: { sharedAccessId: later }, form: { intent: 'detach' } })).status).toBe(303);
    expect((await attach(other, earlier, publicId)).status).toBe(303);
    expect((await call(sharedRoute.loader, other, { params: { sharedAccessId: later } })).body).toMatchObject({
      attachment: { isThis: false, isNewer: true, correctedBy: null },
    });
    expect((await attach(other, later, publicId)).status).toBe(303);
  });

  it('keeps its findings when access ends, and withdraws them when it is taken off', async () => {
    const worse = await scoreOf(buyer);
    expect((await call(accessRoute.action, firm, { params: { sharedAccessId }, form: { intent: 'revoke' } })).status).toBe(303);
    expect(await findingsOf(buyer)).toHaveLength(2);
    expect(await scoreOf(buyer)).toBe(worse);
    expect((await call(sharedRoute.action, buyer, { params: { sharedAccessId }, form: { intent: 'detach' } })).status).toBe(303);
    expect(await findingsOf(buyer)).toHaveLength(0);
    expect(await scoreOf(buyer)).toBe(before);
  });

  it('is of no other organization until it is shared there, and then moves the score of that list alone', async () => {
    const was = await scoreOf(lender);
    expect((await attach(lender, sharedAccessId)).status).toBe(404);
    const shared = await share(lender);
    expect((await attach(lender, shared)).status).toBe(303);
    expect((await findingsOf(lender)).map(({ id }) => id)).toEqual([lockedIn, passports]);
    expect(await scoreOf(lender)).toBeGreaterThan(was);
    expect(await findingsOf(buyer)).toHaveLength(0);
  });
});

describe('a report on a commissioned audit', () => {
  let commissionId: string;
  const commissionOf = (member: MadeMember) =>
    call(commissionRoute.loader, member, { params: { commissionId } }) as Promise<{ status: number; body: Record<string, unknown> }>;

  it('is sent to the buyer in one act, once, and the commission leads to it', async () => {
    const { partyId } = suppliers.get(buyer) ?? { partyId: '' };
    const { number } = await firm.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: auditId }, select: { number: true } }));
    const place = { supplier: 'Mill', site: null, address: '', city: null, country: 'VN', workers: 480 };
    const commission = await buyer.inOrganization((db) =>
      db.auditCommission.create({
        data: {
          ...{
            number: 'C-2026-0001',
            firmOrganizationId: firm.organization.id,
            partyId,
            place,
            type: 'initial',
            announcement: 'announced',
          },
          ...{ reason: 'New supplier', wantedFrom: new Date('2026-12-01'), wantedTo: new Date('2026-12-31'), payer: 'buyer' },
          ...{ status: 'planned', startsOn: new Date('2026-12-01'), endsOn: new Date('2026-12-02'), auditNumber: number },
          createdById: buyer.user.id,
        },
      }),
    );
    commissionId = commission.id;
    await firm.inOrganization((db) =>
      db.audit.updateMany({
        where: { id: auditId },
        data: { commissionId, buyerOrganizationId: buyer.organization.id, buyerName: buyer.organization.name },
      }),
    );
    const reportId = await signNow();
    const send = () => call(shareRoute.action, firm, { params: { reportId }, form: { intent: 'buyer' } });
    expect((await call(shareRoute.loader, firm, { params: { reportId } })).body).toMatchObject({
      buyer: { commission: 'C-2026-0001', sent: null },
    });
    expect((await send()).status).toBe(303);
    expect((await send()).status).toBe(422);
    expect((await commissionOf(buyer)).body).toMatchObject({
      commission: { status: 'reported' },
      report: { sharedAccessId: expect.any(String) },
    });
    expect((await commissionOf(firm)).body).toMatchObject({ commission: { status: 'reported' }, report: null });
    expect((await commissionOf(lender)).status).toBe(404);
  });

  it('is proposed for the supplier that the commission names', async () => {
    const { report } = (await commissionOf(buyer)).body as { report: { sharedAccessId: string } };
    const { sharedAccessId } = report;
    expect((await call(sharedRoute.action, buyer, { params: { sharedAccessId }, form: { intent: 'accept' } })).status).toBe(303);
    const { publicId } = suppliers.get(buyer) ?? { publicId: '' };
    expect((await call(sharedRoute.loader, buyer, { params: { sharedAccessId } })).body).toMatchObject({
      commissioned: { value: publicId },
    });
    expect((await attach(buyer, sharedAccessId)).status).toBe(303);
    expect(await findingsOf(buyer)).toHaveLength(2);
  });

  it('is sent to no one where the audit was not commissioned', async () => {
    await firm.inOrganization((db) =>
      db.audit.updateMany({ where: { id: auditId }, data: { commissionId: null, buyerOrganizationId: null, buyerName: '' } }),
    );
    const reportId = await signNow();
    expect((await call(shareRoute.action, firm, { params: { reportId }, form: { intent: 'buyer' } })).status).toBe(422);
  });
});
