import { randomUUID } from 'node:crypto';
import { rootDb } from '~/access/root-db.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { daysAfter } from '~/platform/queue/queue-dates';
import { makeDocument } from './document';
import { makeMember } from './member';
import { makeOneOfEach } from './one-of-each';

const kit = 'ilo-ten-principles@1.0.0';

/**
 * One task of each kind in a new organization, on a day: everything was recorded by a second owner, so that proposals wait for others. `auditor` is on the
 * team of the audits and owns the corrective action. Sensitive cases are created separately: they belong to people.
 */
export async function makeQueueOfEach(kind: string, today: string) {
  const recorder = await makeMember({ kind });
  const { organization } = recorder;
  const of = (role: 'owner' | 'manager' | 'auditor' | 'reviewer' | 'viewer') => makeMember({ organization, role });
  const auditor = await of('auditor');
  const made = await makeOneOfEach(recorder, { hasReport: false });
  const other = await makeMember();
  await rootDb().organization.update({ where: { id: other.organization.id }, data: { name: 'Buyer of ours' } });
  await recorder.inOrganization((db) => fill(db, { made, by: recorder.user.id, auditorId: auditor.user.id, today }));
  await other.inOrganization((db) => askUs(db, { organizationId: organization.id, by: other.user.id, today }));
  return { recorder, auditor, other, of, made };
}

type Filling = { made: Record<string, string>; by: string; auditorId: string; today: string };
const at = (day: string) => new Date(`${day}T00:00:00Z`);

async function fill(db: TenantDb, { made, by, auditorId, today }: Filling): Promise<void> {
  const late = at(daysAfter(today, -3));
  const { findingId = '', actionId = '', dealId = '', covenantId = '', batchId = '', shareId = '' } = made;
  const { partyId } = await db.finding.findFirstOrThrow({ where: { id: findingId }, select: { partyId: true } });
  const response = (fields: object) =>
    db.questionnaireResponse.create({ data: { partyId, kind: 'self-assessment', instrumentKey: kit, openedById: by, ...fields } });
  await db.alert.updateMany({ data: { status: 'open', isToBeConfirmed: true } });
  await db.importBatch.updateMany({ where: { id: batchId }, data: { status: 'staged' } });
  await response({ status: 'submitted', submittedById: by, submittedAt: late });
  await response({ status: 'open', dueOn: late });
  await db.questionnaireRequest.updateMany({ where: { viaResponseId: null }, data: { status: 'invited', dueOn: late } });
  const bounced = await response({ status: 'open' });
  const { supplierOrganizationId } = await db.questionnaireRequest.findFirstOrThrow({ where: { invitedById: by } });
  await db.questionnaireRequest.create({
    data: { responseId: bounced.id, supplierOrganizationId, locale: 'en', invitedById: by, status: 'bounced', bouncedAt: late },
  });
  await db.campaign.create({ data: { name: 'Spring', instrumentKey: kit, locale: 'en', createdById: auditorId } });
  const second = await db.party.create({
    data: { kind: 'supplier', publicId: '6ZZZZZZZZZ0', name: 'Foreign mills', nameKey: 'foreign mills' },
  });
  await db.supplier.create({ data: { partyId: second.id, nameKey: second.nameKey } });
  const refused = await response({ status: 'open', partyId: second.id });
  await db.questionnaireRequest.create({
    data: {
      ...{
        responseId: refused.id,
        supplierOrganizationId,
        locale: 'en',
        invitedById: by,
        status: 'refused',
        invitedAt: late,
        refusedAt: at(today),
      },
      refusalReason: 'Another buyer has our answers',
    },
  });
  const [aPartyId = '', bPartyId = ''] = [partyId, second.id].sort();
  await db.duplicatePair.create({ data: { aPartyId, bPartyId, score: 0.9, origin: 'found' } });

  const plan = { findingId, kind: 'corrective', owner: 'HR head', timescale: '30', verification: 'follow-up-visit', createdById: by };
  await db.finding.updateMany({ where: { id: findingId }, data: { dueOn: late } });
  await db.correctiveAction.updateMany({ where: { id: actionId }, data: { dueOn: late, ownerMemberId: auditorId } });
  const done = { status: 'completed', completedById: by, completedAt: late, completionNote: 'Returned' };
  await db.correctiveAction.create({ data: { ...plan, ...done, action: 'Return the passports', dueOn: late } });
  const approval = { reason: 'As agreed', proposedById: by };
  const [oldDueOn, newDueOn] = [daysAfter(today, -3), daysAfter(today, 30)];
  await db.approval.create({ data: { ...approval, kind: 'due-date-extension', actionId, payload: { oldDueOn, newDueOn } } });
  await db.approval.create({
    data: {
      ...{ ...approval, kind: 'override-waiver', partyId, item: 'O6:findings' },
      payload: { code: 'O6', evidence: 'audit-unannounced', shownBy: 'Audit' },
    },
  });
  const recruiter = await db.party.findFirstOrThrow({ where: { kind: 'labour-recruiter' }, select: { id: true } });
  const status = { entryId: randomUUID(), status: 'stopped', reasonCode: 'worker-fees', replyDueOn: daysAfter(today, -3) };
  await db.approval.create({ data: { ...approval, kind: 'recruiter-status', partyId: recruiter.id, payload: status } });
  await db.sharedFinding.create({ data: { shareId, findingId, text: 'Passports kept', grade: 'minor' } });
  const message = { shareId, findingId, by: 'HR head', sentById: randomUUID() };
  await db.siteMessage.create({
    data: { ...message, kind: 'action', text: 'Return them', rootCause: 'Habit', owner: 'HR head', timescale: '30' },
  });
  await db.siteMessage.create({ data: { ...message, kind: 'progress', actionId, text: 'Half are back' } });
  await db.findingReply.create({
    data: {
      ...{ findingId, sentOn: late, dueOn: late, sentById: by, kind: 'comment', text: 'They asked for it' },
      ...{ repliedBy: 'HR head', repliedOn: late, recordedById: by },
    },
  });

  const audit = async (number: string, fields: { status: string; [field: string]: unknown }) => {
    const checklist = await response({ kind: 'audit', status: 'recording' });
    const { id } = await db.audit.create({
      data: {
        ...{ number, partyId, type: 'initial', announcement: 'announced', responseId: checklist.id, plannedById: by },
        ...{
          startsOn: at(today),
          endsOn: at(today),
          personDays: 1,
          focus: [],
          samplePlan: { interviews: 0, rows: [], unknown: [] },
          ...fields,
        },
      },
    });
    const declared = fields.status === 'planned' ? {} : { declaration: 'independent', declaredAt: late };
    await db.auditMember.create({ data: { auditId: id, userId: auditorId, part: 'lead', ...declared } });
    return id;
  };
  const { commissionId = '', credentialId = '' } = made;
  const asked = await db.auditCommission.findFirstOrThrow({ where: { id: commissionId } });
  const { id: _, number: __, ...rest } = asked;
  const written = {
    ...rest,
    place: { supplier: 'Foreign mill', site: null, address: '', city: null, country: null, workers: null },
    team: [],
  };
  await db.auditCommission.update({
    where: { organizationId_id: { organizationId: asked.organizationId, id: commissionId } },
    data: { status: 'question' },
  });
  const received = await db.auditCommission.create({
    data: { ...written, number: 'C-2001-0002', status: 'sent', firmOrganizationId: asked.organizationId },
  });
  await db.conflictDecision.create({
    data: { commissionId: received.id, code: 'site-pays', basis: 'site-pays', reason: 'Paid before', proposedById: by },
  });
  await db.auditorCredential.updateMany({ where: { id: credentialId }, data: { userId: auditorId, validUntil: late } });
  await audit('2002-0001', { status: 'planned' });
  const onSite = await audit('2002-0002', { status: 'on-site', startsOn: late, endsOn: late });
  const point = { ...approval, payload: { fingerprint: '0' } };
  await db.approval.create({ data: { ...point, kind: 'audit-gate-point', auditId: onSite, item: 'signature' } });
  await db.approval.create({ data: { ...point, kind: 'verification-gate-point', actionId, item: 'same-day' } });
  await audit('2002-0003', { status: 'on-site', startsOn: late, endsOn: late, returnedReason: 'Grade finding 3 again' });
  await audit('2002-0004', { status: 'in-review', startsOn: late, endsOn: late, concludedById: auditorId, concludedAt: late });

  await db.deal.updateMany({ where: { id: dealId }, data: { status: 'committee' } });
  await db.dealStatusChange.create({ data: { dealId, fromStatus: 'plan-agreed', toStatus: 'committee', byUserId: by } });
  const item = (number: number, fields: object) =>
    db.esapItem.create({ data: { dealId, number, action: 'Repay fees', createdById: by, dueOn: late, ...fields } });
  await item(11, { milestone: 'cp-disbursement' });
  await item(12, {});
  await item(13, { status: 'done', doneById: by, doneAt: late, doneNote: 'Receipts seen' });
  await db.covenant.updateMany({ where: { id: covenantId }, data: { nextDueOn: late } });
  const breach = () => db.covenantBreach.create({ data: { covenantId, openedOn: late, text: 'Beds stand too close', openedById: by } });
  await breach();
  await db.approval.create({ data: { ...approval, kind: 'breach-remedy', breachId: (await breach()).id, payload: {} } });
  const waived = await db.covenant.create({
    data: {
      ...{ dealId, number: 2, kind: 'law', text: 'Law', frequency: 'yearly', tester: 'lender', firstTestOn: late, createdById: by },
    },
  });
  const untilOn = daysAfter(today, 2);
  await db.approval.create({
    data: {
      ...{ ...approval, kind: 'covenant-waiver', covenantId: waived.id, payload: { untilOn }, expiresAt: at(daysAfter(untilOn, 1)) },
      ...{ state: 'approved', decidedById: auditorId, decidedAt: late },
    },
  });
  await db.reportSchedule.updateMany({ where: { dealId }, data: { nextPeriodFrom: at('2025-01-01'), nextDueOn: late } });
  const { id: scheduleId } = await db.reportSchedule.findFirstOrThrow({ where: { dealId } });
  const period = { periodFrom: at('2024-01-01'), periodTo: at('2024-12-31'), dueOn: at('2025-02-14') };
  await db.monitoringReport.create({ data: { dealId, scheduleId, ...period, status: 'sent' } });
}

/** Another organization asks this one to answer, to share and to accept, and shares findings with it. */
async function askUs(db: TenantDb, { organizationId, by, today }: { organizationId: string; by: string; today: string }): Promise<void> {
  const party = await db.party.create({ data: { kind: 'supplier', publicId: '5ZZZZZZZZZ0', name: 'Asked', nameKey: 'asked' } });
  await db.supplier.create({ data: { partyId: party.id, nameKey: party.nameKey } });
  const asked = await db.questionnaireResponse.create({
    data: { partyId: party.id, kind: 'self-assessment', instrumentKey: kit, openedById: by },
  });
  await db.questionnaireRequest.create({
    data: { responseId: asked.id, supplierOrganizationId: organizationId, locale: 'en', invitedById: by, dueOn: at(daysAfter(today, 4)) },
  });
  await db.accessRequest.create({
    data: { granterOrganizationId: organizationId, purpose: 'buyer', reason: 'Onboarding', requestedById: by },
  });
  const expiresAt = at(daysAfter(today, 90));
  const snapshot = await makeDocument(db, { kind: 'answers', subjectId: asked.id, issuedById: by });
  await db.sharedAccess.create({
    data: {
      ...{ responseId: asked.id, snapshotId: snapshot.id, instrumentKey: kit, recipientOrganizationId: organizationId },
      ...{ purpose: 'buyer', reason: 'As asked', createdById: by, expiresAt },
    },
  });
  await db.findingShare.create({
    data: { partyId: party.id, supplierOrganizationId: organizationId, locale: 'en', dueOn: at(daysAfter(today, 5)), createdById: by },
  });
}
