import { inside } from '~/access/enter-organization.server';
import type { NewOrganization } from '~/access/sign-up.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { addAbsence } from '~/audits/auditors/absences.server';
import { addCredential } from '~/audits/auditors/credentials.server';
import { acceptCommission, sendMessage } from '~/audits/commissions/answer-commission.server';
import { conflictSubject, type CommissionRead, findCommission } from '~/audits/commissions/find-commission.server';
import { planCommissioned } from '~/audits/commissions/plan-commissioned.server';
import { assignAuditor, linkPlace, proposeDates } from '~/audits/commissions/prepare-answer.server';
import type { CommissionScope } from '~/audits/commissions/states';
import { commissionAudit } from '~/audits/commissions/write-commission.server';
import { proposeAcceptance } from '~/audits/independence/decisions.server';
import { furnishOrganization } from '~/organizations/settings/furnish-organization.server';
import { reportToBuyer } from './firm-audit';
import { latexVisit } from './firm-audit-story';
import { recordedOn } from './recorded-on';
import { siteChecklist } from './site-checklist';
import { firstOfTwoWorkingDays } from './working-days';

const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The buyers of the demonstration by the name of their organization. */
export type Buyers = { company: string; lender: string };

/**
 * The fictional audit firm: credentials of two auditors, one of which expires soon; two clients and four commissions, one reported to its buyer with a signed
 * corrective action plan, one planned as an audit, one with a question to its buyer, and a new one whose payer is a conflict of interest that waits for a
 * second person.
 */
export async function fillFirm(
  db: TenantDb,
  founded: { organization: NewOrganization; userId: string },
  auditorId: string,
  buyers: Buyers,
): Promise<void> {
  const { organization, userId } = founded;
  await furnishOrganization(db, founded);
  await db.organization.update({ where: { id: organization.id }, data: { isDemonstration: true } });
  const now = new Date();
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
  const at = (days: number) => iso(after(days));
  const by = { organizationId: organization.id, userId, userName: 'Audit firm’s owner (demonstration)', now };
  await fillCredentials(db, { userId, auditorId, now });

  const commission = async (buyerId: string, supplier: string, scope: Partial<CommissionScope>, on = now): Promise<CommissionRead> => {
    let id = '';
    await inside(db, buyerId, async () => {
      const { userId: buyer } = await db.membership.findFirstOrThrow({ where: { role: 'owner' }, select: { userId: true } });
      const party = await db.party.findFirstOrThrow({ where: { kind: 'supplier', name: supplier }, select: { publicId: true } });
      const site = await db.site.findFirst({
        where: { supplier: { party: { publicId: party.publicId } } },
        orderBy: { partyId: 'asc' },
        select: { party: { select: { publicId: true } } },
      });
      const made = await commissionAudit(db, {
        ...{ organizationId: buyerId, to: { firmOrganizationId: organization.id }, by: buyer, now: on },
        ...{ supplierPublicId: party.publicId, sitePublicId: site?.party.publicId ?? null, scope: { ...usual(at), ...scope } },
      });
      if (made.kind === 'refused') throw new Error(made.code);
      id = made.commissionId;
    });
    return again(id);
  };
  const again = async (commissionId: string): Promise<CommissionRead> => {
    const found = await findCommission(db, { commissionId, organizationId: organization.id });
    if (!found) throw new Error('The demonstration lost its commission');
    return found;
  };
  const done = async (outcome: Promise<{ kind: string; code?: string }>): Promise<void> => {
    const { kind, code } = await outcome;
    if (kind === 'refused') throw new Error(code);
  };
  const place = (found: CommissionRead) => done(linkPlace(db, found, { supplierPublicId: null, by: userId, today: iso(now) }));

  /** From the answer of the firm to the planned audit: two auditors on two days. */
  const plan = async ({ id }: CommissionRead, first: Date, on: Date): Promise<{ auditId: string; commission: CommissionRead }> => {
    const days = { startsOn: iso(first), endsOn: iso(new Date(first.getTime() + 86_400_000)), personDays: 4 };
    await place(await again(id));
    await done(proposeDates(db, await again(id), days));
    await done(assignAuditor(db, await again(id), { userId: auditorId, part: 'lead', explanation: '' }));
    await done(assignAuditor(db, await again(id), { userId, part: 'assessor', explanation: '' }));
    await done(acceptCommission(db, await again(id), { ...by, now: on }));
    const accepted = await again(id);
    if (!accepted.plan?.supplier) throw new Error('The demonstration lost its supplier');
    const made = await planCommissioned(recordedOn(db, on), accepted, {
      ...{ firmOrganizationId: organization.id, by: { userId } },
      plan: {
        ...{ supplierPublicId: accepted.plan.supplier.publicId, sitePublicId: accepted.plan.site?.publicId ?? null },
        ...{ type: 'initial', announcement: 'semi-announced', checklists: accepted.checklists, contact: 'Head of personnel', ...days },
        ...{ paidBy: accepted.buyerName, purpose: accepted.reason, previousAuditId: null, leadId: auditorId },
      },
    });
    if (made.kind === 'refused') throw new Error(made.code);
    await db.audit.updateMany({ where: { id: made.auditId }, data: { plannedAt: on } });
    return { auditId: made.auditId, commission: accepted };
  };

  const first = firstOfTwoWorkingDays(after(latexVisit.startsOn));
  const sent = { wantedFrom: at(-30), wantedTo: at(-1), checklists: [siteChecklist], announcement: latexVisit.announcement };
  const reported = await commission(buyers.company, 'Ipoh Latex Processing Sdn Bhd', { ...sent, reason: latexVisit.purpose }, after(-60));
  const carried = await plan(reported, first, after(-50));
  const supplierPublicId = await readPublicId(db, buyers.company, reported.place.supplier);
  await reportToBuyer(db, {
    ...{ organization, ownerId: userId, auditorId, now, auditId: carried.auditId, buyerId: buyers.company },
    ...{ place: reported.place, supplierPublicId, first },
  });

  const planned = await commission(buyers.company, 'Hsinchu Membrane Corp.', {
    ...{ reason: 'First audit of a direct supplier of membranes; a self-assessment names agency workers', announcement: 'semi-announced' },
  });
  await plan(planned, firstOfTwoWorkingDays(after(36)), now);

  const asked = await commission(buyers.lender, 'Meghna Apparel Holdings Ltd', {
    ...{ reason: 'Condition of the loan: an audit before the first disbursement', announcement: 'announced' },
  });
  await done(
    sendMessage(db, asked, {
      ...by,
      text: 'The record names the holding company. Which of its factories are in scope, and how many shifts work there?',
    }),
  );

  const received = await commission(buyers.company, 'Vaniyambadi Leathers Pvt Ltd', {
    ...{ reason: 'Follow-up of reports about bonded labour in tanneries of the district', announcement: 'unannounced' },
    ...{ payer: 'site', payerNote: 'Invoice to the supplier, payable before the visit' },
  });
  await place(received);
  await done(
    proposeAcceptance(db, conflictSubject(await again(received.id), organization.id), {
      ...{ code: 'site-pays', who: '', basis: 'site-pays', by: userId, now },
      reason: 'The fee is fixed, paid before the visit, and does not depend on the result.',
    }),
  );
}

const usual = (at: (days: number) => string): CommissionScope => ({
  ...{ type: 'initial', announcement: 'announced', checklists: [], reason: '', wantedFrom: at(30), wantedTo: at(60) },
  ...{ payer: 'buyer', payerNote: '' },
});

/** A supplier of a buyer by its name, as the buyer's member chooses it. */
async function readPublicId(db: TenantDb, buyerId: string, name: string): Promise<string> {
  let publicId = '';
  await inside(db, buyerId, async () => {
    ({ publicId } = await db.party.findFirstOrThrow({ where: { kind: 'supplier', name }, select: { publicId: true } }));
  });
  return publicId;
}

async function fillCredentials(db: TenantDb, { userId, auditorId, now }: { userId: string; auditorId: string; now: Date }): Promise<void> {
  const until = (days: number) => iso(new Date(now.getTime() + days * 86_400_000));
  const add = (who: string, kind: string, number: string, issuer: string, validUntil: string, languages: string[]) =>
    addCredential(db, {
      userId: who,
      entry: { kind, number, issuer, validFrom: until(-700), validUntil, languages, countries: [] },
      fileId: null,
      ...{ by: userId, now },
    });
  await add(auditorId, 'apsca-csca', 'FICTIONAL-0001', 'APSCA (fictional entry)', until(400), ['en', 'ms', 'zh']);
  await add(auditorId, 'sa8000-lead', 'FICTIONAL-0002', 'Training provider (fictional)', until(41), []);
  await add(userId, 'apsca-asca', 'FICTIONAL-0003', 'APSCA (fictional entry)', until(300), ['en', 'fr']);
  const leave = { kind: 'leave' as const, startsOn: until(15), endsOn: until(19) };
  await addAbsence(db, { userId: auditorId, ...leave, by: userId, now });
}
