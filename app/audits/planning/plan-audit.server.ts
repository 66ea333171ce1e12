import type { TenantDb } from '~/access/tenant-db.server';
import { notify } from '~/platform/notifications/notify.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type AssignmentRefusal, checkAssignment } from '../auditors/check-assignment.server';
import { chooseChecklists } from './checklist-choices.server';
import { proposeDays } from './propose-days';
import { proposeFocus } from './propose-focus.server';
import { proposeSample } from './propose-sample';
import { type Announcement, type AuditType, auditInstruments, type TeamPart } from './states';

export type PlanRefusal =
  | 'unknown-supplier'
  | 'unknown-site'
  | 'unknown-previous'
  | 'previous-missing'
  | 'lead-unknown'
  | 'checklist-unknown'
  | 'checklists-clash';
export type Planned =
  | { kind: 'planned'; auditId: string; number: string }
  | { kind: 'refused'; code: PlanRefusal }
  | ({ kind: 'refused' } & AssignmentRefusal);

export type AuditPlan = {
  supplierPublicId: string;
  sitePublicId: string | null;
  type: AuditType;
  announcement: Announcement;
  startsOn: string;
  endsOn: string;
  /** Null takes what is usual for the number of workers, or one day where that is not known. */
  personDays: number | null;
  paidBy: string;
  purpose: string;
  /** Whom to reach at the site, as a function, and the licences it works under. */
  contact?: string;
  licences?: string;
  previousAuditId: string | null;
  leadId: string;
  /** Keys of the questionnaires beside the checklist and the indicators. */
  checklists?: readonly string[];
  /** The commission that it answers, with its buyer and the auditors that were assigned to it beside the lead. */
  commission?: {
    id: string;
    buyerOrganizationId: string | null;
    buyerName: string;
    auditors: readonly { userId: string; part: TeamPart; explanation: string }[];
  };
  /** Why the lead is assigned without a valid credential. */
  explanation?: string;
};

/**
 * Plans an audit of a supplier or one of its sites: opens its checklists and the two indicator lists, freezes the current focus areas, and proposes days and
 * interviews. Numbers run within the year of its first day. The lead must be a member with permission to record; in an audit firm, the days of the team must be
 * free and its credentials valid.
 */
export async function planAudit(db: TenantDb, plan: AuditPlan, by: { userId: string }): Promise<Planned> {
  const party = await db.party.findFirst({
    where: { publicId: plan.supplierPublicId, kind: 'supplier' },
    select: { id: true, supplier: { select: { country: true, workers: true, migrantShare: true, agencyShare: true } } },
  });
  if (!party) return { kind: 'refused', code: 'unknown-supplier' };
  const site = plan.sitePublicId ? await findSite(db, { publicId: plan.sitePublicId, supplierPartyId: party.id }) : null;
  if (plan.sitePublicId && !site) return { kind: 'refused', code: 'unknown-site' };
  if (plan.type === 'follow-up' && !plan.previousAuditId) return { kind: 'refused', code: 'previous-missing' };
  if (plan.previousAuditId) {
    const previous = await db.audit.findFirst({ where: { id: plan.previousAuditId, partyId: party.id }, select: { id: true } });
    if (!previous) return { kind: 'refused', code: 'unknown-previous' };
  }
  const lead = await db.membership.findFirst({ where: { userId: plan.leadId, role: { in: recorders } }, select: { userId: true } });
  if (!lead) return { kind: 'refused', code: 'lead-unknown' };

  const { commission, explanation = '' } = plan;
  const team = [
    { userId: plan.leadId, part: 'lead', explanation },
    ...(commission?.auditors ?? []).filter(({ userId }) => userId !== plan.leadId),
  ];
  const country = site?.country ?? party.supplier?.country ?? null;
  for (const each of team) {
    const days = { from: plan.startsOn, to: plan.endsOn, country, except: [commission?.id ?? null] };
    const refusal = await checkAssignment(db, { ...each, ...days });
    if (refusal) return { kind: 'refused', ...refusal };
  }

  const further = await chooseChecklists(db, plan.checklists ?? []);
  if (typeof further === 'string') return { kind: 'refused', code: further };

  const known = site ?? party.supplier;
  const share = (value: { toNumber(): number } | null | undefined) => value?.toNumber() ?? null;
  const workers = known?.workers ?? null;
  const proposed = proposeDays(workers);
  const opened = [
    await openFor(db, { partyId: party.id, instrumentKey: auditInstruments.checklist, kind: 'audit', userId: by.userId }),
    await openFor(db, { partyId: party.id, instrumentKey: auditInstruments.screening, kind: 'screening', userId: by.userId }),
    await openFor(db, { partyId: party.id, instrumentKey: auditInstruments.signs, kind: 'screening', userId: by.userId }),
  ];
  const [responseId = '', screeningId = null, signsId = null] = opened;
  const audit = await db.audit.create({
    data: {
      number: await nextNumber(db, plan.startsOn.slice(0, 4)),
      partyId: party.id,
      sitePartyId: site?.partyId ?? null,
      type: plan.type,
      announcement: plan.announcement,
      startsOn: new Date(plan.startsOn),
      endsOn: new Date(plan.endsOn),
      personDays: plan.personDays ?? proposed?.personDays ?? 1,
      workers,
      paidBy: plan.paidBy,
      purpose: plan.purpose,
      contact: plan.contact ?? '',
      licences: plan.licences ?? '',
      previousAuditId: plan.previousAuditId,
      ...(commission
        ? { commissionId: commission.id, buyerOrganizationId: commission.buyerOrganizationId, buyerName: commission.buyerName }
        : {}),
      responseId,
      screeningId,
      signsId,
      focus: await proposeFocus(db, party.id, plan.type === 'follow-up' ? plan.previousAuditId : null),
      samplePlan: proposeSample(proposed?.interviews ?? 10, {
        workers,
        femaleShare: share(site?.femaleShare),
        migrantShare: share(known?.migrantShare),
        agencyShare: share(known?.agencyShare),
      }),
      plannedById: by.userId,
    },
    select: { id: true, number: true },
  });
  for (const [index, { key, kind }] of further.entries()) {
    const id = await openFor(db, { partyId: party.id, instrumentKey: key, kind, userId: by.userId });
    await db.auditChecklist.create({ data: { auditId: audit.id, responseId: id, position: index + 1 } });
  }
  await db.auditMember.createMany({ data: team.map((each) => ({ auditId: audit.id, ...each })) });
  const recipients = team.map(({ userId }) => userId);
  await notify(db, {
    ...{ event: 'audit-assigned', recordId: audit.id, partyId: party.id, recipients, causedById: by.userId },
    now: new Date(Date.now()),
  });
  await recordActivity(db, {
    recordKind: 'audit',
    recordId: audit.id,
    act: 'plan-audit',
    userId: by.userId,
    after: { number: audit.number, type: plan.type, announcement: plan.announcement, startsOn: plan.startsOn, endsOn: plan.endsOn },
  });
  return { kind: 'planned', auditId: audit.id, number: audit.number };
}

/** The roles that may record on site. */
export const recorders = ['owner', 'manager', 'auditor'];

async function findSite(db: TenantDb, options: { publicId: string; supplierPartyId: string }) {
  return db.site.findFirst({
    where: { supplierPartyId: options.supplierPartyId, party: { publicId: options.publicId } },
    select: { partyId: true, country: true, workers: true, femaleShare: true, migrantShare: true, agencyShare: true },
  });
}

/** Every audit has its own responses, so that two audits of one supplier never share answers. */
async function openFor(db: TenantDb, options: { partyId: string; instrumentKey: string; kind: string; userId: string }): Promise<string> {
  const { partyId, instrumentKey, kind, userId } = options;
  const { id } = await db.questionnaireResponse.create({
    // No page opens a response that an audit records: its answers come from the entries.
    data: { partyId, instrumentKey, kind, status: 'recording', openedById: userId },
    select: { id: true },
  });
  return id;
}

/** "2026-0014". Two who plan at once wait for each other. */
async function nextNumber(db: TenantDb, year: string): Promise<string> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${`audit-${year}`}, 0))::text`;
  const last = await db.audit.findFirst({
    where: { number: { startsWith: `${year}-` } },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return `${year}-${String(Number(last?.number.slice(5) ?? 0) + 1).padStart(4, '0')}`;
}
